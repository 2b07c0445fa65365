import { AjarError, type DoorId, doorChoice, type MemberId, type VisitId } from '@ajar/shared';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doorTimes } from '../doorkeeping/tables.ts';
import { createTestHouse, moment, refusal, type TestHouse } from '../encounters/testing.ts';
import { newId } from '../ids/index.ts';
import { blocks } from '../people/tables.ts';
import { asSeen } from './seen.ts';
import { dutiesOf } from './staff.ts';
import { doorHosts, doors as doorsTable, visits } from './tables.ts';
import { aHelpDesk, anotherServer } from './testing.ts';
import { viewDoors, visitsOf } from './view.ts';

let house: TestHouse;
let other: ReturnType<typeof anotherServer>;
beforeAll(async () => {
  house = await createTestHouse();
  other = anotherServer(house);
});
afterAll(async () => {
  await other.close();
  await house.close();
});

async function aDesk({ entry = 'open' as 'open' | 'ajar', hosts = 2 } = {}) {
  const desk = await aHelpDesk(
    house,
    Array.from({ length: hosts }, (_, n) => `Host ${n}`),
    entry,
  );
  const [first, second] = desk.hosts;
  if (!first) throw new Error('no host');
  const onDuty = async () => {
    for (const host of desk.hosts) await house.doors.staffed.setDuty(host, desk.doorId, true);
  };
  return { ...desk, all: desk.hosts, first, second: second ?? first, onDuty };
}

async function seen(doorId: DoorId, hidden: MemberId[] = []) {
  const [view] = await viewDoors(house.db, { doorIds: [doorId] }, (id) => !house.away.has(id));
  return view && asSeen(view, new Set(hidden));
}

/** Who is inside, by host. */
async function inside(doorId: DoorId) {
  const rows = await house.db
    .select({ hostId: visits.hostId, visitorId: visits.visitorId })
    .from(visits)
    .where(and(eq(visits.doorId, doorId), eq(visits.state, 'inside')));
  return new Map(rows.map((row) => [row.hostId, row.visitorId]));
}

describe('duty', () => {
  test('the door is open while at least one is on duty, and closing tells those who wait', async () => {
    const { join, doorId, first, second } = await aDesk({ entry: 'ajar' });
    expect((await seen(doorId))?.state).toBe('closed');
    await house.doors.staffed.setDuty(first, doorId, true);
    await house.doors.staffed.setDuty(second, doorId, true);
    expect(await seen(doorId)).toMatchObject({ state: 'ajar', name: 'Help desk', hosts: [{}, {}] });
    expect(await dutiesOf(house.db, first.memberId)).toEqual([
      { doorId, title: 'Help desk', onDuty: true, waiting: 0 },
    ]);
    const visitor = await join('Chidi Mensah');
    const visitId = await house.doors.ask(visitor, doorId, 'knock');
    expect(await visitsOf(house.db, visitor.memberId)).toMatchObject([{ mentorName: 'Help desk', place: 1 }]);
    await house.doors.staffed.setDuty(first, doorId, false);
    expect(await seen(doorId)).toMatchObject({ state: 'ajar', hosts: [{ name: second.name }] });
    await house.doors.staffed.setDuty(second, doorId, false);
    expect((await seen(doorId))?.state).toBe('closed');
    expect(house.announcer.turnedAway).toContainEqual(
      expect.objectContaining({ memberId: visitor.memberId, visitId, desk: true }),
    );
  });

  test('is not for whoever does not hold the door, and ends after two minutes away', async () => {
    const { join, doorId, first } = await aDesk();
    const other = await join('Somebody');
    expect(await refusal(house.doors.staffed.setDuty(other, doorId, true))).toBe('no-such-door');
    expect(await refusal(house.doors.staffed.takeNext(other, doorId))).toBe('no-such-door');
    await house.doors.staffed.setDuty(first, doorId, true);
    house.away.add(first.memberId);
    expect(doorChoice((await seen(doorId)) ?? expect.fail('no door'))).toBe('none');
    await house.doors.staffed.sweep(0);
    await house.doors.staffed.sweep(119_000);
    expect(await dutiesOf(house.db, first.memberId)).toMatchObject([{ onDuty: true }]);
    await house.doors.staffed.sweep(120_000);
    expect(await dutiesOf(house.db, first.memberId)).toMatchObject([{ onDuty: false }]);
    house.away.delete(first.memberId);
  });
});

