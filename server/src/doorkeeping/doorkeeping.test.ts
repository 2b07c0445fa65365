import type { DoorId, VisitId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { nextInLine, type Visiting, viewDoors, visitorsAt, visitsOf } from '../doors/index.ts';
import { doors as doorsTable, visits } from '../doors/tables.ts';
import { encounterOf } from '../encounters/index.ts';
import { createTestHouse, moment, refusal, type TestHouse } from '../encounters/testing.ts';
import { createLog } from '../log/index.ts';
import { Doorkeeping } from './doorkeeping.ts';
import { keepingOf } from './keeping.ts';
import { doorKeeping, doorTimes } from './tables.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await createTestHouse();
});
afterAll(() => house.close());
afterEach(() => house.away.clear());

const minutes = (n: number, after = new Date()) => new Date(after.getTime() + n * 60_000 + 1_000);
/** The same doors looked after by another server. */
function anotherServer() {
  const { db, encounters, announcer, away, notified } = house;
  return new Doorkeeping({
    db,
    encounters,
    announcer,
    queues: { register: () => undefined, add: async () => undefined },
    around: (memberId) => !away.has(memberId),
    notify: async (memberId, { words }) => void notified.push({ memberId, title: words.en.title }),
    log: createLog({ level: 'error' }),
  });
}

async function people() {
  const { join } = await house.newProgram();
  const [mentor, chidi, dana] = [await join('Ines Duarte'), await join('Chidi Mensah'), await join('Dana Whitfield')];
  await house.doors.set(mentor, 'open');
  const [door] = await house.db.select().from(doorsTable).where(eq(doorsTable.memberId, mentor.memberId));
  if (!door) throw new Error('no door');
  return { mentor, chidi, dana, eli: await join('Eli Nakamura'), doorId: door.id };
}

/** Somebody is inside and in the call, and somebody else waits. */
async function visited() {
  const all = await people();
  const { encounterId } = await house.doors.walkIn(all.chidi, all.doorId);
  for (const person of [all.mentor, all.chidi]) await house.encounters.joined(moment(encounterId, person.memberId));
  const visitId = await house.doors.ask(all.dana, all.doorId, 'wait');
  return { ...all, encounterId, visitId };
}

/** The same, but the visit is over: the mentor sits behind an open door, and Dana waits. */
async function awaited() {
  const all = await visited();
  await house.encounters.left(moment(all.encounterId, all.chidi.memberId));
  return all;
}

const lookOf = async (doorId: DoorId) => (await viewDoors(house.db, { doorIds: [doorId] }, () => true))[0];
const stateOf = async (doorId: DoorId) => (await lookOf(doorId))?.state;
const toldOf = (visitId: VisitId) => house.announcer.turnedAway.filter((told) => told.visitId === visitId);

async function leaves({ memberId }: Visiting) {
  house.away.add(memberId);
  await house.doorkeeping.wentAway(memberId);
}

