import type { MemberId, OccurrenceId, ProgramId } from '@ajar/shared';
import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { encounterPeople } from '../encounters/index.ts';
import { moment } from '../encounters/testing.ts';
import { blocks } from '../people/tables.ts';
import { answer, sitOut } from './answers.ts';
import { noticesOf } from './notices.ts';
import { roundAnswers, roundSeats } from './tables.ts';
import { createRoundHouse, type RoundHouse } from './testing.ts';

let house: RoundHouse;
beforeAll(async () => {
  house = await createRoundHouse('2026-03-27T08:00:00Z');
});
afterAll(() => house.close());
beforeEach(() => {
  house.travelTo('2026-03-27T08:00:00Z');
  house.announcer.admitted.length = 0;
  house.away.clear();
});

type Person = { memberId: MemberId; programId: ProgramId; name: string };

async function withPeople(count: number, plan: Parameters<RoundHouse['make']>[1] = {}) {
  const { programId, join } = await house.newProgram();
  const people: Person[] = [];
  for (let n = 0; n < count; n += 1) people.push(await join(`Person ${n}`));
  const roundId = await house.make(programId, plan);
  return { programId, roundId, people, join };
}

/** Moves the clock to the end of the phase and lets the round look. */
async function goOn(id: OccurrenceId) {
  const of = await house.rounds.read(id);
  if (of) house.travelTo(of.occurrence.until);
  await house.rounds.step(id);
  return (await house.rounds.read(id))?.occurrence;
}

const stageOf = async (id: OccurrenceId) => {
  const occurrence = (await house.rounds.read(id))?.occurrence;
  return occurrence && [occurrence.phase, occurrence.sitting];
};

/** Who sits with whom, by sitting. */
async function tablesOf(id: OccurrenceId) {
  const rows = await house.db.select().from(roundSeats).where(eq(roundSeats.occurrenceId, id));
  const sittings = Map.groupBy(rows, (row) => row.sitting);
  return [...sittings.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, seats]) =>
      [...Map.groupBy(seats, (seat) => seat.encounterId).values()].map((table) =>
        table.map((seat) => seat.memberId).sort(),
      ),
    );
}

async function gathered(people: Person[], roundId: Parameters<RoundHouse['current']>[0]) {
  const { id } = await house.current(roundId);
  await goOn(id);
  for (const person of people) await house.rounds.here(person, id, true);
  return id;
}

test('four people sit in two pairs, then in two other pairs, and then it is over and the next is announced', async () => {
  const { people, roundId } = await withPeople(4, { sittings: 3 });
  const id = await gathered(people, roundId);
  expect(await stageOf(id)).toEqual(['gathering', 0]);
  for (const sitting of [1, 2, 3]) {
    expect(await goOn(id)).toMatchObject({ phase: 'sitting', sitting });
    expect(house.announcer.admitted.splice(0).filter(({ why }) => why === 'round')).toHaveLength(4);
    expect(await goOn(id)).toMatchObject({ phase: sitting < 3 ? 'between' : 'over', sitting });
    const inside = await house.db.select().from(encounterPeople).where(isNull(encounterPeople.leftAt));
    expect(inside).toEqual([]);
  }
  const sittings = await tablesOf(id);
  expect(sittings.map((tables) => tables.map((table) => table.length))).toEqual([
    [2, 2],
    [2, 2],
    [2, 2],
  ]);
  expect(new Set(sittings.flat().map((pair) => pair.join(' '))).size).toBe(6);
  await house.rounds.plan(roundId);
  expect((await house.current(roundId)).startsAt).toEqual(new Date('2026-03-28T11:00:00Z'));
});

test('two servers, and every job many times over, make each sitting once', async () => {
  const { people, roundId } = await withPeople(6);
  const id = await gathered(people, roundId);
  const other = house.another();
  for (let stage = 0; stage < 5; stage += 1) {
    const of = await house.rounds.read(id);
    if (of) house.travelTo(of.occurrence.until);
    await Promise.all([
      house.rounds.step(id),
      other.step(id),
      house.rounds.step(id),
      other.sweep(),
      house.rounds.sweep(),
    ]);
  }
  expect(await stageOf(id)).toEqual(['over', 2]);
  for (const tables of await tablesOf(id)) {
    expect(tables.flat().sort()).toEqual(people.map((person) => person.memberId).sort());
    expect(tables.map((table) => table.length)).toEqual([2, 2, 2]);
  }
});

