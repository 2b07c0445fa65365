import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Visiting } from '../doors/index.ts';
import { doors } from '../doors/tables.ts';
import { visitorsAt, visitsOf } from '../doors/view.ts';
import { encounterOf, encounters, encountersOf, inCalls } from '../encounters/index.ts';
import { createTestHouse, moment, refusal, type TestHouse } from '../encounters/testing.ts';
import { blocks } from '../people/tables.ts';
import { withLounges } from './view.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await createTestHouse();
});
afterAll(() => house.close());

/** A mentor in a visit at an open door, and so many in line. */
async function aLine(...names: string[]) {
  const { join } = await house.newProgram();
  const [mentor, guest] = [await join('Amara Osei'), await join('Guest')];
  await house.doors.set(mentor, 'open');
  const [door] = await house.db.select().from(doors).where(eq(doors.memberId, mentor.memberId));
  const doorId = door?.id ?? expect.fail('no door');
  const visit = await house.doors.walkIn(guest, doorId);
  const people: Visiting[] = [];
  for (const name of names) {
    const person = await join(name);
    people.push(person);
    await house.doors.ask(person, doorId, 'wait');
  }
  const visitOf = async ({ memberId }: Visiting) => {
    const [mine] = await withLounges(house.db, memberId, await visitsOf(house.db, memberId));
    return mine ?? expect.fail('does not wait');
  };
  return {
    join,
    mentor,
    doorId,
    people,
    visitOf,
    /** Those this person sees in the lounge. */
    seenBy: async (person: Visiting) => (await visitOf(person)).lounge.map(({ name }) => name),
    order: async () => (await visitorsAt(house.db, mentor.memberId)).map(({ name }) => name),
    stepIn: async (person: Visiting) => {
      const { encounterId } = await house.lounges.waitTogether(person, (await visitOf(person)).visitId);
      await house.encounters.joined(moment(encounterId, person.memberId));
      return encounterId;
    },
    visitEnds: () => house.encounters.left(moment(visit.encounterId, guest.memberId)),
  };
}

const [first, second, third] = [0, 1, 2];
const at = (people: readonly Visiting[], n: number) => people[n] ?? expect.fail('nobody');

test('two who wait step into one lounge, and the line stays as it was, coming and going', async () => {
  const line = await aLine('Bea', 'Chidi', 'Dana');
  const [bea, chidi, dana] = [at(line.people, first), at(line.people, second), at(line.people, third)];
  const lounge = await line.stepIn(chidi);
  expect(await line.stepIn(bea)).toBe(lounge);
  expect(await line.stepIn(bea)).toBe(lounge);
  expect(await line.order()).toEqual(['Bea', 'Chidi', 'Dana']);
  expect(await encounterOf(house.db, bea.memberId)).toMatchObject({ kind: 'lounge', with: [{ name: 'Chidi' }] });
  // Dana waits alone: she sees who waits together, and nobody sees her there.
  expect((await line.seenBy(dana)).sort()).toEqual(['Bea', 'Chidi']);
  expect(await line.seenBy(bea)).toEqual(['Chidi']);
  await house.encounters.left(moment(lounge, bea.memberId));
  expect(await line.order()).toEqual(['Bea', 'Chidi', 'Dana']);
  expect(await line.seenBy(dana)).toEqual(['Chidi']);
  // One person alone may go on waiting there; when they leave too it is over, and it is a meeting of two for both.
  expect(await encounterOf(house.db, chidi.memberId)).toMatchObject({ encounterId: lounge });
  await house.encounters.left(moment(lounge, chidi.memberId));
  const [over] = await house.db.select().from(encounters).where(eq(encounters.id, lounge));
  expect(over?.endedAt).not.toBeNull();
  expect((await encountersOf(house.db, bea.memberId)).map((one) => one.kind)).toEqual(['lounge']);
  expect(await line.order()).toEqual(['Bea', 'Chidi', 'Dana']);
  // The next who steps in begins another.
  expect(await line.stepIn(dana)).not.toBe(lounge);
});

test('who is in the lounge is called from it, goes in from it, and the others’ places are kept', async () => {
  const line = await aLine('Bea', 'Chidi');
  const [bea, chidi] = [at(line.people, first), at(line.people, second)];
  const lounge = await line.stepIn(bea);
  await line.stepIn(chidi);
  await line.visitEnds();
  const mine = await line.visitOf(bea);
  expect(mine.comeInFor).toBeGreaterThan(0);
  const { encounterId } = await house.turns.comeIn(bea, mine.visitId);
  expect(await encounterOf(house.db, bea.memberId)).toMatchObject({ encounterId, kind: 'door' });
  expect(await encounterOf(house.db, chidi.memberId)).toMatchObject({ encounterId: lounge, with: [] });
  expect(await line.visitOf(chidi)).toMatchObject({ place: 1, lounge: [] });
  // What the media node says of the lounge afterwards changes nothing of the visit.
  await house.encounters.left(moment(lounge, bea.memberId));
  expect(await encounterOf(house.db, bea.memberId)).toMatchObject({ encounterId });
});

