import { AjarError, type MemberId } from '@ajar/shared';
import { and, count, eq, isNull } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encounterPeople, encounters, encountersOf, inCalls } from '../encounters/index.ts';
import { createTestHouse, moment, refusal, type TestHouse } from '../encounters/testing.ts';
import { createLog } from '../log/index.ts';
import { blocks } from '../people/tables.ts';
import type { Visiting } from './attempt.ts';
import { Doors } from './doors.ts';
import { visits } from './tables.ts';
import { doorIdOf } from './testing.ts';
import { viewDoors, visitorsAt, visitsOf } from './view.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await createTestHouse();
});
afterAll(() => house.close());

const doorOf = ({ memberId }: Visiting) => doorIdOf(house, memberId);

async function threePeople(state: 'open' | 'ajar') {
  const { join } = await house.newProgram();
  const [mentor, chidi, dana] = [await join('Amara Osei'), await join('Chidi Mensah'), await join('Dana Whitfield')];
  await house.doors.set(mentor, state);
  return { mentor, chidi, dana, doorId: await doorOf(mentor) };
}

describe('an open door', () => {
  test('lets one visitor walk in and tells the mentor to come', async () => {
    const { mentor, chidi, doorId } = await threePeople('open');
    const admission = await house.doors.walkIn(chidi, doorId);
    expect(admission.with).toEqual([{ memberId: mentor.memberId, name: 'Amara Osei' }]);
    expect(house.announcer.admitted).toContainEqual({
      memberId: mentor.memberId,
      encounterId: admission.encounterId,
      why: 'visitor',
    });
    const [view] = await viewDoors(house.db, { doorIds: [doorId] }, () => true);
    expect(view).toMatchObject({ busy: true, waiting: 0 });
    expect(view?.inside.map((person) => person.name).sort()).toEqual(['Amara Osei', 'Chidi Mensah']);
  });

  test('shows nobody inside while its mentor is a visitor elsewhere', async () => {
    const { chidi, doorId } = await threePeople('open');
    await house.doors.set(chidi, 'ajar');
    await house.doors.walkIn(chidi, doorId);
    const [own] = await viewDoors(house.db, { memberId: chidi.memberId }, () => true);
    expect(own).toMatchObject({ busy: true, inside: [] });
  });

  test('holds one visitor, however many press at once; the others may wait in line', async () => {
    const { chidi, dana, doorId } = await threePeople('open');
    const results = await Promise.all([
      refusal(house.doors.walkIn(chidi, doorId)),
      refusal(house.doors.walkIn(dana, doorId)),
    ]);
    expect(results.sort()).toEqual(['allowed', 'door-busy']);
  });

  test('asks nobody to knock', async () => {
    const { chidi, doorId } = await threePeople('open');
    expect(await refusal(house.doors.ask(chidi, doorId, 'knock'))).toBe('door-open');
  });

  test('is no way in while the mentor is away', async () => {
    const { mentor, chidi, doorId } = await threePeople('open');
    house.away.add(mentor.memberId);
    expect(await refusal(house.doors.walkIn(chidi, doorId))).toBe('door-closed');
  });
});

test('a door is told as opened when it was closed before, and a listener that fails closes nothing', async () => {
  const { join } = await house.newProgram();
  const [mentor, other] = [await join('Amara Osei'), await join('Bea Lindqvist')];
  const { db, encounters, announcer, turns } = house;
  const doors = new Doors({
    db,
    encounters,
    announcer,
    around: () => true,
    turns,
    log: createLog({ level: 'silent' }),
  });
  const opened: unknown[] = [];
  doors.onOpened(async () => {
    throw new Error('nobody could be told');
  });
  doors.onOpened(async (doorId, memberId) => void opened.push({ doorId, memberId }));
  await doors.set(mentor, 'ajar');
  const told = { doorId: await doorOf(mentor), memberId: mentor.memberId };
  expect(opened).toEqual([told]);
  for (const state of ['open', 'open', 'closed'] as const) await doors.set(mentor, state);
  expect(opened).toEqual([told]);
  await doors.set(mentor, 'open');
  await doors.set(other, 'open');
  expect(opened).toEqual([told, told, { doorId: await doorOf(other), memberId: other.memberId }]);
});

