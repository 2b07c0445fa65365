import type { DoorId, MemberId } from '@ajar/shared';
import { and, count, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seatOf } from '../coffee/index.ts';
import { encounters } from '../encounters/index.ts';
import { createTestHouse, moment, refusal, type TestHouse } from '../encounters/testing.ts';
import { createLog } from '../log/index.ts';
import type { Visiting } from './attempt.ts';
import { Doors } from './doors.ts';
import { doors as doorsTable, visits } from './tables.ts';
import { Turns } from './turns.ts';
import { visitorsAt, visitsOf } from './view.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await createTestHouse();
});
afterAll(() => house.close());

/** When every call that was made is over. */
const afterTwoMinutes = () => house.turns.sweep(new Date(Date.now() + 130_000));
/** A mentor at an open door with somebody inside, and others in line. */
async function aBusyDoor(...names: string[]) {
  const { join } = await house.newProgram();
  const [mentor, guest] = [await join('Amara Osei'), await join('Guest')];
  await house.doors.set(mentor, 'open');
  const [door] = await house.db.select().from(doorsTable).where(eq(doorsTable.memberId, mentor.memberId));
  if (!door) throw new Error('no door');
  const doorId = door.id;
  const { encounterId } = await house.doors.walkIn(guest, doorId);
  const people: Record<string, Visiting> = {};
  for (const name of names) {
    const person = await join(name);
    people[name] = person;
    await house.doors.ask(person, doorId, 'wait');
  }
  const person = (name: string) => people[name] ?? expect.fail(`no ${name}`);
  const visitOf = async (name: string) => {
    const [visit] = await visitsOf(house.db, person(name).memberId);
    return visit ?? expect.fail(`${name} does not wait`);
  };
  const guestLeaves = () => house.encounters.left(moment(encounterId, guest.memberId));
  const order = async () =>
    (await visitorsAt(house.db, mentor.memberId)).map(({ name, called }) => (called ? `${name}, called` : name));
  const comeIn = async (name: string) => house.turns.comeIn(person(name), (await visitOf(name)).visitId);
  return { join, mentor, doorId, person, visitOf, guestLeaves, order, comeIn };
}

const told = (memberId: MemberId) => house.notified.filter((one) => one.memberId === memberId).length;

test('when the mentor is free, the first in line is called, in the page and outside it, and comes in', async () => {
  const line = await aBusyDoor('Bea', 'Chidi');
  expect(await line.order()).toEqual(['Bea', 'Chidi']);
  expect(await refusal(line.comeIn('Bea'))).toBe('not-called');
  await line.guestLeaves();
  expect(await line.order()).toEqual(['Bea, called', 'Chidi']);
  expect(told(line.person('Bea').memberId)).toBe(1);
  expect((await line.visitOf('Bea')).comeInFor).toBeGreaterThan(0);
  expect((await line.visitOf('Chidi')).comeInFor).toBeNull();
  // Looking again calls nobody twice, and nobody else.
  await house.turns.callNext(line.doorId);
  await house.turns.sweep();
  expect(await line.order()).toEqual(['Bea, called', 'Chidi']);
  expect(told(line.person('Bea').memberId)).toBe(1);
  expect(await refusal(line.comeIn('Chidi'))).toBe('not-called');
  const { encounterId } = await line.comeIn('Bea');
  expect(house.announcer.admitted).toContainEqual({ memberId: line.mentor.memberId, encounterId, why: 'visitor' });
  expect(await line.order()).toEqual(['Chidi']);
});

test('who does not come goes back one place, not out, the next is called at once, and they are called again after', async () => {
  const line = await aBusyDoor('Bea', 'Chidi', 'Dana');
  await line.guestLeaves();
  await afterTwoMinutes();
  expect(await line.order()).toEqual(['Chidi, called', 'Bea', 'Dana']);
  expect(await line.visitOf('Bea')).toMatchObject({ place: 2, missed: true, comeInFor: null });
  const { encounterId } = await line.comeIn('Chidi');
  expect(await line.visitOf('Bea')).toMatchObject({ place: 1, missed: false });
  await house.encounters.left(moment(encounterId, line.person('Chidi').memberId));
  expect(await line.order()).toEqual(['Bea, called', 'Dana']);
});