test('a call from the lounge that is not answered costs one place, as anywhere', async () => {
  const line = await aLine('Bea', 'Chidi');
  const [bea] = line.people;
  if (!bea) throw new Error('nobody');
  await line.stepIn(bea);
  await line.visitEnds();
  await house.turns.sweep(new Date(Date.now() + 130_000));
  expect(await line.order()).toEqual(['Chidi', 'Bea']);
});

test('the mentor may let somebody in straight from the lounge', async () => {
  const line = await aLine('Bea', 'Chidi');
  const [bea, chidi] = [at(line.people, first), at(line.people, second)];
  await line.stepIn(bea);
  await line.stepIn(chidi);
  await line.visitEnds();
  const { encounterId } = await house.doors.letIn(line.mentor, (await line.visitOf(chidi)).visitId);
  expect(await encounterOf(house.db, chidi.memberId)).toMatchObject({ encounterId, kind: 'door' });
  expect(await line.order()).toEqual(['Bea']);
});

test('two between whom there is a block each find a lounge without the other, and nothing to wonder about', async () => {
  const line = await aLine('Bea', 'Chidi', 'Dana');
  const [bea, chidi, dana] = [at(line.people, first), at(line.people, second), at(line.people, third)];
  await house.db.insert(blocks).values({ blockerId: bea.memberId, blockedId: chidi.memberId });
  const lounge = await line.stepIn(bea);
  expect(await line.seenBy(chidi)).toEqual([]);
  expect(await line.stepIn(chidi)).not.toBe(lounge);
  expect(await line.seenBy(bea)).toEqual([]);
  expect(await line.seenBy(dana)).toEqual(['Bea']);
  expect(await line.stepIn(dana)).toBe(lounge);
});

test('a block in the middle of it parts the two at once, and both keep their places', async () => {
  const line = await aLine('Bea', 'Chidi', 'Dana');
  const [bea, chidi, dana] = [at(line.people, first), at(line.people, second), at(line.people, third)];
  for (const person of [bea, chidi, dana]) await line.stepIn(person);
  await house.db.insert(blocks).values({ blockerId: bea.memberId, blockedId: dana.memberId });
  await house.encounters.part(bea.memberId, dana.memberId);
  expect(await encounterOf(house.db, bea.memberId)).toBeNull();
  expect(await line.seenBy(dana)).toEqual(['Chidi']);
  expect(await line.seenBy(bea)).toEqual([]);
  expect(await line.order()).toEqual(['Bea', 'Chidi', 'Dana']);
});

test('nobody is in two calls: whoever waits together sits at no coffee, and who is in a call does not step in', async () => {
  const line = await aLine('Bea', 'Chidi');
  const [bea, chidi] = [at(line.people, first), at(line.people, second)];
  await line.stepIn(bea);
  expect(await inCalls(house.db, [bea.memberId])).toEqual(new Set([bea.memberId]));
  expect(await refusal(house.coffee.sitDown(bea))).toBe('in-a-call');
  const node = await house.encounters.place();
  const dana = await line.join('Dana');
  await house.db.transaction((tx) => house.encounters.open(tx, 'coffee', chidi.programId, [chidi, dana], node));
  expect(await refusal(line.stepIn(chidi))).toBe('in-a-call');
  const coffee = house.db.transaction((tx) => house.encounters.open(tx, 'coffee', bea.programId, [bea, chidi], node));
  expect(await refusal(coffee)).toBe('in-a-call');
});

test('a lounge is in nobody’s way at their own door, and gives way to it', async () => {
  const line = await aLine('Eli');
  const [eli] = line.people;
  if (!eli) throw new Error('nobody');
  await line.stepIn(eli);
  await house.doors.set(eli, 'open');
  const [own] = await house.db.select().from(doors).where(eq(doors.memberId, eli.memberId));
  const { encounterId } = await house.doors.walkIn(await line.join('Visitor'), own?.id ?? expect.fail('no door'));
  expect(await encounterOf(house.db, eli.memberId)).toMatchObject({ encounterId, kind: 'door' });
});

test('only who waits steps in, with their own place', async () => {
  const line = await aLine('Bea', 'Chidi');
  const [bea, chidi] = [at(line.people, first), at(line.people, second)];
  const { visitId } = await line.visitOf(bea);
  expect(await refusal(house.lounges.waitTogether(chidi, visitId))).toBe('no-such-visit');
  await house.doors.leaveLine(bea, visitId);
  expect(await refusal(house.lounges.waitTogether(bea, visitId))).toBe('no-such-visit');
});

test('two who step in at the same moment are in the same lounge', async () => {
  const line = await aLine('Bea', 'Chidi', 'Dana', 'Eli');
  const into = await Promise.all(line.people.map((person) => line.stepIn(person)));
  expect(new Set(into).size).toBe(1);
});
