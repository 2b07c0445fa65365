import {
  AjarError,
  type DaysOffId,
  type DaysOffPlan,
  type DoorId,
  type HoursId,
  type HoursKept,
  type HoursPlan,
  type MemberId,
  type ProgramId,
} from '@ajar/shared';
import { and, asc, eq, gte, isNull } from 'drizzle-orm';
import type { Db, Transaction } from '../database/index.ts';
import { doorHosts, doors } from '../doors/tables.ts';
import { newId } from '../ids/index.ts';
import { isPast, type Time, timesOf } from './calendar.ts';
import type { Holder } from './hours.ts';
import { exceptionsOf, type HoursRow, hoursOf } from './plan.ts';
import { daysOff, doorHours, doorHoursSkips } from './tables.ts';

/** So many hours at most: more are no hours but an office that is open. */
const mostHours = 20;

/** How many of the next times a mentor sees, those that do not take place among them. */
const keptAhead = 6;

/** Hours as they are set first: at a staffed door (`doorId`), or at one's own. */
export type NewHours = HoursPlan & { doorId?: DoorId | null | undefined };

/**
 * Sets hours of one's own door, which is hung if there is none, or of one's duty at a staffed door.
 * @throws AjarError `bad-recurrence`, `no-time-left`, `too-many-hours`, `no-such-door`.
 */
export async function makeHours(db: Db, { memberId, programId }: Holder, made: NewHours, now: Date): Promise<HoursId> {
  const { doorId = null, ...plan } = made;
  checkPlan(plan, now);
  const kept = await hoursOf(db, { memberId });
  if (kept.length >= mostHours) {
    throw new AjarError('conflict', 'too-many-hours', 'That is as many hours as a door can have. Remove some first.');
  }
  const id = newId<HoursId>();
  await db.transaction(async (tx) => {
    if (doorId) await lockHost(tx, doorId, memberId);
    // Hours are shown at a door: the first ones hang it.
    else await tx.insert(doors).values({ id: newId(), programId, memberId }).onConflictDoNothing();
    await tx.insert(doorHours).values({ id, memberId, doorId, ...plan });
  });
  return id;
}

/** Changes one's own hours. @throws AjarError `no-such-hours`, `bad-recurrence`, `no-time-left`. */
export async function changeHours(
  db: Db,
  { memberId }: Holder,
  id: HoursId,
  plan: HoursPlan,
  now: Date,
): Promise<void> {
  checkPlan(plan, now);
  const changed = await db
    .update(doorHours)
    .set(plan)
    .where(and(eq(doorHours.id, id), eq(doorHours.memberId, memberId), isNull(doorHours.stoppedAt)))
    .returning({ id: doorHours.id });
  if (changed.length === 0) throw noSuchHours();
}

/** Holds one's own hours no more, or again. @throws AjarError `no-such-hours`. */
export async function stopHours(db: Db, { memberId }: Holder, id: HoursId, stopped: boolean, now: Date): Promise<void> {
  const changed = await db
    .update(doorHours)
    .set({ stoppedAt: stopped ? now : null })
    .where(and(eq(doorHours.id, id), eq(doorHours.memberId, memberId)))
    .returning({ id: doorHours.id });
  if (changed.length === 0) throw noSuchHours();
}

/** Skips a date, or holds it after all. @throws AjarError `no-such-hours`. */
export async function skipHours(db: Db, { memberId }: Holder, id: HoursId, on: string, skip: boolean): Promise<void> {
  const own = and(eq(doorHours.id, id), eq(doorHours.memberId, memberId), isNull(doorHours.stoppedAt));
  const [hours] = await db.select({ id: doorHours.id }).from(doorHours).where(own);
  if (!hours) throw noSuchHours();
  if (skip) await db.insert(doorHoursSkips).values({ hoursId: id, on }).onConflictDoNothing();
  else await db.delete(doorHoursSkips).where(and(eq(doorHoursSkips.hoursId, id), eq(doorHoursSkips.on, on)));
}