test('nobody is called twice for one free moment, however few wait; being seen again is enough', async () => {
  const line = await aBusyDoor('Bea', 'Chidi');
  await line.guestLeaves();
  for (let n = 0; n < 4; n += 1) await afterTwoMinutes();
  expect(await line.order()).toEqual(['Bea', 'Chidi']);
  expect(told(line.person('Bea').memberId)).toBe(1);
  expect(told(line.person('Chidi').memberId)).toBe(1);
  await house.turns.seen(line.person('Chidi').memberId);
  expect(await line.order()).toEqual(['Bea', 'Chidi, called']);
});

test('who is in a coffee is not dragged out: they are passed over, keep their place, and are called after it', async () => {
  const line = await aBusyDoor('Bea', 'Chidi');
  const other = await line.join('Eli');
  const node = await house.encounters.place();
  const bea = line.person('Bea');
  const coffee = await house.db.transaction((tx) =>
    house.encounters.open(tx, 'coffee', bea.programId, [bea, other], node),
  );
  await line.guestLeaves();
  expect(await line.order()).toEqual(['Bea', 'Chidi, called']);
  const { encounterId } = await line.comeIn('Chidi');
  await house.encounters.left(moment(coffee.encounterId, bea.memberId));
  expect(await line.order()).toEqual(['Bea']);
  await house.encounters.left(moment(encounterId, line.mentor.memberId));
  expect(await line.order()).toEqual(['Bea, called']);
});

test('who went into a coffee after being called keeps their place too', async () => {
  const line = await aBusyDoor('Bea', 'Chidi');
  await line.guestLeaves();
  const bea = line.person('Bea');
  const other = await line.join('Eli');
  const node = await house.encounters.place();
  await house.db.transaction((tx) => house.encounters.open(tx, 'coffee', bea.programId, [bea, other], node));
  await afterTwoMinutes();
  expect(await line.order()).toEqual(['Bea', 'Chidi, called']);
  expect(await line.visitOf('Bea')).toMatchObject({ missed: false });
});

test('who waits may sit at the coffee table, is called from there with the place kept, and leaves the chair by coming in', async () => {
  const line = await aBusyDoor('Bea', 'Chidi');
  const bea = line.person('Bea');
  const sits = async () => (await seatOf(house.db, bea.memberId)) !== null;
  await house.coffee.sitDown(bea);
  expect(await sits()).toBe(true);
  expect(await line.order()).toEqual(['Bea', 'Chidi']);
  await line.guestLeaves();
  expect(await line.order()).toEqual(['Bea, called', 'Chidi']);
  expect(await sits()).toBe(true);
  await line.comeIn('Bea');
  expect(await sits()).toBe(false);
  // And the other way round: whoever sits there joins a line and keeps the chair.
  const chidi = line.person('Chidi');
  await house.coffee.sitDown(chidi);
  expect(await line.order()).toEqual(['Chidi']);
  await house.coffee.leave(chidi);
  expect(await line.order()).toEqual(['Chidi']);
});

test('a mentor who is away or somewhere else costs nobody a place, and calls nobody', async () => {
  const line = await aBusyDoor('Bea', 'Chidi');
  await line.guestLeaves();
  house.away.add(line.mentor.memberId);
  await afterTwoMinutes();
  expect(await line.order()).toEqual(['Bea', 'Chidi']);
  house.away.delete(line.mentor.memberId);
  await house.turns.seen(line.mentor.memberId);
  expect(await line.order()).toEqual(['Bea, called', 'Chidi']);
});