describe('a mentor who shuts the laptop', () => {
  test('has two minutes; then the door is closed, and those who wait are told and keep their places', async () => {
    const { mentor, dana, doorId, visitId } = await awaited();
    await leaves(mentor);
    await house.doorkeeping.look(doorId, minutes(1));
    expect(await stateOf(doorId)).toBe('open');
    await house.doorkeeping.look(doorId, minutes(2));
    expect(await stateOf(doorId)).toBe('closed');
    expect(house.announcer.mine).toContain(dana.memberId);
    const [mine] = await visitsOf(house.db, dana.memberId);
    expect(mine).toMatchObject({ visitId, place: 1, keptUntil: expect.any(String) });
    expect(toldOf(visitId)).toEqual([]);
  });

  test('whoever waits with no page open is told by push that their place is kept, and that the line has ended, once', async () => {
    const { mentor, eli, dana, doorId } = await awaited();
    await house.doors.ask(eli, doorId, 'wait');
    house.away.add(eli.memberId);
    await leaves(mentor);
    const closed = minutes(2);
    const told = () => house.notified.filter(({ title }) => title.startsWith('Ines Duarte'));
    const before = told().length;
    const other = anotherServer();
    await Promise.all([house.doorkeeping.look(doorId, closed), other.look(doorId, closed)]);
    const kept = { memberId: eli.memberId, title: 'Ines Duarte is not connected just now' };
    expect(told().slice(before)).toEqual([kept]);
    const late = minutes(10, closed);
    await Promise.all([house.doorkeeping.look(doorId, late), other.look(doorId, late)]);
    const ended = { memberId: eli.memberId, title: 'Ines Duarte could not come back in time' };
    expect(told().slice(before)).toEqual([kept, ended]);
    expect(told().map(({ memberId }) => memberId)).not.toContain(dana.memberId);
  });

  test('who comes back and opens within ten minutes finds the line as it was', async () => {
    const { mentor, dana, doorId, visitId } = await awaited();
    await leaves(mentor);
    await house.doorkeeping.look(doorId, minutes(2));
    house.away.clear();
    await house.doorkeeping.cameBack(mentor.memberId);
    await house.doors.set(mentor, 'open');
    await house.doorkeeping.look(doorId, minutes(60));
    expect(await stateOf(doorId)).toBe('open');
    expect(await visitorsAt(house.db, mentor.memberId)).toMatchObject([{ visitId, memberId: dana.memberId }]);
    expect(await visitsOf(house.db, dana.memberId)).toMatchObject([{ keptUntil: null }]);
  });

  test('who does not is waited for no longer than ten minutes, and the release is kind and told once', async () => {
    const { mentor, dana, doorId, visitId } = await awaited();
    await leaves(mentor);
    const closed = minutes(2);
    await house.doorkeeping.look(doorId, closed);
    const other = anotherServer();
    await house.doorkeeping.look(doorId, minutes(9, closed));
    expect(toldOf(visitId)).toEqual([]);
    const late = minutes(10, closed);
    await Promise.all([house.doorkeeping.look(doorId, late), other.look(doorId, late), house.doorkeeping.sweep()]);
    expect(toldOf(visitId)).toEqual([{ memberId: dana.memberId, visitId, why: 'away' }]);
    expect(await visitsOf(house.db, dana.memberId)).toEqual([]);
  });

  test('is not away while connected elsewhere, nor in a call that goes on without the page', async () => {
    const { mentor, chidi, doorId, encounterId } = await visited();
    await leaves(mentor);
    await house.doorkeeping.look(doorId, minutes(5));
    expect(await stateOf(doorId)).toBe('open');
    // The call ends too: now nobody is there.
    await house.encounters.left(moment(encounterId, chidi.memberId));
    await house.doorkeeping.sweep();
    await house.doorkeeping.look(doorId, minutes(5));
    expect(await stateOf(doorId)).toBe('closed');
  });

  test('who is back before the two minutes are over notices nothing', async () => {
    const { mentor, doorId } = await awaited();
    await leaves(mentor);
    house.away.clear();
    await house.doorkeeping.cameBack(mentor.memberId);
    await anotherServer().look(doorId, minutes(3));
    expect(await stateOf(doorId)).toBe('open');
  });

  test('is found by the sweep when the server was down as it happened', async () => {
    const { mentor, doorId } = await awaited();
    house.away.add(mentor.memberId);
    const restarted = anotherServer();
    await restarted.sweep();
    await restarted.look(doorId, minutes(2));
    expect(await stateOf(doorId)).toBe('closed');
  });
});

test('by the clock: a mentor gone, the door closed, the line released, all by jobs', async () => {
  const hurried = await createTestHouse({ doorMinute: 100 });
  try {
    await hurried.queues.start();
    const { join } = await hurried.newProgram();
    const [mentor, chidi] = [await join('Ines Duarte'), await join('Chidi Mensah')];
    await hurried.doors.set(mentor, 'ajar');
    const [door] = await hurried.db.select().from(doorsTable).where(eq(doorsTable.memberId, mentor.memberId));
    const visitId = await hurried.doors.ask(chidi, door?.id ?? expect.fail('no door'), 'knock');
    hurried.away.add(mentor.memberId);
    await hurried.doorkeeping.wentAway(mentor.memberId);
    await vi.waitFor(
      () => expect(hurried.announcer.turnedAway).toEqual([{ memberId: chidi.memberId, visitId, why: 'away' }]),
      { timeout: 30_000 },
    );
    expect(await hurried.db.select().from(doorsTable).where(eq(doorsTable.state, 'closed'))).toHaveLength(1);
  } finally {
    await hurried.close();
  }
});