/** One's own hours with their next times. */
export async function keptHours(db: Db, { memberId }: Holder, now: Date): Promise<HoursKept[]> {
  const rows = await hoursOf(db, { memberId });
  return Promise.all(rows.map((hours) => keptFrom(db, hours, now)));
}

/** Hours with their next times. */
export async function keptFrom(db: Db, hours: HoursRow, now: Date): Promise<HoursKept> {
  const { id, doorId, rule, startsAt, timeZone, minutes, knock } = hours;
  const ahead = await aheadOf(db, hours, now, keptAhead);
  const next = ahead.map(({ on, not, ...span }) => ({ on, not, ...iso(span) }));
  return { hoursId: id, doorId, rule, startsAt, timeZone, minutes, knock, next };
}

/** The next times of hours; the one under way is not among them. */
export async function aheadOf(db: Db, hours: HoursRow, now: Date, count: number): Promise<Time[]> {
  return timesOf(hours, await exceptionsOf(db, hours, now), now, count);
}

export function iso({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) {
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

/** Days without hours that are not over: one member's own, or those of the whole programme. */
export async function keptDaysOff(db: Db, programId: ProgramId, memberId: MemberId | null, now: Date) {
  const yesterday = new Date(now.getTime() - 24 * 3_600_000).toISOString().slice(0, 10);
  const rows = await db
    .select({ daysOffId: daysOff.id, from: daysOff.from, to: daysOff.to, name: daysOff.name })
    .from(daysOff)
    .where(and(eq(daysOff.programId, programId), whoseDays(memberId), gte(daysOff.to, yesterday)))
    .orderBy(asc(daysOff.from), asc(daysOff.id));
  return rows;
}

/** @throws AjarError `bad-days` when the last day is before the first. */
export async function addDaysOff(
  db: Db,
  programId: ProgramId,
  memberId: MemberId | null,
  plan: DaysOffPlan,
): Promise<DaysOffId> {
  if (plan.to < plan.from) {
    throw new AjarError('bad-input', 'bad-days', 'The last day is before the first. Nothing was changed.');
  }
  const id = newId<DaysOffId>();
  await db.insert(daysOff).values({ id, programId, memberId, ...plan });
  return id;
}

/** @throws AjarError `no-such-days`. */
export async function endDaysOff(
  db: Db,
  programId: ProgramId,
  memberId: MemberId | null,
  id: DaysOffId,
): Promise<void> {
  const gone = await db
    .delete(daysOff)
    .where(and(eq(daysOff.id, id), eq(daysOff.programId, programId), whoseDays(memberId)))
    .returning({ id: daysOff.id });
  if (gone.length === 0) throw new AjarError('not-found', 'no-such-days', 'These days are gone already.');
}

function whoseDays(memberId: MemberId | null) {
  return memberId === null ? isNull(daysOff.memberId) : eq(daysOff.memberId, memberId);
}

/** Staff may take somebody from a staffed door at the same moment: then there are no hours. */
async function lockHost(tx: Transaction, doorId: DoorId, memberId: MemberId): Promise<void> {
  const [host] = await tx
    .select({ memberId: doorHosts.memberId })
    .from(doorHosts)
    .innerJoin(doors, eq(doors.id, doorHosts.doorId))
    .where(and(eq(doorHosts.doorId, doorId), eq(doorHosts.memberId, memberId), isNull(doors.endedAt)))
    .for('share');
  if (!host) {
    const message = 'You are not among those who hold this door any more. Nothing was changed.';
    throw new AjarError('not-found', 'no-such-door', message);
  }
}

function checkPlan(plan: HoursPlan, now: Date): void {
  if (isPast(plan, now)) {
    throw new AjarError('bad-input', 'no-time-left', 'That time has passed already. Choose one to come.');
  }
}

function noSuchHours(): AjarError {
  return new AjarError('not-found', 'no-such-hours', 'These hours are gone already. Nothing was changed.');
}
