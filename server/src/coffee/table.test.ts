import { AjarError, type MemberId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { encounterPeople, encounters } from '../encounters/index.ts';
import { createTestHouse, moment, type TestHouse } from '../encounters/testing.ts';
import { blocks, particulars, supervisions } from '../people/tables.ts';
import { pairRound, round } from './pairing/index.ts';
import { seatOf, tableOf } from './seats.ts';
import { chairKept } from './table.ts';
import { drawings, pairings } from './tables.ts';

/** Waits for what is on its way, however busy the machine. */
const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 30_000 });

let house: TestHouse;
beforeAll(async () => {
  house = await createTestHouse();
  await house.queues.start();
});
afterAll(() => house.close());

const pairOf = (memberId: MemberId) => house.announcer.admitted.find((told) => told.memberId === memberId)?.encounterId;
const sitting = async (memberId: MemberId) => (await seatOf(house.db, memberId)) !== null;

test('two at the table are paired into one encounter, and their chairs are free again', async () => {
  const { programId, join } = await house.newProgram();
  const [bea, chidi] = [await join('Bea'), await join('Chidi')];
  await house.coffee.sitDown(bea);
  expect(await tableOf(house.db, programId)).toEqual({ taken: 1 });
  await house.coffee.sitDown(chidi);
  await eventually(() => expect(pairOf(bea.memberId)).toBeDefined());
  expect(pairOf(chidi.memberId)).toBe(pairOf(bea.memberId));
  expect(await tableOf(house.db, programId)).toEqual({ taken: 0 });
});

test('a supervisor is not paired with whom they supervise, nor anybody across a block: both wait for somebody else', async () => {
  const { join } = await house.newProgram();
  const [amara, dana, eli] = [await join('Amara'), await join('Dana'), await join('Eli')];
  await house.db.insert(supervisions).values({ supervisorId: amara.memberId, supervisedId: dana.memberId });
  await house.db.insert(blocks).values({ blockerId: eli.memberId, blockedId: dana.memberId });
  await house.coffee.sitDown(dana);
  await house.coffee.sitDown(amara);
  await house.coffee.sitDown(eli);
  await eventually(() => expect(pairOf(amara.memberId)).toBeDefined());
  expect(pairOf(eli.memberId)).toBe(pairOf(amara.memberId));
  expect(pairOf(dana.memberId)).toBeUndefined();
  expect(await sitting(dana.memberId)).toBe(true);
});

test('an empty chair is not paired until its person is back', async () => {
  const { programId, join } = await house.newProgram();
  const [bea, chidi] = [await join('Bea'), await join('Chidi')];
  house.away.add(bea.memberId);
  await house.coffee.sitDown(bea);
  await house.coffee.sitDown(chidi);
  await house.coffee.seek(programId);
  expect(pairOf(chidi.memberId)).toBeUndefined();
  house.away.delete(bea.memberId);
  await house.coffee.seek(programId);
  await eventually(() => expect(pairOf(chidi.memberId)).toBeDefined());
});

test('who is in a call cannot sit down, and who walks into a call gives up the chair', async () => {
  const { join } = await house.newProgram();
  const [bea, chidi] = [await join('Bea'), await join('Chidi')];
  await house.coffee.sitDown(bea);
  await house.coffee.sitDown(chidi);
  await eventually(() => expect(pairOf(bea.memberId)).toBeDefined());
  await expect(house.coffee.sitDown(bea)).rejects.toMatchObject({ code: 'in-a-call' });
  expect(await sitting(bea.memberId)).toBe(false);
});

test('a crowd sitting down at once, with every pairing asked for many times, is paired exactly once each', async () => {
  const { programId, join } = await house.newProgram();
  const people = await Promise.all(Array.from({ length: 12 }, (_, n) => join(`Person ${n}`)));
  await Promise.all(people.flatMap((person) => [house.coffee.sitDown(person), house.coffee.seek(programId)]));
  await eventually(async () => expect(await tableOf(house.db, programId)).toEqual({ taken: 0 }));
  for (const { memberId } of people) {
    const calls = await house.db.select().from(encounterPeople).where(eq(encounterPeople.memberId, memberId));
    expect(calls).toHaveLength(1);
  }
});

test('people who have just met are not paired again while somebody new is there', async () => {
  const { join } = await house.newProgram();
  const [bea, chidi, dana] = [await join('Bea'), await join('Chidi'), await join('Dana')];
  await house.coffee.sitDown(bea);
  await house.coffee.sitDown(chidi);
  await eventually(() => expect(pairOf(bea.memberId)).toBeDefined());
  const first = pairOf(bea.memberId);
  if (!first) throw new AjarError('internal', 'no-pair', 'no pair');
  await house.encounters.joined(moment(first, bea.memberId));
  await house.encounters.joined(moment(first, chidi.memberId));
  await house.encounters.left(moment(first, bea.memberId));
  house.announcer.admitted.length = 0;
  for (const person of [bea, chidi, dana]) house.away.add(person.memberId);
  for (const person of [bea, chidi, dana]) await house.coffee.sitDown(person);
  for (const person of [bea, chidi, dana]) house.away.delete(person.memberId);
  await house.coffee.seek(bea.programId);
  await eventually(() => expect(pairOf(bea.memberId)).toBeDefined());
  expect(pairOf(dana.memberId)).toBe(pairOf(bea.memberId));
});