test('each on duty offers hours of their own, which end with their duty, their part in the door, or the door', async () => {
  const { doorId, all, first, second, onDuty, change, end } = await aDesk({ hosts: 3 });
  const third = all[2] ?? expect.fail('no third');
  const offering = async () => {
    const now = and(eq(doorTimes.doorId, doorId), isNull(doorTimes.closedAt));
    const rows = await house.db.select({ memberId: doorTimes.memberId }).from(doorTimes).where(now);
    return rows.map((row) => row.memberId).toSorted();
  };
  await onDuty();
  expect(await offering()).toEqual(all.map((host) => host.memberId).toSorted());
  await house.doors.staffed.setDuty(first, doorId, false);
  expect(await offering()).toEqual([second.memberId, third.memberId].toSorted());
  await change({ hostIds: [first.memberId, second.memberId] });
  expect(await offering()).toEqual([second.memberId]);
  await end();
  expect(await offering()).toEqual([]);
  const times = await house.db.select().from(doorTimes).where(eq(doorTimes.doorId, doorId));
  for (const { openedAt, closedAt } of times) expect(closedAt?.getTime()).toBeGreaterThanOrEqual(openedAt.getTime());
});

describe('visits', () => {
  test('walking in goes to whoever is free and has had nobody for longest; several run at once', async () => {
    const { join, doorId, first, second, onDuty } = await aDesk();
    await onDuty();
    const [a, b, c] = [await join('A'), await join('B'), await join('C')];
    const one = await house.doors.walkIn(a, doorId);
    const two = await house.doors.walkIn(b, doorId);
    expect(one.encounterId).not.toBe(two.encounterId);
    expect([...one.with, ...two.with].map((person) => person.name)).toEqual(['Host 0', 'Host 1']);
    expect(await refusal(house.doors.walkIn(c, doorId))).toBe('door-busy');
    await house.doors.ask(c, doorId, 'wait');
    await house.encounters.left(moment(one.encounterId, a.memberId));
    const next = await house.doors.staffed.takeNext(first, doorId);
    expect(next.with.map((person) => person.name)).toEqual(['C']);
    expect(await inside(doorId)).toEqual(
      new Map([
        [first.memberId, c.memberId],
        [second.memberId, b.memberId],
      ]),
    );
    expect(await refusal(house.doors.staffed.takeNext(first, doorId))).toBe('nobody-waits');
    // Nobody but the two hosts is shown, whoever is with them.
    expect((await seen(doorId))?.inside).toEqual([]);
  });

  test('a host does not visit themselves, and waits in no line of their own twice', async () => {
    const { doorId, first, onDuty } = await aDesk({ hosts: 1 });
    await onDuty();
    expect(await refusal(house.doors.walkIn(first, doorId))).toBe('door-busy');
  });

  test('a block keeps two apart: the others on duty take them, and nobody is told why', async () => {
    const { join, doorId, first, second } = await aDesk();
    const [a, b] = [await join('A'), await join('B')];
    await house.db.insert(blocks).values({ blockerId: a.memberId, blockedId: first.memberId });
    await house.doors.staffed.setDuty(first, doorId, true);
    // With nobody else on duty, the door is one where nobody is.
    const nobodyThere = await seen(doorId, [first.memberId]);
    expect(doorChoice(nobodyThere ?? expect.fail('no door'))).toBe('none');
    expect(JSON.stringify(nobodyThere)).not.toContain(first.memberId);
    expect(await refusal(house.doors.walkIn(a, doorId))).toBe('door-closed');
    await house.doors.staffed.setDuty(second, doorId, true);
    expect((await house.doors.walkIn(a, doorId)).with.map((person) => person.name)).toEqual([second.name]);
    await house.doors.staffed.setDuty(second, doorId, false);
    expect((await house.doors.walkIn(b, doorId)).with.map((person) => person.name)).toEqual([first.name]);
  });

  test('the next in line is passed over by a host from whom a block keeps them', async () => {
    const { join, doorId, first, second, onDuty } = await aDesk({ entry: 'ajar' });
    await onDuty();
    const [a, b] = [await join('A'), await join('B')];
    await house.db.insert(blocks).values({ blockerId: first.memberId, blockedId: a.memberId });
    await house.doors.ask(a, doorId, 'knock');
    await house.doors.ask(b, doorId, 'knock');
    expect((await house.doors.staffed.takeNext(first, doorId)).with).toMatchObject([{ name: 'B' }]);
    expect((await house.doors.staffed.takeNext(second, doorId)).with).toMatchObject([{ name: 'A' }]);
  });
});