describe('five minutes', () => {
  test('are seen by everybody, call nobody, and end by themselves', async () => {
    const { mentor, dana, doorId, visitId } = await awaited();
    // Whoever is called already is not next: what matters here is who would be.
    const called = () =>
      house.db.transaction(async (tx) => {
        await tx.update(visits).set({ calledAt: null }).where(eq(visits.doorId, doorId));
        return nextInLine(tx, doorId, mentor.memberId);
      });
    expect(await called()).toMatchObject({ visitId });
    const resumed: DoorId[] = [];
    house.doorkeeping.onResumed(async (id) => void resumed.push(id));
    await house.doorkeeping.pause(mentor, true);
    expect(await lookOf(doorId)).toMatchObject({ busy: true, backAt: expect.any(String) });
    expect(await called()).toBeUndefined();
    await house.doorkeeping.look(doorId, minutes(4));
    expect(resumed).toEqual([]);
    await Promise.all([house.doorkeeping.look(doorId, minutes(5)), anotherServer().look(doorId, minutes(5))]);
    expect(await lookOf(doorId)).toMatchObject({ backAt: null });
    expect(await called()).toMatchObject({ visitId });
    expect(await visitsOf(house.db, dana.memberId)).toMatchObject([{ visitId, place: 1 }]);
  });

  test('take back the call of whoever was just called, who keeps their place', async () => {
    const { mentor, doorId, visitId } = await awaited();
    await house.db.update(visits).set({ calledAt: new Date() }).where(eq(visits.id, visitId));
    await house.doorkeeping.pause(mentor, true);
    const [visit] = await house.db.select().from(visits).where(eq(visits.id, visitId));
    expect(visit).toMatchObject({ state: 'waiting', calledAt: null });
    await house.doorkeeping.pause(mentor, false);
    const next = await house.db.transaction((tx) => nextInLine(tx, doorId, mentor.memberId));
    expect(next).toMatchObject({ visitId });
  });

  test('end by a press, and when the mentor lets somebody in', async () => {
    const { mentor, doorId, visitId } = await awaited();
    await house.doorkeeping.pause(mentor, true);
    await house.doorkeeping.pause(mentor, false);
    expect(await keepingOf(house.db, mentor.memberId)).toMatchObject({ backAt: null });
    await house.doorkeeping.pause(mentor, true);
    await house.doors.letIn(mentor, visitId);
    expect(await lookOf(doorId)).toMatchObject({ backAt: null });
  });

  test('leave the way in to wait, and are nobody else’s to ask for', async () => {
    const { mentor, chidi, doorId } = await people();
    await house.doorkeeping.pause(mentor, true);
    expect(await refusal(house.doors.walkIn(chidi, doorId))).toBe('door-busy');
    expect(await refusal(house.doors.ask(chidi, doorId, 'wait'))).toBe('allowed');
    expect(await refusal(house.doorkeeping.pause(chidi, true))).toBe('door-not-open');
  });
});