test('a job that comes early changes nothing', async () => {
  const { people, roundId } = await withPeople(2);
  const { id, until } = await house.current(roundId);
  house.travelTo(new Date(until.getTime() - 1));
  await house.rounds.step(id);
  expect(await stageOf(id)).toEqual(['announced', 0]);
  await expect(house.rounds.here(people[0] ?? expect.fail(), id, true)).rejects.toMatchObject({
    code: 'not-gathering',
  });
});

describe('over a change of clocks', () => {
  test.each([
    [
      'forward',
      'Europe/Stockholm',
      '12:00',
      '2026-03-28T08:00Z',
      ['2026-03-28T11:00Z', '2026-03-29T10:00Z', '2026-03-30T10:00Z'],
    ],
    [
      'forward, at an hour that is skipped',
      'Europe/Stockholm',
      '02:30',
      '2026-03-27T08:00Z',
      ['2026-03-28T01:30Z', '2026-03-29T01:30Z', '2026-03-30T00:30Z'],
    ],
    [
      'back',
      'America/Toronto',
      '12:00',
      '2026-10-31T08:00Z',
      ['2026-10-31T16:00Z', '2026-11-01T17:00Z', '2026-11-02T17:00Z'],
    ],
    [
      'back, at an hour that comes twice',
      'America/Toronto',
      '01:30',
      '2026-10-30T08:00Z',
      ['2026-10-31T05:30Z', '2026-11-01T05:30Z', '2026-11-02T06:30Z'],
    ],
  ])('%s: %s at %s takes place once a day, gathering two minutes before', async (_, timeZone, at, start, expected) => {
    house.travelTo(start);
    const { people, roundId } = await withPeople(2, { timeZone, startsAt: `2026-03-01T${at}`, sittings: 1 });
    for (const startsAt of expected.map((time) => new Date(time))) {
      const { id } = await house.current(roundId);
      await goOn(id);
      expect(house.now()).toEqual(new Date(startsAt.getTime() - 120_000));
      for (const person of people) await house.rounds.here(person, id, true);
      expect(await goOn(id)).toMatchObject({ phase: 'sitting', sitting: 1 });
      expect(house.now()).toEqual(startsAt);
      await goOn(id);
      await house.rounds.plan(roundId);
    }
    const all = await house.occurrences(roundId);
    expect(all.map((row) => row.phase)).toEqual(['over', 'over', 'over', 'announced']);
  });
});

test('a server that was away through the whole round lets it pass, and plans the next', async () => {
  const { roundId } = await withPeople(2);
  const { id, startsAt } = await house.current(roundId);
  house.travelTo(new Date(startsAt.getTime() + 3_600_000));
  await house.rounds.sweep();
  expect(await stageOf(id)).toEqual(['over', 0]);
  await house.rounds.sweep();
  expect((await house.current(roundId)).startsAt > startsAt).toBe(true);
});

test('nobody sits across a block, even one made between the gathering and the sitting', async () => {
  const { people, roundId } = await withPeople(2);
  const [a, b] = [people[0] ?? expect.fail(), people[1] ?? expect.fail()];
  const id = await gathered(people, roundId);
  await house.db.insert(blocks).values({ blockerId: a.memberId, blockedId: b.memberId });
  await goOn(id);
  expect(await house.db.select().from(roundSeats).where(eq(roundSeats.occurrenceId, id))).toMatchObject([
    { encounterId: null },
    { encounterId: null },
  ]);
});

test('who comes late sits in the next sitting; two without a table begin at once', async () => {
  const { people, roundId } = await withPeople(4, { sittings: 2 });
  const [a, b, c, d] = people as [Person, Person, Person, Person];
  const id = await gathered([a, b], roundId);
  await goOn(id);
  await house.rounds.here(c, id, true);
  expect((await tablesOf(id))[0]).toHaveLength(1);
  await house.rounds.here(d, id, true);
  expect((await tablesOf(id))[0]?.map((table) => table.length)).toEqual([2, 2]);
  await goOn(id);
  await goOn(id);
  expect((await tablesOf(id))[1]?.flat()).toHaveLength(4);
});

