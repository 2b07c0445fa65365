import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { members, programs } from '../programs/tables.ts';
import { ownerLinks } from './tables.ts';
import { openHouse } from './testing.ts';

const empty = { settings: { demoAllowed: false }, prepared: false };
const owner = { name: 'Ingrid Moe', email: 'Ingrid@example.org', programName: 'Surgery mentoring' };

test('the first owner comes in by a one-time link', async () => {
  const house = await openHouse(empty);
  const { ownerLink } = await house.accounts.prepare();
  expect(ownerLink).toMatch(/^http:\/\/localhost:\d+\/welcome\?token=[\w-]{43}$/);
  const token = new URL(ownerLink ?? '').searchParams.get('token') ?? '';
  const kept = await house.database.db.select().from(ownerLinks);
  expect(JSON.stringify(kept)).not.toContain(token);

  const me = house.browser();
  const form = await me.go(ownerLink ?? '');
  expect(form.status).toBe(200);
  expect(await form.text()).toContain('value="Mentoring"');
  const came = await me.go('/welcome', { form: { token, ...owner } });
  expect(came.status).toBe(303);
  expect(came.headers.get('location')).toBe('/');
  expect(await (await me.go('/api/me')).json()).toMatchObject({
    email: 'ingrid@example.org',
    demo: false,
    membership: { member: { name: 'Ingrid Moe', staff: true }, program: { name: 'Surgery mentoring' } },
  });

  expect((await house.browser().go(ownerLink ?? '')).status).toBe(404);
  const second = await house.browser().go('/welcome', { form: { token, ...owner, email: 'mallory@example.org' } });
  expect(second.status).toBe(404);
  expect(await second.text()).toContain('has been used or has run out');
  expect(await house.accounts.prepare()).toEqual({ ownerLink: null });
});

test('of two who press at once, one gets in', async () => {
  const house = await openHouse(empty);
  const links = [await house.accounts.prepare(), await house.accounts.prepare()];
  const pressed = await Promise.all(
    links.map(({ ownerLink }, n) => {
      const token = new URL(ownerLink ?? '').searchParams.get('token') ?? '';
      return house.browser().go('/welcome', { form: { token, ...owner, email: `owner${n}@example.org` } });
    }),
  );
  expect(pressed.map((answer) => answer.status).sort()).toEqual([303, 404]);
  expect(await house.database.db.select().from(members).where(eq(members.staff, true))).toHaveLength(1);
});

test('a form that is not whole is shown again and uses nothing up', async () => {
  const house = await openHouse(empty);
  const { ownerLink } = await house.accounts.prepare();
  const token = new URL(ownerLink ?? '').searchParams.get('token') ?? '';
  const sent = { token, ...owner, email: 'ingrid', name: '<b>Ingrid</b>' };
  const again = await house.browser().go('/welcome', { form: sent });
  expect(again.status).toBe(400);
  const text = await again.text();
  expect(text).toContain('Please give a whole e-mail address.');
  expect(text).toContain('&lt;b&gt;Ingrid&lt;/b&gt;');
  expect((await house.browser().go('/welcome', { form: { token, ...owner } })).status).toBe(303);
});

test('a link that has run out opens nothing', async () => {
  const house = await openHouse(empty);
  const { ownerLink } = await house.accounts.prepare();
  await house.database.db.update(ownerLinks).set({ expiresAt: new Date(0) });
  expect((await house.browser().go(ownerLink ?? '')).status).toBe(404);
});

test('a demo database that is no longer a demo asks for an owner', async () => {
  const house = await openHouse();
  expect(await house.accounts.prepare()).toEqual({ ownerLink: null });
  const shut = await openHouse({ ...empty, database: house.database });
  expect((await shut.accounts.prepare()).ownerLink).toContain('/welcome?token=');
});

test('servers that start together make one programme', async () => {
  const house = await openHouse({ prepared: false });
  await Promise.all([1, 2, 3, 4].map(() => house.accounts.prepare()));
  expect(await house.database.db.select().from(programs)).toHaveLength(1);
  expect(await house.database.db.select().from(members)).toHaveLength(6);
});
