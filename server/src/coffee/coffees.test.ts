import type { EncounterId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { encounters, inCalls } from '../encounters/index.ts';
import { createTestHouse, moment, type TestHouse } from '../encounters/testing.ts';
import { ownNodeId } from '../nodes/index.ts';
import { particulars } from '../people/tables.ts';
import { seatOf } from './seats.ts';
import { startersOf } from './starter-set.ts';
import { coffeeOf } from './steps.ts';
import { coffees } from './tables.ts';

const eventually = <T>(check: () => T) => vi.waitFor(check, { timeout: 30_000 });

let house: TestHouse;
const closed: string[] = [];
beforeAll(async () => {
  house = await createTestHouse();
  await house.queues.start();
  house.nodes.commands.ownIs(ownNodeId, {
    closeRoom: (roomId) => void closed.push(roomId),
    removePeer: () => undefined,
    letIn: () => undefined,
  });
});
afterAll(() => house.close());

type Person = Awaited<ReturnType<Awaited<ReturnType<TestHouse['newProgram']>>['join']>>;

/** These people sit down and are paired. */
async function paired(...people: Person[]): Promise<EncounterId> {
  house.announcer.admitted.length = 0;
  for (const person of people) await house.coffee.sitDown(person, { minutes: 10 });
  return await eventually(() => {
    const ids = people.map(({ memberId }) => house.announcer.admitted.find((told) => told.memberId === memberId));
    const [first] = ids;
    expect(first).toBeDefined();
    for (const told of ids) expect(told?.encounterId).toBe(first?.encounterId);
    return first?.encounterId ?? expect.fail('no pair');
  });
}

async function two(): Promise<[Person, Person]> {
  const { join } = await house.newProgram();
  return [await join('Bea'), await join('Chidi')];
}

/** Coffees opened from now on hurry so; those before keep their moments. */
function hurry(timing: Partial<TestHouse['timing']>): void {
  Object.assign(house.timing, { minute: 60_000, showUp: 20_000, preview: 90_000 }, timing);
}

const over = async (id: EncounterId) => {
  const [row] = await house.db.select({ at: encounters.endedAt }).from(encounters).where(eq(encounters.id, id));
  return row?.at != null;
};

test('who does not show up is released, and the other is back in line where they were, at once', async () => {
  hurry({ showUp: 600 });
  const [bea, chidi] = await two();
  await house.coffee.sitDown(bea, { minutes: 10 });
  const before = await seatOf(house.db, bea.memberId);
  const id = await paired(bea, chidi);
  await house.encounters.joined(moment(id, bea.memberId));
  await eventually(async () => expect(await over(id)).toBe(true));
  expect(await seatOf(house.db, bea.memberId)).toEqual({ ...before, again: true });
  expect(await seatOf(house.db, chidi.memberId)).toBeNull();
  expect(await inCalls(house.db, [bea.memberId, chidi.memberId])).toEqual(new Set());
  await eventually(() => expect(closed).toContain(id));
  await eventually(() => expect(house.announcer.mine).toContain(bea.memberId));
});

test('who is first in line again is paired before those who came meanwhile', async () => {
  hurry({ showUp: 600 });
  const { programId, join } = await house.newProgram();
  const [bea, chidi, dana, eli] = [await join('Bea'), await join('Chidi'), await join('Dana'), await join('Eli')];
  const id = await paired(bea, chidi);
  await house.encounters.joined(moment(id, bea.memberId));
  for (const { memberId } of [bea, dana, eli]) house.away.add(memberId);
  await house.coffee.sitDown(dana);
  await house.coffee.sitDown(eli);
  await eventually(async () => expect((await seatOf(house.db, bea.memberId))?.again).toBe(true));
  for (const { memberId } of [bea, dana, eli]) house.away.delete(memberId);
  house.announcer.admitted.length = 0;
  await house.coffee.seek(programId);
  await eventually(() => expect(house.announcer.admitted.length).toBeGreaterThan(0));
  expect(house.announcer.admitted.map((told) => told.memberId)).toContain(bea.memberId);
});

test('a person at the preview has shown up; they are waited for longer, and not for ever', async () => {
  hurry({ showUp: 500, preview: 2_500 });
  const [bea, chidi] = await two();
  const id = await paired(bea, chidi);
  const opened = Date.now();
  await house.encounters.joined(moment(id, bea.memberId));
  await house.coffee.coffees.came(chidi.memberId, id);
  await eventually(async () => expect(await over(id)).toBe(true));
  expect(Date.now() - opened).toBeGreaterThan(1_500);
  expect((await seatOf(house.db, bea.memberId))?.again).toBe(true);
  expect(await seatOf(house.db, chidi.memberId)).toBeNull();
});

test('at a table of three, one who does not show up leaves the other two to their coffee', async () => {
  hurry({ showUp: 800 });
  const { join } = await house.newProgram();
  const people = [await join('Amara'), await join('Bea'), await join('Chidi')] as const;
  for (const { memberId } of people) {
    await house.db.insert(particulars).values({ memberId, tableSize: 'small' });
  }
  const id = await paired(...people);
  const [amara, bea, chidi] = people;
  for (const { memberId } of [amara, bea]) await house.encounters.joined(moment(id, memberId));
  await eventually(async () => expect(await inCalls(house.db, [chidi.memberId])).toEqual(new Set()));
  expect(await over(id)).toBe(false);
  expect(await coffeeOf(house.db, amara.memberId)).not.toBeNull();
});

test('the bell rings, one who would like to stay stays unknown, and the coffee ends for both', async () => {
  hurry({ minute: 300 });
  const [bea, chidi] = await two();
  const id = await paired(bea, chidi);
  for (const { memberId } of [bea, chidi]) await house.encounters.joined(moment(id, memberId));
  expect(await coffeeOf(house.db, bea.memberId)).toMatchObject({ encounterId: id, bell: false, staying: false });
  await eventually(async () => expect((await coffeeOf(house.db, bea.memberId))?.bell).toBe(true));
  await house.coffee.coffees.stayLonger(bea.memberId, id);
  expect(await coffeeOf(house.db, bea.memberId)).toMatchObject({ bell: true, staying: true });
  expect(await coffeeOf(house.db, chidi.memberId)).toMatchObject({ bell: true, staying: false });
  await eventually(async () => expect(await over(id)).toBe(true));
  expect(closed).toContain(id);
  expect(await seatOf(house.db, bea.memberId)).toBeNull();
});

test('when both would like to stay it goes on, with a bell of its own', async () => {
  hurry({ minute: 300 });
  const [bea, chidi] = await two();
  const id = await paired(bea, chidi);
  for (const { memberId } of [bea, chidi]) await house.encounters.joined(moment(id, memberId));
  await eventually(async () => expect((await coffeeOf(house.db, bea.memberId))?.bell).toBe(true));
  await Promise.all([bea, chidi].map(({ memberId }) => house.coffee.coffees.stayLonger(memberId, id)));
  expect(await coffeeOf(house.db, chidi.memberId)).toMatchObject({ bell: false, staying: false, extensions: 1 });
  await eventually(async () => expect((await coffeeOf(house.db, bea.memberId))?.bell).toBe(true));
  await eventually(async () => expect(await over(id)).toBe(true));
});

test('both see one starter, two presses at once turn it once, and it can be put away', async () => {
  hurry({});
  const [bea, chidi] = await two();
  const id = await paired(bea, chidi);
  const talk = house.coffee.coffees;
  const first = await coffeeOf(house.db, bea.memberId);
  expect(await startersOf(house.db, bea.programId)).toContain(first?.starter);
  await Promise.all(
    [bea, chidi].map(({ memberId }) => talk.starter(memberId, { encounterId: id, turn: 0, press: 'another' })),
  );
  const second = await coffeeOf(house.db, chidi.memberId);
  expect(second).toMatchObject({ turn: 1 });
  expect(second?.starter).not.toBe(first?.starter);
  expect((await coffeeOf(house.db, bea.memberId))?.starter).toBe(second?.starter);
  await talk.starter(bea.memberId, { encounterId: id, turn: 1, press: 'away' });
  expect(await coffeeOf(house.db, chidi.memberId)).toMatchObject({ turn: 2, starter: null });
  const stranger = (await two())[0];
  const press = { encounterId: id, turn: 2, press: 'another' as const };
  await expect(talk.starter(stranger.memberId, press)).rejects.toMatchObject({ code: 'no-such-coffee' });
});

test('of two choices the shorter time counts', async () => {
  hurry({});
  const [bea, chidi] = await two();
  house.announcer.admitted.length = 0;
  await house.coffee.sitDown(bea, { minutes: 30 });
  await house.coffee.sitDown(chidi, { minutes: 10 });
  await eventually(() => expect(house.announcer.admitted).toHaveLength(2));
  const [told] = house.announcer.admitted;
  const [row] = await house.db
    .select({ minutes: coffees.minutes })
    .from(coffees)
    .where(eq(coffees.encounterId, told?.encounterId ?? expect.fail('no pair')));
  expect(row?.minutes).toBe(10);
});

test('two servers minding the same coffee do each thing once', async () => {
  hurry({ minute: 200 });
  const [bea, chidi] = await two();
  const id = await paired(bea, chidi);
  for (const { memberId } of [bea, chidi]) await house.encounters.joined(moment(id, memberId));
  await eventually(async () => expect((await coffeeOf(house.db, bea.memberId))?.bell).toBe(true));
  const talk = house.coffee.coffees;
  await Promise.all([bea, chidi].map(({ memberId }) => talk.stayLonger(memberId, id)));
  await Promise.all(Array.from({ length: 8 }, () => talk.mind(id)));
  const [row] = await house.db.select().from(coffees).where(eq(coffees.encounterId, id));
  expect(row?.extensions).toBe(1);
});