describe('a door ajar', () => {
  test('a knock waits until the mentor lets them in', async () => {
    const { mentor, chidi, doorId } = await threePeople('ajar');
    const visitId = await house.doors.ask(chidi, doorId, 'knock');
    expect(await visitorsAt(house.db, mentor.memberId)).toMatchObject([
      { visitId, name: 'Chidi Mensah', knocked: true },
    ]);
    const admission = await house.doors.letIn(mentor, visitId);
    expect(house.announcer.admitted).toContainEqual({
      memberId: chidi.memberId,
      encounterId: admission.encounterId,
      why: 'let-in',
    });
    expect(await refusal(house.doors.letIn(mentor, visitId))).toBe('no-such-visit');
  });

  test('a knock declined is told, and changes nothing else', async () => {
    const { mentor, chidi, doorId } = await threePeople('ajar');
    const visitId = await house.doors.ask(chidi, doorId, 'knock');
    await house.doors.notNow(mentor, visitId);
    expect(house.announcer.turnedAway).toContainEqual({ memberId: chidi.memberId, visitId, why: 'not-now' });
    expect(await visitsOf(house.db, chidi.memberId)).toEqual([]);
    expect(await inCalls(house.db, [mentor.memberId, chidi.memberId])).toEqual(new Set());
  });

  test('knocking twice keeps the first place', async () => {
    const { chidi, dana, doorId } = await threePeople('ajar');
    const first = await house.doors.ask(chidi, doorId, 'knock');
    await house.doors.ask(dana, doorId, 'knock');
    expect(await house.doors.ask(chidi, doorId, 'knock')).toBe(first);
    expect(await visitsOf(house.db, chidi.memberId)).toMatchObject([{ place: 1 }]);
    expect(await visitsOf(house.db, dana.memberId)).toMatchObject([{ place: 2 }]);
  });

  test('who leaves the line tells the others, whose places are better now', async () => {
    const { chidi, dana, doorId } = await threePeople('ajar');
    const visitId = await house.doors.ask(chidi, doorId, 'knock');
    await house.doors.ask(dana, doorId, 'knock');
    const before = house.announcer.mine.length;
    await house.doors.leaveLine(chidi, visitId);
    expect(house.announcer.mine.slice(before)).toContain(dana.memberId);
    expect(await visitsOf(house.db, dana.memberId)).toMatchObject([{ place: 1 }]);
  });

  test('nobody else can let in, decline or leave for them', async () => {
    const { chidi, dana, doorId } = await threePeople('ajar');
    const visitId = await house.doors.ask(chidi, doorId, 'knock');
    expect(await refusal(house.doors.letIn(dana, visitId))).toBe('no-such-visit');
    expect(await refusal(house.doors.notNow(dana, visitId))).toBe('no-such-visit');
    expect(await refusal(house.doors.leaveLine(dana, visitId))).toBe('no-such-visit');
  });

  test('a visitor who stepped away keeps their place', async () => {
    const { mentor, chidi, doorId } = await threePeople('ajar');
    const visitId = await house.doors.ask(chidi, doorId, 'knock');
    house.away.add(chidi.memberId);
    expect(await refusal(house.doors.letIn(mentor, visitId))).toBe('visitor-away');
    house.away.delete(chidi.memberId);
    expect(await refusal(house.doors.letIn(mentor, visitId))).toBe('allowed');
  });
});

describe('a block', () => {
  test('makes the door one that does not exist, and ends a wait without a word', async () => {
    const { mentor, chidi, doorId } = await threePeople('ajar');
    const visitId = await house.doors.ask(chidi, doorId, 'knock');
    await house.db.insert(blocks).values({ blockerId: mentor.memberId, blockedId: chidi.memberId });
    await house.doors.part(mentor.memberId, chidi.memberId);
    expect(await visitorsAt(house.db, mentor.memberId)).toEqual([]);
    expect(house.announcer.turnedAway.map((told) => told.visitId)).not.toContain(visitId);
    expect(await refusal(house.doors.ask(chidi, doorId, 'knock'))).toBe('no-such-door');
  });
});

