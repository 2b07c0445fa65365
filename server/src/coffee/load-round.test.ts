import type { DrawingId, EncounterId, MemberId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encounters } from '../encounters/index.ts';
import { createTestHouse, moment, type TestHouse } from '../encounters/testing.ts';
import { newId } from '../ids/index.ts';
import { blocks, likenesses, particulars, supervisions } from '../people/tables.ts';
import { members } from '../programs/tables.ts';
import { keepDrawing } from './keep-drawing.ts';
import { roundOf } from './load-round.ts';
import { round as asRound, type Pairing } from './pairing/round.ts';
import { coffeeFairness, coffeePolicies, drawings, pairings } from './tables.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await createTestHouse();
});
afterAll(() => house.close());

const on = new Date().toISOString().slice(0, 10);

type Person = Awaited<ReturnType<Awaited<ReturnType<TestHouse['newProgram']>>['join']>>;

async function met(a: Person, b: Person, { reallyCame = true, at = new Date() } = {}): Promise<EncounterId> {
  const node = await house.encounters.place();
  const { encounterId } = await house.db.transaction((tx) =>
    house.encounters.open(tx, 'door', a.programId, [a, b], node),
  );
  await house.encounters.joined(moment(encounterId, a.memberId, at));
  if (reallyCame) await house.encounters.joined(moment(encounterId, b.memberId, at));
  await house.encounters.gone(encounterId, [a.memberId, b.memberId], at);
  return encounterId;
}

test('a round carries what people said, whom they met, what is between them, and the policy', async () => {
  const { programId, join } = await house.newProgram();
  const [bea, chidi, dana] = [await join('Bea'), await join('Chidi'), await join('Dana')];
  await house.db.insert(particulars).values({ memberId: bea.memberId, offers: ['teaching'], tableSize: 'either' });
  await house.db
    .insert(likenesses)
    .values({ memberId: chidi.memberId, attribute: 'first in family', value: 'yes', wanted: true });
  await house.db.insert(blocks).values({ blockerId: dana.memberId, blockedId: bea.memberId });
  await house.db.insert(supervisions).values({ supervisorId: bea.memberId, supervisedId: chidi.memberId });
  await house.db.insert(coffeeFairness).values({ memberId: dana.memberId, leftOverLast: true });
  await house.db.insert(coffeePolicies).values({ programId, preset: 'Near peers', repeatWindowDays: 30 });
  await met(bea, chidi);
  await met(chidi, dana, { reallyCame: false });

  const found = await roundOf(house.db, { programId, memberIds: [bea, chidi, dana].map((one) => one.memberId), on });
  expect(asRound.parse(found)).toEqual(found);
  expect(found).toMatchObject({ on, preset: 'Near peers', repeatWindowDays: 30, supervisorsMay: false });
  const of = (person: Person) => found.people.find(({ id }) => id === person.memberId);
  expect(of(bea)).toMatchObject({ offers: ['teaching'], tableSize: 'either', likeness: null, leftOverLast: false });
  expect(of(chidi)).toMatchObject({ likeness: { attribute: 'first in family', value: 'yes', wanted: true } });
  expect(of(dana)).toMatchObject({ languages: ['en'], tableSize: 'pair', leftOverLast: true });
  expect(found.blocks).toEqual([[dana.memberId, bea.memberId]]);
  expect(found.supervisions).toEqual([[bea.memberId, chidi.memberId]]);
  expect(found.met).toEqual([{ people: [bea.memberId, chidi.memberId].sort(), on }]);
});

test('of many meetings the last counts, and one of long ago no more', async () => {
  const { programId, join } = await house.newProgram();
  const [bea, chidi, dana] = [await join('Bea'), await join('Chidi'), await join('Dana')];
  await met(bea, chidi, { at: new Date(Date.now() - 40 * 24 * 3600_000) });
  await met(bea, chidi);
  const old = await met(bea, dana);
  await house.db.execute(`update encounter_people set admitted_at = now() - interval '3 years'
    where encounter_id = '${old}'`);
  await house.db
    .update(encounters)
    .set({ startedAt: new Date('2020-01-01') })
    .where(eq(encounters.id, old));
  const memberIds = [bea, chidi, dana].map((one) => one.memberId);
  const { met: history } = await roundOf(house.db, { programId, memberIds, on });
  expect(history).toEqual([{ people: [bea.memberId, chidi.memberId].sort(), on }]);
});

test('nobody of another programme is in a round, nor anybody twice', async () => {
  const [here, there] = [await house.newProgram(), await house.newProgram()];
  const [bea, stranger] = [await here.join('Bea'), await there.join('Stranger')];
  const memberIds = [bea.memberId, bea.memberId, stranger.memberId];
  const { people } = await roundOf(house.db, { programId: here.programId, memberIds, on });
  expect(people.map(({ id }) => id)).toEqual([bea.memberId]);
});

test('a drawing leaves its receipt and says who goes first the next time', async () => {
  const { programId, join } = await house.newProgram();
  const people = [await join('A'), await join('B'), await join('C'), await join('D')];
  const [a, b, c, d] = people.map((one) => one.memberId).sort() as [MemberId, MemberId, MemberId, MemberId];
  const round = await roundOf(house.db, { programId, memberIds: [a, b, c, d], on });
  const table = { people: [a, b, c], weight: 0.5, reasons: { [a]: 'You have not met.' }, weighed: [] };
  const lost = { people: [], weight: 0, reasons: {}, weighed: [] };
  const pairing: Pairing = {
    seed: 7,
    policyVersion: 'one',
    tables: [table, lost],
    waiting: [d],
    total: 0.5,
    exact: true,
    bound: null,
  };
  const names = await house.db.select().from(members).where(eq(members.programId, programId));
  const node = await house.encounters.place();
  const id = await house.db.transaction(async (tx) => {
    const sitting = names.filter((one) => one.id !== d).map((one) => ({ memberId: one.id, name: one.name }));
    const { encounterId } = await house.encounters.open(tx, 'round', programId, sitting, node);
    return keepDrawing(tx, { programId, round, pairing, encounters: new Map([[table, encounterId]]) });
  });
  const [kept] = await house.db
    .select()
    .from(drawings)
    .where(eq(drawings.id, id ?? newId<DrawingId>()));
  expect(kept).toMatchObject({ programId, seed: 7, policyVersion: 'one', round, result: pairing });
  const receipts = await house.db
    .select()
    .from(pairings)
    .where(eq(pairings.drawingId, id ?? newId<DrawingId>()));
  expect(receipts).toMatchObject([{ weight: 0.5, reasons: { [a]: 'You have not met.' } }]);
  const next = await roundOf(house.db, { programId, memberIds: [a, b, c, d], on });
  expect(next.people.map(({ leftOverLast, trioLast }) => [leftOverLast, trioLast])).toEqual([
    [false, true],
    [false, true],
    [false, true],
    [true, false],
  ]);
});
