import type { Member } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openHouse } from '../accounts/testing.ts';
import { doors } from '../doors/tables.ts';
import { members } from './tables.ts';

test('the demo has its people, and closed doors for its mentors', async () => {
  const { database } = await openHouse();
  const found = await database.db
    .select({ name: members.name, state: doors.state })
    .from(doors)
    .innerJoin(members, eq(members.id, doors.memberId))
    .orderBy(members.name);
  expect(found).toEqual(['Amara Osei', 'Bea Lindqvist', 'Eli Nakamura'].map((name) => ({ name, state: 'closed' })));
});

test('staff see everybody and add people, each address once', async () => {
  const house = await openHouse();
  const farah = house.browser();
  await farah.go('/api/demo/sign-in', { json: { email: 'farah.haddad@demo.ajar.invalid' } });
  const grace = { name: 'Grace Okello', email: 'Grace@example.org' };
  expect((await farah.go('/api/members', { json: grace })).status).toBe(200);
  const again = await farah.go('/api/members', { json: { ...grace, email: 'grace@EXAMPLE.org' } });
  expect([again.status, await again.json()]).toMatchObject([409, { code: 'member-exists' }]);
  const demo = await farah.go('/api/members', { json: { name: 'Mallory', email: 'mallory@demo.ajar.invalid' } });
  expect(demo.status).toBe(400);
  const { members: all } = await farah.read<{ members: Member[] }>('/api/members');
  expect(all.map((member) => member.name)).toEqual([
    'Amara Osei',
    'Bea Lindqvist',
    'Chidi Mensah',
    'Dana Whitfield',
    'Eli Nakamura',
    'Farah Haddad',
    'Grace Okello',
  ]);
});