describe('an encounter', () => {
  test('is written with people, start and end, and ends when one of the two leaves', async () => {
    const { mentor, chidi, doorId } = await threePeople('open');
    const { encounterId } = await house.doors.walkIn(chidi, doorId);
    await house.encounters.joined(moment(encounterId, chidi.memberId, new Date('2026-11-22T10:00:00Z')));
    expect(await encountersOf(house.db, chidi.memberId)).toEqual([]);
    await house.encounters.joined(moment(encounterId, mentor.memberId, new Date('2026-11-22T10:01:00Z')));
    await house.encounters.left(moment(encounterId, chidi.memberId, new Date('2026-11-22T10:13:00Z')));
    const [met] = await encountersOf(house.db, mentor.memberId);
    expect(met).toMatchObject({ kind: 'door', startedAt: '2026-11-22T10:01:00.000Z', minutes: 12 });
    expect(met?.people.map((person) => person.name).sort()).toEqual(['Amara Osei', 'Chidi Mensah']);
    expect(await refusal(house.encounters.enter(encounterId, mentor))).toBe('encounter-over');
    expect(await refusal(house.doors.walkIn(chidi, doorId))).toBe('allowed');
  });

  test('is entered by its own people only', async () => {
    const { chidi, dana, doorId } = await threePeople('open');
    const { encounterId } = await house.doors.walkIn(chidi, doorId);
    expect(await refusal(house.encounters.enter(encounterId, dana))).toBe('no-such-encounter');
    expect((await house.encounters.enter(encounterId, chidi)).encounterId).toBe(encounterId);
  });
});

/** What anybody might press, in any order, at two doors. */
const presses = fc.array(
  fc.record({
    who: fc.nat(3),
    door: fc.nat(1),
    what: fc.constantFrom(
      'open',
      'ajar',
      'close',
      'walkIn',
      'knock',
      'wait',
      'letIn',
      'notNow',
      'leaveLine',
      'leaveCall',
    ),
  }),
  { minLength: 5, maxLength: 25 },
);

test('whatever is pressed at once: one visitor inside a door, nobody in two calls, every visit in one state', async () => {
  await fc.assert(
    fc.asyncProperty(presses, async (steps) => {
      const { join } = await house.newProgram();
      const people = [await join('A'), await join('B'), await join('C'), await join('D')] as const;
      const mentors = [people[0], people[1]] as const;
      for (const mentor of mentors) await house.doors.set(mentor, 'open');
      const doorIds = [await doorOf(mentors[0]), await doorOf(mentors[1])] as const;
      const press = async ({ who, door, what }: (typeof steps)[number]) => {
        const me = people[who as 0 | 1 | 2 | 3];
        const mentor = mentors[door as 0 | 1];
        const doorId = doorIds[door as 0 | 1];
        if (what === 'open' || what === 'ajar') return house.doors.set(mentor, what);
        if (what === 'close') return house.doors.set(mentor, 'closed');
        if (what === 'walkIn') return house.doors.walkIn(me, doorId);
        if (what === 'knock' || what === 'wait') return house.doors.ask(me, doorId, what);
        if (what === 'leaveCall') return leaveCall(me.memberId);
        if (what === 'leaveLine') {
          const [mine] = await visitsOf(house.db, me.memberId);
          return mine && house.doors.leaveLine(me, mine.visitId);
        }
        const [next] = await visitorsAt(house.db, mentor.memberId);
        return next && house.doors[what](mentor, next.visitId);
      };
      // In threes, at once: what is refused must be refused in words.
      for (let n = 0; n < steps.length; n += 3) {
        const results = await Promise.allSettled(steps.slice(n, n + 3).map(press));
        for (const result of results) {
          if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(AjarError);
        }
        await checkHouse(people.map((person) => person.memberId));
      }
    }),
    { numRuns: 15 },
  );
});

async function leaveCall(memberId: MemberId) {
  const [mine] = await house.db
    .select({ id: encounterPeople.encounterId })
    .from(encounterPeople)
    .where(and(eq(encounterPeople.memberId, memberId), isNull(encounterPeople.leftAt)));
  if (mine) await house.encounters.left(moment(mine.id, memberId));
}

async function checkHouse(people: readonly MemberId[]) {
  for (const memberId of people) {
    const calls = await house.db
      .select({ n: count() })
      .from(encounterPeople)
      .where(and(eq(encounterPeople.memberId, memberId), isNull(encounterPeople.leftAt)));
    expect(calls[0]?.n).toBeLessThanOrEqual(1);
    const [door] = await viewDoors(house.db, { memberId }, () => true);
    expect(door?.inside.length ?? 0).toBeLessThanOrEqual(2);
  }
  const inside = await house.db
    .select({ encounterId: visits.encounterId, endedAt: encounters.endedAt })
    .from(visits)
    .innerJoin(encounters, eq(encounters.id, visits.encounterId))
    .where(eq(visits.state, 'inside'));
  for (const visit of inside) expect(visit.endedAt).toBeNull();
}