describe('exactly one for each host', () => {
  test('with two servers racing, walking in and taking the next', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { join, doorId, all, onDuty } = await aDesk({ hosts: 3 });
      await onDuty();
      const people = await Promise.all(Array.from({ length: 8 }, (_, n) => join(`Person ${n}`)));
      const pressed = people.flatMap((person, n) => {
        const at = n % 2 === 0 ? house.doors : other.doors;
        return [at.walkIn(person, doorId), at.ask(person, doorId, 'wait')];
      });
      const taken = all.flatMap((host) => [
        house.doors.staffed.takeNext(host, doorId),
        other.doors.staffed.takeNext(host, doorId),
      ]);
      const results = await Promise.allSettled([...pressed, ...taken]);
      for (const result of results) {
        if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(AjarError);
      }
      const now = await inside(doorId);
      expect(now.size).toBeGreaterThan(0);
      const rows = await house.db
        .select()
        .from(visits)
        .where(and(eq(visits.doorId, doorId), eq(visits.state, 'inside')));
      expect(rows).toHaveLength(now.size);
      expect(now.size).toBeLessThanOrEqual(3);
      expect(new Set(now.values()).size).toBe(now.size);
    }
  });

  test('and were the lock not there, the database would refuse the second', async () => {
    const { join, doorId, first } = await aDesk();
    const row = async () => ({
      id: newId<VisitId>(),
      doorId,
      visitorId: (await join('Somebody')).memberId,
      state: 'inside' as const,
      hostId: first.memberId,
    });
    await house.db.insert(visits).values(await row());
    await expect(house.db.insert(visits).values(await row())).rejects.toMatchObject({ cause: { code: '23505' } });
    await house.db.insert(visits).values({ ...(await row()), alone: false });
  });
});

describe('staff', () => {
  test('rename a door, change who holds it, and close it for good', async () => {
    const { join, doorId, first, second, onDuty, change, end, list } = await aDesk();
    await onDuty();
    await change({ title: 'Research careers', hostIds: [second.memberId] });
    expect(await list()).toMatchObject([{ title: 'Research careers', hosts: [{ name: second.name }] }]);
    expect(await dutiesOf(house.db, first.memberId)).toEqual([]);
    expect(await seen(doorId)).toMatchObject({ name: 'Research careers', hosts: [{ name: second.name }] });
    const stranger = await (await house.newProgram()).join('Stranger');
    expect(await refusal(Promise.resolve(change({ hostIds: [stranger.memberId] })))).toBe('no-such-member');
    const visitor = await join('A');
    await house.doors.walkIn(visitor, doorId);
    await end();
    expect(await list()).toEqual([]);
    expect(await seen(doorId)).toBeUndefined();
    expect(await dutiesOf(house.db, second.memberId)).toEqual([]);
    expect((await inside(doorId)).size).toBe(1);
    expect(await refusal(house.doors.ask(await join('B'), doorId, 'wait'))).toBe('no-such-door');
    expect(await refusal(house.doors.staffed.setDuty(second, doorId, true))).toBe('no-such-door');
  });

  test('a door has at least an owner or a plate, and never both', async () => {
    const { first } = await aDesk();
    const { programId } = first;
    const bare = { id: newId<DoorId>(), programId };
    await expect(house.db.insert(doorsTable).values({ ...bare, kind: 'staffed' })).rejects.toThrow();
    await expect(house.db.insert(doorsTable).values({ ...bare, kind: 'single' })).rejects.toThrow();
    const [held] = await house.db
      .select({ n: sql<number>`count(*)::int` })
      .from(doorHosts)
      .where(eq(doorHosts.memberId, first.memberId));
    expect(held?.n).toBe(1);
  });
});