test('who comes late joins a pair only when both have said yes, and a no is told to nobody', async () => {
  const { programId, people, roundId } = await withPeople(3);
  const [a, b, late] = people as [Person, Person, Person];
  const id = await gathered([a, b], roundId);
  await goOn(id);
  await house.rounds.here(late, id, true);
  const noticeOf = async ({ memberId }: Person) =>
    (await noticesOf(house.db, programId, [memberId], house.now())).get(memberId);
  const before = await noticeOf(late);
  await house.rounds.asks.ask(late, id);
  expect((await noticeOf(a))?.asked).toEqual({ memberId: late.memberId, name: late.name });
  await house.rounds.asks.answer(a, id, late.memberId, true);
  expect((await noticeOf(late))?.seated).toBe(false);
  await house.rounds.asks.answer(b, id, late.memberId, true);
  expect((await noticeOf(late))?.seated).toBe(true);
  expect((await tablesOf(id))[0]).toEqual([[a, b, late].map((person) => person.memberId).sort()]);

  const other = await withPeople(3);
  const [x, y, z] = other.people as [Person, Person, Person];
  const secondId = await gathered([x, y], other.roundId);
  await goOn(secondId);
  await house.rounds.here(z, secondId, true);
  await house.rounds.asks.ask(z, secondId);
  const asking = (await noticesOf(house.db, other.programId, [z.memberId], house.now())).get(z.memberId);
  await house.rounds.asks.answer(x, secondId, z.memberId, false);
  await house.rounds.asks.answer(y, secondId, z.memberId, true);
  const after = (await noticesOf(house.db, other.programId, [z.memberId], house.now())).get(z.memberId);
  expect(after).toEqual(asking);
  expect(after).toMatchObject({ seated: false, asked: null });
  expect(before).toMatchObject({ seated: false, asked: null });
});

test('who let a partner wait in vain is not seated again; who only lost the line is', async () => {
  const { people, roundId } = await withPeople(4, { sittings: 2 });
  const id = await gathered(people, roundId);
  await goOn(id);
  const [pair] = (await tablesOf(id))[0] ?? [];
  const [came, away] = pair ?? [];
  if (!came || !away) return expect.fail('no pair');
  const [seat] = await house.db
    .select()
    .from(roundSeats)
    .where(and(eq(roundSeats.occurrenceId, id), eq(roundSeats.memberId, came)));
  await house.encounters.joined(moment(seat?.encounterId ?? expect.fail(), came, house.now()));
  await goOn(id);
  await goOn(id);
  const again = (await tablesOf(id))[1]?.flat();
  expect(again).toContain(came);
  expect(again).not.toContain(away);
  expect(again).toHaveLength(3);
});

test('cadence and sitting out decide who is expected, and a turn is used up when the round gathers', async () => {
  const { programId, people, roundId } = await withPeople(4);
  const [every, once, monthly, out] = people as [Person, Person, Person, Person];
  await answer(house.db, every, roundId, { cadence: 'every' });
  await answer(house.db, once, roundId, { cadence: 'once' });
  await answer(house.db, monthly, roundId, { cadence: 'monthly' });
  await answer(house.db, out, roundId, { cadence: 'every' });
  const first = await house.current(roundId);
  await sitOut(house.db, out, roundId, first.startsAt, true);
  const parts = async () => {
    const notices = await noticesOf(
      house.db,
      programId,
      people.map((person) => person.memberId),
      house.now(),
    );
    return people.map((person) => notices.get(person.memberId)?.part);
  };
  expect(await parts()).toEqual(['expected', 'expected', 'expected', 'sat-out']);
  await goOn(first.id);
  for (let stage = 0; stage < 4; stage += 1) await goOn(first.id);
  await house.rounds.plan(roundId);
  house.travelTo(new Date(house.now().getTime() + 120_000));
  expect(await parts()).toEqual(['expected', 'invited', 'invited', 'expected']);
  const kept = await house.db.select().from(roundAnswers).where(eq(roundAnswers.roundId, roundId));
  expect(kept.find((row) => row.memberId === once.memberId)).toMatchObject({ cadence: null, lastOn: null });
  expect(kept.find((row) => row.memberId === monthly.memberId)).toMatchObject({ lastOn: '2026-03-27' });
});

test('only those on the list hear of a round that is not for everybody', async () => {
  const { programId, join } = await house.newProgram();
  const [guest, stranger] = [await join('Guest'), await join('Stranger')];
  const roundId = await house.make(programId, { invited: [guest.memberId] });
  const notices = await noticesOf(house.db, programId, [guest.memberId, stranger.memberId], house.now());
  expect([...notices.keys()]).toEqual([guest.memberId]);
  await expect(answer(house.db, stranger, roundId, { cadence: 'every' })).rejects.toMatchObject({
    code: 'no-such-round',
  });
  const { id } = await house.current(roundId);
  await goOn(id);
  await expect(house.rounds.here(stranger, id, true)).rejects.toMatchObject({ code: 'not-gathering' });
});
