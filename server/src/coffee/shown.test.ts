import { hubProtocol } from '@ajar/shared';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestHouse, moment, type TestHouse } from '../encounters/testing.ts';
import { mineOf } from '../hub/mine.ts';
import { particulars } from '../people/tables.ts';
import { members } from '../programs/tables.ts';
import { coffeePeople } from './tables.ts';

const eventually = <T>(check: () => T) => vi.waitFor(check, { timeout: 30_000 });

let house: TestHouse;
beforeAll(async () => {
  house = await createTestHouse();
  await house.queues.start();
});
afterAll(() => house.close());

type Person = Awaited<ReturnType<Awaited<ReturnType<TestHouse['newProgram']>>['join']>>;

async function atCoffee() {
  const { join } = await house.newProgram();
  const [bea, chidi] = [await join('Bea'), await join('Chidi')];
  for (const { memberId } of [bea, chidi]) {
    const said = { profession: 'Surgeon-in-chief', stage: 'late' as const, division: 'Oncology', site: 'North wing' };
    await house.db.insert(particulars).values({ memberId, ...said });
    await house.db.update(members).set({ place: 'Head of department' }).where(eq(members.id, memberId));
  }
  house.announcer.admitted.length = 0;
  for (const person of [bea, chidi]) await house.coffee.sitDown(person);
  const id = await eventually(() => {
    const called = [bea, chidi].map(({ memberId }) =>
      house.announcer.admitted.find((told) => told.memberId === memberId),
    );
    expect(called[1]).toBeDefined();
    return called[0]?.encounterId ?? expect.fail('no pair');
  });
  for (const { memberId } of [bea, chidi]) await house.encounters.joined(moment(id, memberId));
  return { id, bea, chidi };
}

/** All that the hub sends this person of themselves and their call, and what their way in says. */
async function sent({ memberId, name }: Person, id: Awaited<ReturnType<typeof atCoffee>>['id']) {
  const mine = hubProtocol.pushes.mine.parse(await mineOf(house.db, memberId));
  const { token, rtpCapabilities: _, ...admission } = await house.encounters.enter(id, { memberId, name });
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  return { mine, words: JSON.stringify({ mine, admission, claims }) };
}

const ranks = /surgeon|late|head of|oncology|north wing/i;

test('nobody’s rank is told at coffee before they show it, and then only theirs, for as long as it lasts', async () => {
  const { id, bea, chidi } = await atCoffee();
  for (const person of [bea, chidi]) expect((await sent(person, id)).words).not.toMatch(ranks);

  house.announcer.mine.length = 0;
  await house.coffee.coffees.show(bea.memberId, id);
  expect(house.announcer.mine).toEqual(expect.arrayContaining([bea.memberId, chidi.memberId]));
  const line = { memberId: bea.memberId, place: 'Head of department', profession: 'Surgeon-in-chief', stage: 'late' };
  for (const person of [bea, chidi]) expect((await sent(person, id)).mine.coffee?.shown).toEqual([line]);

  await house.encounters.left(moment(id, bea.memberId));
  for (const { memberId } of [bea, chidi]) {
    expect(JSON.stringify(await mineOf(house.db, memberId))).not.toMatch(ranks);
  }
  await expect(house.coffee.coffees.show(bea.memberId, id)).rejects.toMatchObject({ code: 'no-such-coffee' });
});

test('somebody who is not at the coffee shows nothing there, and who has said nothing has nothing to show', async () => {
  const { id, bea } = await atCoffee();
  const other = await atCoffee();
  await expect(house.coffee.coffees.show(other.bea.memberId, id)).rejects.toMatchObject({ code: 'no-such-coffee' });
  await house.db.delete(particulars).where(eq(particulars.memberId, bea.memberId));
  await house.db.update(members).set({ place: '' }).where(eq(members.id, bea.memberId));
  await expect(house.coffee.coffees.show(bea.memberId, id)).rejects.toMatchObject({ code: 'nothing-to-show' });
  const shown = and(eq(coffeePeople.encounterId, id), eq(coffeePeople.shown, true));
  expect(await house.db.select().from(coffeePeople).where(shown)).toEqual([]);
});
