import type { AjarError, DoorId } from '@ajar/shared';
import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestHouse, refusal, type TestHouse } from '../encounters/testing.ts';
import type { Visiting } from './attempt.ts';
import { doorsShutTo, shutOut } from './fairness.ts';
import { visits } from './tables.ts';
import { anotherServer, doorIdOf } from './testing.ts';
import { visitsOf } from './view.ts';

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

const doorOf = ({ memberId }: Visiting) => doorIdOf(house, memberId);

async function doorsAjar(n: number) {
  const { join } = await house.newProgram();
  const chidi = await join('Chidi Mensah');
  const mentors = [];
  for (let i = 0; i < n; i += 1) {
    const mentor = await join(`Mentor ${i}`);
    await house.doors.set(mentor, 'ajar');
    mentors.push({ mentor, doorId: await doorOf(mentor) });
  }
  return { join, chidi, mentors };
}

test('one person stands in three lines at most, however many are pressed for at once', async () => {
  const { chidi, mentors } = await doorsAjar(5);
  const results = await Promise.all(mentors.map(({ doorId }) => refusal(house.doors.ask(chidi, doorId, 'knock'))));
  expect(results.filter((result) => result === 'allowed')).toHaveLength(3);
  expect(results.filter((result) => result === 'too-many-lines')).toHaveLength(2);
  const [first] = await visitsOf(house.db, chidi.memberId);
  if (!first) throw new Error('nowhere');
  await house.doors.leaveLine(chidi, first.visitId);
  const elsewhere = mentors.find(({ doorId }, n) => results[n] !== 'allowed' && doorId);
  if (!elsewhere) throw new Error('no other door');
  expect(await refusal(house.doors.ask(chidi, elsewhere.doorId, 'knock'))).toBe('allowed');
});

test('five knocks a minute are enough, and a knock repeated at one door is none of them', async () => {
  const { chidi, mentors } = await doorsAjar(6);
  for (const { doorId } of mentors.slice(0, 5)) {
    const visitId = await house.doors.ask(chidi, doorId, 'knock');
    expect(await house.doors.ask(chidi, doorId, 'knock')).toBe(visitId);
    await house.doors.leaveLine(chidi, visitId);
  }
  const last = mentors[5]?.doorId ?? expect.fail('no door');
  expect(await refusal(house.doors.ask(chidi, last, 'knock'))).toBe('too-many-knocks');
  const aMinuteAgo = new Date(Date.now() - 61_000);
  await house.db.update(visits).set({ askedAt: aMinuteAgo }).where(eq(visits.visitorId, chidi.memberId));
  expect(await refusal(house.doors.ask(chidi, last, 'knock'))).toBe('allowed');
});

test('who is declined twice within a day finds that one door closed, in the very words of a closed door', async () => {
  const { join, chidi, mentors } = await doorsAjar(2);
  const [ines, other] = mentors;
  if (!ines || !other) throw new Error('no doors');
  const dana = await join('Dana Whitfield');
  for (const _ of [1, 2]) {
    expect(await doorsShutTo(house.db, chidi.memberId)).toEqual(new Set());
    const visitId = await house.doors.ask(chidi, ines.doorId, 'knock');
    await house.doors.notNow(ines.mentor, visitId);
  }
  expect(await doorsShutTo(house.db, chidi.memberId)).toEqual(new Set([ines.doorId]));
  expect(await shutOut(house.db, [ines.doorId, other.doorId])).toEqual(
    new Map([[ines.doorId, new Set([chidi.memberId])]]),
  );
  const words = (person: Visiting, doorId: DoorId) =>
    house.doors.ask(person, doorId, 'knock').catch((thrown: AjarError) => [thrown.code, thrown.message]);
  const shut = await words(chidi, ines.doorId);
  expect(await refusal(house.doors.ask(dana, ines.doorId, 'knock'))).toBe('allowed');
  expect(await refusal(house.doors.ask(chidi, other.doorId, 'knock'))).toBe('allowed');
  await house.doors.set(ines.mentor, 'open');
  expect(await refusal(house.doors.walkIn(chidi, ines.doorId))).toBe('door-closed');
  await house.doors.set(ines.mentor, 'closed');
  expect(await words(chidi, ines.doorId)).toEqual(shut);

  // The next day it is as open as to anybody.
  await house.doors.set(ines.mentor, 'ajar');
  const aDayAgo = new Date(Date.now() - 24 * 60 * 60_000 - 1_000);
  await house.db.update(visits).set({ endedAt: aDayAgo }).where(eq(visits.doorId, ines.doorId));
  expect(await refusal(house.doors.ask(chidi, ines.doorId, 'knock'))).toBe('allowed');
});