test('a chair is kept for a while for somebody who went offline, then it is free', async () => {
  const { programId, join } = await house.newProgram();
  const bea = await join('Bea');
  await house.coffee.sitDown(bea);
  house.away.add(bea.memberId);
  await house.coffee.clearLeftChairs(1_000_000);
  await house.coffee.clearLeftChairs(1_000_000 + chairKept - 1);
  expect(await tableOf(house.db, programId)).toEqual({ taken: 1 });
  house.away.delete(bea.memberId);
  await house.coffee.clearLeftChairs(1_000_000 + chairKept);
  house.away.add(bea.memberId);
  await house.coffee.clearLeftChairs(1_000_000 + chairKept);
  expect(await sitting(bea.memberId)).toBe(true);
  await house.coffee.clearLeftChairs(1_000_000 + 2 * chairKept);
  expect(await sitting(bea.memberId)).toBe(false);
});

test('who asked for a small table sits with two or three others, and never with one', async () => {
  const { programId, join } = await house.newProgram();
  const people = [await join('Amara'), await join('Bea'), await join('Chidi')];
  const [amara, bea, chidi] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
  await house.coffee.sitDown(amara, { tableSize: 'small' });
  await house.coffee.sitDown(bea, { tableSize: 'small' });
  await house.coffee.seek(programId);
  await vi.waitFor(async () => expect(await tableOf(house.db, programId)).toEqual({ taken: 2 }));
  expect(pairOf(amara.memberId)).toBeUndefined();
  await house.coffee.sitDown(chidi, { tableSize: 'small' });
  await eventually(() => expect(pairOf(amara.memberId)).toBeDefined());
  for (const { memberId } of people) expect(pairOf(memberId)).toBe(pairOf(amara.memberId));
});

test('of three who like to sit in pairs, two meet and the third waits', async () => {
  const { programId, join } = await house.newProgram();
  const people = [await join('Amara'), await join('Bea'), await join('Chidi')];
  for (const { memberId } of people) house.away.add(memberId);
  for (const person of people) await house.coffee.sitDown(person);
  for (const { memberId } of people) house.away.delete(memberId);
  await house.coffee.seek(programId);
  await eventually(async () => expect(await tableOf(house.db, programId)).toEqual({ taken: 1 }));
  expect(people.filter(({ memberId }) => pairOf(memberId))).toHaveLength(2);
});

test('a pairing leaves a receipt, and tells each person why in one sentence', async () => {
  const { join } = await house.newProgram();
  const [bea, chidi] = [await join('Bea Lindqvist'), await join('Chidi Mensah')];
  await house.db.insert(particulars).values([
    { memberId: bea.memberId, offers: ['teaching'] },
    { memberId: chidi.memberId, wants: ['teaching'] },
  ]);
  await house.coffee.sitDown(bea);
  await house.coffee.sitDown(chidi);
  await eventually(() => expect(pairOf(bea.memberId)).toBeDefined());
  const id = pairOf(bea.memberId) ?? expect.fail('no pair');
  const [receipt] = await house.db.select().from(pairings).where(eq(pairings.encounterId, id));
  const [drawing] = await house.db
    .select()
    .from(drawings)
    .where(eq(drawings.id, receipt?.drawingId ?? expect.fail('no receipt')));
  const again = pairRound(round.parse(drawing?.round), { seed: drawing?.seed, names: { [bea.memberId]: 'Bea' } });
  expect(again.tables.map((table) => table.people)).toEqual([[bea.memberId, chidi.memberId].sort()]);
  const { reason } = await house.encounters.enter(id, chidi);
  expect(reason).toMatch(/^You have not met\. .*Bea/);
  expect(receipt?.reasons[chidi.memberId]).toBe(reason);
});

test('with somebody else in the corridor two who gain little wait a moment, and no longer than ten seconds', async () => {
  const { programId, join } = await house.newProgram();
  const [bea, chidi, eli] = [await join('Bea'), await join('Chidi'), await join('Eli')];
  const node = await house.encounters.place();
  const { encounterId } = await house.db.transaction((tx) =>
    house.encounters.open(tx, 'door', programId, [bea, chidi], node),
  );
  for (const { memberId } of [bea, chidi]) await house.encounters.joined(moment(encounterId, memberId));
  await house.encounters.gone(encounterId, [bea.memberId, chidi.memberId], new Date());
  house.corridor.push(eli.memberId);
  const began = Date.now();
  await house.coffee.sitDown(bea);
  await house.coffee.sitDown(chidi);
  await eventually(() => expect(pairOf(bea.memberId)).toBeDefined());
  const [opened] = await house.db
    .select({ at: encounters.openedAt })
    .from(encounters)
    .where(eq(encounters.id, pairOf(bea.memberId) ?? encounterId));
  const waited = (opened?.at.getTime() ?? 0) - began;
  expect(waited).toBeGreaterThan(1_000);
  expect(waited).toBeLessThan(10_000);
  house.corridor.length = 0;
});

test('somebody who asked to be called is, once, and never for somebody they may not meet', async () => {
  const { programId, join } = await house.newProgram();
  const [bea, chidi, dana, eli] = [await join('Bea'), await join('Chidi'), await join('Dana'), await join('Eli')];
  await house.db.insert(blocks).values({ blockerId: dana.memberId, blockedId: bea.memberId });
  for (const { memberId } of [chidi, dana]) await house.coffee.calls.ask(memberId, programId, 30);
  await house.coffee.sitDown(bea);
  await eventually(() => expect(house.notified.map((told) => told.memberId)).toEqual([chidi.memberId]));
  expect(house.announcer.calledToTable).toEqual([chidi.memberId]);
  expect(JSON.stringify(house.notified)).not.toContain('Bea');
  expect(await house.coffee.calls.until(chidi.memberId)).toBeNull();
  expect(await house.coffee.calls.until(dana.memberId)).not.toBeNull();
  await house.coffee.leave(bea);
  await house.coffee.sitDown(eli);
  await eventually(() => expect(house.notified.map((told) => told.memberId)).toEqual([chidi.memberId, dana.memberId]));
});