test('letting in somebody who has stepped away calls them, and whoever is let in instead costs them nothing', async () => {
  const line = await aBusyDoor('Bea', 'Chidi');
  await house.doors.set(line.mentor, 'ajar');
  await line.guestLeaves();
  expect(await line.order()).toEqual(['Bea', 'Chidi']);
  const bea = line.person('Bea');
  house.away.add(bea.memberId);
  expect(await refusal(house.doors.letIn(line.mentor, (await line.visitOf('Bea')).visitId))).toBe('visitor-away');
  expect(await line.order()).toEqual(['Bea, called', 'Chidi']);
  expect(told(bea.memberId)).toBe(1);
  await house.doors.letIn(line.mentor, (await line.visitOf('Chidi')).visitId);
  expect(await line.order()).toEqual(['Bea']);
  expect(await line.visitOf('Bea')).toMatchObject({ place: 1, missed: false });
});

test('a closed door ends a call kindly, like any wait', async () => {
  const line = await aBusyDoor('Bea');
  await line.guestLeaves();
  const { visitId } = await line.visitOf('Bea');
  await house.doors.set(line.mentor, 'closed');
  expect(await refusal(house.turns.comeIn(line.person('Bea'), visitId))).toBe('no-such-visit');
  await afterTwoMinutes();
  expect(await line.order()).toEqual([]);
});

test('two servers, everything pressed at once: one is called, one is inside, and nobody is lost', async () => {
  const { db, encounters: rooms, announcer, queues } = house;
  const log = createLog({ level: 'silent' });
  const around = (memberId: MemberId) => !house.away.has(memberId);
  // The queue is one; a second server registers its jobs in its own.
  const own = { register: () => undefined, add: queues.add };
  const turns = new Turns({
    db,
    encounters: rooms,
    announcer,
    queues: own,
    around,
    notify: async () => undefined,
    log,
  });
  const doors = new Doors({ db, encounters: rooms, announcer, around, turns, log });
  for (let round = 0; round < 3; round += 1) {
    const line = await aBusyDoor('Bea', 'Chidi', 'Dana');
    const late = await line.join('Late');
    await Promise.allSettled([
      line.guestLeaves(),
      house.turns.callNext(line.doorId),
      turns.callNext(line.doorId),
      doors.walkIn(late, line.doorId),
      house.turns.sweep(new Date(Date.now() + 130_000)),
      turns.sweep(new Date(Date.now() + 130_000)),
    ]);
    await house.turns.callNext(line.doorId);
    const called = (await line.order()).filter((name) => name.endsWith('called'));
    expect(called).toHaveLength(1);
    const [mentorSees] = (await visitorsAt(db, line.mentor.memberId)).filter((visitor) => visitor.called);
    if (!mentorSees) throw new Error('nobody is called');
    const caller = Object.values(['Bea', 'Chidi', 'Dana']).map((name) => line.person(name));
    const who = caller.find((person) => person.memberId === mentorSees.memberId) ?? expect.fail('somebody else');
    const came = await Promise.all([
      refusal(house.turns.comeIn(who, mentorSees.visitId)),
      refusal(turns.comeIn(who, mentorSees.visitId)),
      refusal(doors.letIn(line.mentor, mentorSees.visitId)),
      refusal(house.doors.letIn(line.mentor, mentorSees.visitId)),
    ]);
    expect(came.filter((result) => result === 'allowed')).toHaveLength(1);
    expect(await insideAt(line.doorId)).toBe(1);
    expect(await line.order()).toHaveLength(2);
  }
});

async function insideAt(doorId: DoorId): Promise<number> {
  const [found] = await house.db
    .select({ n: count() })
    .from(visits)
    .innerJoin(encounters, eq(encounters.id, visits.encounterId))
    .where(and(eq(visits.doorId, doorId), eq(visits.state, 'inside')));
  return found?.n ?? 0;
}
