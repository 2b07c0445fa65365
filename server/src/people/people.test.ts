import type { Me, Member, MemberId } from '@ajar/shared';
import { expect, test } from 'vitest';
import { openHouse, type TestHouse } from '../accounts/testing.ts';
import { newId } from '../ids/index.ts';
import { conflictsOf, hiddenFrom, mayMeet } from './index.ts';

async function come(house: TestHouse, name: string) {
  const browser = house.browser();
  await browser.go('/api/demo/sign-in', { json: { email: `${name}@demo.ajar.invalid` } });
  const { membership } = await browser.read<Me>('/api/me');
  return { browser, id: membership?.member.memberId ?? newId<MemberId>() };
}

test('a name plate changes in what was sent and nothing else, and the hub is told', async () => {
  const house = await openHouse();
  const { browser, id } = await come(house, 'amara.osei');
  const changed = await browser.read<Member>('/api/me/profile', { method: 'PATCH', json: { talksAbout: ' chess ' } });
  expect(changed).toMatchObject({ name: 'Amara Osei', place: 'Clinician scientist · Toronto', talksAbout: 'chess' });
  expect(house.told.profiles).toEqual([id]);
  const untouched = await browser.read<Member>('/api/me/profile', { method: 'PATCH', json: {} });
  expect(untouched).toEqual(changed);
  const risen = await browser.read<Member>('/api/me/profile', { method: 'PATCH', json: { staff: true } });
  expect(risen.staff).toBe(false);
});

test('a block hides both from each other and forbids every meeting, until it is lifted', async () => {
  const house = await openHouse();
  const { db } = house.database;
  const bea = await come(house, 'bea.lindqvist');
  const chidi = await come(house, 'chidi.mensah');
  const met = async () => {
    const graph = await conflictsOf(db, [bea.id, chidi.id]);
    return mayMeet(graph, chidi.id, bea.id, 'door');
  };
  expect(await met()).toBe(true);
  for (const _twice of [1, 2]) {
    const blocked = await bea.browser.go(`/api/blocks/${chidi.id}`, { method: 'PUT' });
    expect([blocked.status, await blocked.json()]).toEqual([200, {}]);
  }
  expect(await met()).toBe(false);
  expect(await hiddenFrom(db, bea.id)).toEqual(new Set([chidi.id]));
  expect(await hiddenFrom(db, chidi.id)).toEqual(new Set([bea.id]));
  expect(house.told.blocks[0]).toBe(`${bea.id} ${chidi.id}`);

  await chidi.browser.go(`/api/blocks/${bea.id}`, { method: 'DELETE' });
  expect(await met()).toBe(false);
  await bea.browser.go(`/api/blocks/${chidi.id}`, { method: 'DELETE' });
  expect(await met()).toBe(true);
});

test('one blocks neither oneself nor somebody who is not there', async () => {
  const house = await openHouse();
  const { browser, id } = await come(house, 'bea.lindqvist');
  expect((await browser.go(`/api/blocks/${id}`, { method: 'PUT' })).status).toBe(400);
  expect((await browser.go(`/api/blocks/${newId()}`, { method: 'PUT' })).status).toBe(404);
  expect(house.told.blocks).toEqual([]);
});

test('Dana is not paired at coffee with Amara, who supervises her, and may walk through her door', async () => {
  const house = await openHouse();
  const dana = await come(house, 'dana.whitfield');
  const amara = await come(house, 'amara.osei');
  const graph = await conflictsOf(house.database.db, [dana.id, amara.id]);
  expect(mayMeet(graph, dana.id, amara.id, 'coffee')).toBe(false);
  expect(mayMeet(graph, dana.id, amara.id, 'door')).toBe(true);
});