describe('close after this one', () => {
  test('is told at once, takes nobody new, and closes the door when the visit ends', async () => {
    const { mentor, dana, chidi, eli, doorId, encounterId, visitId } = await visited();
    const called = () => house.db.transaction((tx) => nextInLine(tx, doorId, mentor.memberId));
    await house.doorkeeping.closeAfter(mentor, true);
    expect(house.announcer.mine).toContain(dana.memberId);
    expect(await lookOf(doorId)).toMatchObject({ state: 'open', closing: true, waiting: 1 });
    expect(await refusal(house.doors.ask(eli, doorId, 'wait'))).toBe('door-closed');
    expect(await called()).toBeUndefined();
    await house.encounters.left(moment(encounterId, chidi.memberId));
    expect(await lookOf(doorId)).toMatchObject({ state: 'closed', closing: false, waiting: 0 });
    expect(toldOf(visitId)).toEqual([{ memberId: dana.memberId, visitId, why: 'closing' }]);
    expect(await refusal(house.doors.ask(dana, doorId, 'wait'))).toBe('door-closed');
  });

  test('can be taken back, and the line stands', async () => {
    const { mentor, chidi, dana, doorId, encounterId } = await visited();
    await house.doorkeeping.closeAfter(mentor, true);
    await house.doorkeeping.closeAfter(mentor, false);
    await house.encounters.left(moment(encounterId, chidi.memberId));
    expect(await lookOf(doorId)).toMatchObject({ state: 'open', waiting: 1 });
    expect(await visitsOf(house.db, dana.memberId)).toHaveLength(1);
  });

  test('holds over a restart: the sweep of another server closes what a crash left open', async () => {
    const { mentor, doorId } = await awaited();
    await house.db
      .insert(doorKeeping)
      .values({ doorId, closing: true })
      .onConflictDoUpdate({ target: doorKeeping.doorId, set: { closing: true } });
    await Promise.all([anotherServer().sweep(), anotherServer().sweep()]);
    expect(await stateOf(doorId)).toBe('closed');
    expect(await keepingOf(house.db, mentor.memberId)).toMatchObject({ closing: false });
  });

  test('needs somebody inside', async () => {
    const { mentor } = await people();
    expect(await refusal(house.doorkeeping.closeAfter(mentor, true))).toBe('nobody-inside');
  });
});

describe('moving on', () => {
  test('ends the visit for both, kindly, and the next is next', async () => {
    const { mentor, chidi, dana, encounterId } = await visited();
    await house.doorkeeping.moveOn(mentor, encounterId);
    expect(house.announcer.movedOnFrom).toContainEqual({ memberId: chidi.memberId, encounterId });
    expect(await encounterOf(house.db, mentor.memberId)).toBeNull();
    expect(await encounterOf(house.db, chidi.memberId)).toBeNull();
    expect(await visitsOf(house.db, dana.memberId)).toMatchObject([{ place: 1 }]);
    expect(await refusal(house.doorkeeping.moveOn(mentor, encounterId))).toBe('no-such-visit');
  });

  test('is the mentor’s alone', async () => {
    const { chidi, dana, encounterId } = await visited();
    for (const other of [chidi, dana]) {
      expect(await refusal(house.doorkeeping.moveOn(other, encounterId))).toBe('no-such-visit');
    }
  });
});

test('the first visit of somebody is known as such to them alone, and only the first', async () => {
  const { mentor, chidi, doorId, encounterId } = await visited();
  expect(await encounterOf(house.db, chidi.memberId)).toMatchObject({ firstVisit: true, atMyDoor: false });
  expect(await encounterOf(house.db, mentor.memberId)).toMatchObject({ firstVisit: false, atMyDoor: true });
  await house.doorkeeping.moveOn(mentor, encounterId);
  await house.db.update(visits).set({ state: 'left' }).where(eq(visits.state, 'waiting'));
  await house.doors.walkIn(chidi, doorId);
  expect(await encounterOf(house.db, chidi.memberId)).toMatchObject({ firstVisit: false });
});

test('how long a door stood open is written down, whoever closed it', async () => {
  const { mentor, doorId } = await people();
  await house.doors.set(mentor, 'ajar');
  await leaves(mentor);
  await house.doorkeeping.look(doorId, minutes(3));
  house.away.clear();
  await house.doors.set(mentor, 'open');
  const times = await house.db.select().from(doorTimes).where(eq(doorTimes.doorId, doorId)).orderBy(doorTimes.openedAt);
  expect(times.map((time) => time.closedAt !== null)).toEqual([true, false]);
  expect(times[0]).toMatchObject({ memberId: mentor.memberId });
});
