import type { OwnParticulars } from '@ajar/shared';
import { expect, test } from 'vitest';
import { openHouse } from '../accounts/testing.ts';

const said: OwnParticulars = {
  particulars: {
    division: 'Medicine',
    site: 'Korle Bu',
    profession: 'Physician',
    stage: 'trainee',
    offers: ['night shifts'],
    wants: ['teaching'],
    interests: ['football'],
    languages: ['en', 'fr'],
    tableSize: 'either',
  },
  likeness: { attribute: 'first in my family at university', value: 'zebra-crossing', wanted: true },
};

test('one says and changes for oneself what chance meetings go by, and bad input changes nothing', async () => {
  const house = await openHouse();
  const chidi = house.browser();
  await chidi.go('/api/demo/sign-in', { json: { email: 'chidi.mensah@demo.ajar.invalid' } });
  const put = (json: unknown) => chidi.go('/api/me/particulars', { method: 'PUT', json });
  expect((await put(said)).status).toBe(200);
  expect(await chidi.read('/api/me/particulars')).toEqual(said);
  const bad = await put({ ...said, particulars: { ...said.particulars, languages: [] } });
  expect(bad.status).toBe(400);
  expect(await chidi.read('/api/me/particulars')).toEqual(said);
  expect((await put({ ...said, likeness: null })).status).toBe(200);
  expect(await chidi.read('/api/me/particulars')).toEqual({ ...said, likeness: null });
});

test('a likeness is in no answer that anybody else gets, staff included', async () => {
  const house = await openHouse();
  const [chidi, farah] = [house.browser(), house.browser()];
  await chidi.go('/api/demo/sign-in', { json: { email: 'chidi.mensah@demo.ajar.invalid' } });
  await chidi.go('/api/me/particulars', { method: 'PUT', json: said });
  await farah.go('/api/demo/sign-in', { json: { email: 'farah.haddad@demo.ajar.invalid' } });
  for (const path of ['/api/me', '/api/me/particulars', '/api/members']) {
    const answer = await farah.go(path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toMatch(/zebra-crossing|first in my family/);
  }
  expect(house.logged.map((line) => JSON.stringify(line)).join('\n')).not.toContain('zebra-crossing');
});