test('a door closed on those who wait is no decline', async () => {
  const { chidi, mentors } = await doorsAjar(1);
  const [ines] = mentors;
  if (!ines) throw new Error('no door');
  for (const _ of [1, 2, 3]) {
    await house.doors.set(ines.mentor, 'ajar');
    expect(await refusal(house.doors.ask(chidi, ines.doorId, 'knock'))).toBe('allowed');
    await house.doors.set(ines.mentor, 'closed');
  }
  expect(await doorsShutTo(house.db, chidi.memberId)).toEqual(new Set());
});

const knocks = fc.array(
  fc.record({
    door: fc.nat(4),
    what: fc.constantFrom('knock', 'knock', 'knock', 'not now', 'leave', 'close and open'),
    minutes: fc.constantFrom(0, 0, 0, 1.1, 13 * 60),
  }),
  { minLength: 8, maxLength: 14 },
);

test('whatever is pressed, on two servers at once: three lines, five knocks a minute, and shut after two declines a day, no sooner', async () => {
  await fc.assert(
    fc.asyncProperty(knocks, async (steps) => {
      const { chidi, mentors } = await doorsAjar(5);
      let now = 0;
      const knocked: number[] = [];
      const declined = new Map<DoorId, number[]>();
      const own = eq(visits.visitorId, chidi.memberId);
      const waits = async () =>
        (await house.db.select().from(visits).where(own)).filter((visit) => visit.state === 'waiting');
      for (const { door, what, minutes } of steps) {
        const { mentor, doorId } = mentors[door] ?? expect.fail('no door');
        // Time goes by: what has been is so much longer ago.
        now += minutes;
        const earlier = (at: typeof visits.askedAt | typeof visits.endedAt) =>
          sql`${at} - ${minutes} * interval '1 minute'`;
        await house.db
          .update(visits)
          .set({ askedAt: earlier(visits.askedAt), endedAt: earlier(visits.endedAt) })
          .where(own);
        const before = await waits();
        const here = before.find((visit) => visit.doorId === doorId);
        const lately = (declined.get(doorId) ?? []).filter((at) => now - at < 24 * 60).length;
        if (what === 'knock') {
          const servers = [house.doors, other.doors];
          const said = new Set(await Promise.all(servers.map((server) => refusal(server.ask(chidi, doorId, 'knock')))));
          const knocksLately = knocked.filter((at) => now - at < 1).length;
          const expected =
            lately >= 2
              ? 'door-closed'
              : here
                ? 'allowed'
                : before.length >= 3
                  ? 'too-many-lines'
                  : knocksLately >= 5
                    ? 'too-many-knocks'
                    : 'allowed';
          expect([...said]).toEqual([expected]);
          if (expected === 'allowed' && !here) knocked.push(now);
        } else if (here && what === 'leave') await house.doors.leaveLine(chidi, here.id);
        else if (here && what === 'not now') {
          await house.doors.notNow(mentor, here.id);
          declined.set(doorId, [...(declined.get(doorId) ?? []), now]);
        } else if (what === 'close and open') {
          for (const state of ['closed', 'ajar'] as const) await house.doors.set(mentor, state);
        }
        expect((await waits()).length).toBeLessThanOrEqual(3);
      }
    }),
    { numRuns: 10 },
  );
}, 240_000);
