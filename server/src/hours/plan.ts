import type { DoorId, HoursId, HoursTimeId, MemberId, ProgramId } from '@ajar/shared';
import { and, asc, eq, gte, inArray, isNull, ne, notExists, or, type SQL } from 'drizzle-orm';
import { dateOf } from '../calendar/index.ts';
import type { Db, Queryable, Transaction } from '../database/index.ts';
import { newId } from '../ids/index.ts';
import { members } from '../programs/tables.ts';
import { type Exceptions, isPast, nextTime } from './calendar.ts';
import { firstLook } from './stages.ts';
import { daysOff, doorHours, doorHoursSkips, doorHoursTimes } from './tables.ts';

export type HoursRow = typeof doorHours.$inferSelect;
export type TimeRow = typeof doorHoursTimes.$inferSelect;

/** Phases of a time that has not begun: a change of the hours may still move it. */
const ahead = ['announced', 'asked'] as const;

/**
 * Sees that hours have the one time ahead that they should: the next. One at another time is dropped; those held, or
 * closed, end as they began. Hours that have had their last time are stopped.
 * @returns what is ahead now, or `undefined` when nothing is.
 */
export async function planNext(
  tx: Transaction,
  hoursId: HoursId,
  { now, lead }: { now: Date; lead: number },
): Promise<HoursTimeId | undefined> {
  const [hours] = await tx.select().from(doorHours).where(eq(doorHours.id, hoursId)).for('update');
  if (!hours) return undefined;
  const rows = await tx
    .select()
    .from(doorHoursTimes)
    .where(and(eq(doorHoursTimes.hoursId, hoursId), gte(doorHoursTimes.endsAt, now)))
    .for('update');
  const begun = rows.filter((row) => row.phase !== 'announced' && row.phase !== 'asked');
  const taken = new Set(begun.map((row) => row.startsAt.getTime()));
  // One whose hour has come is not another one's business: its own step goes on with it.
  const underWay = rows.some((row) => !begun.includes(row) && row.startsAt <= now);
  if (underWay && !hours.stoppedAt) return undefined;
  const next = hours.stoppedAt
    ? undefined
    : nextTime(hours, await exceptionsOf(tx, hours, now), now, (at) => taken.has(at.getTime()));
  const stale = rows.filter((row) => !begun.includes(row) && row.startsAt.getTime() !== next?.startsAt.getTime());
  const ids = stale.map((row) => row.id);
  if (ids.length > 0) await tx.delete(doorHoursTimes).where(inArray(doorHoursTimes.id, ids));
  if (!next) {
    if (!hours.stoppedAt && begun.length === 0 && isPast(hours, now)) {
      await tx.update(doorHours).set({ stoppedAt: now }).where(eq(doorHours.id, hoursId));
    }
    return undefined;
  }
  const { memberId, doorId, knock } = hours;
  const [planned] = await tx
    .insert(doorHoursTimes)
    .values({ id: newId(), hoursId, memberId, doorId, knock, ...next, until: firstLook(next.startsAt, lead) })
    .onConflictDoUpdate({
      target: [doorHoursTimes.hoursId, doorHoursTimes.startsAt],
      set: { endsAt: next.endsAt, knock },
      setWhere: inArray(doorHoursTimes.phase, [...ahead]),
    })
    .returning({ id: doorHoursTimes.id });
  return planned?.id;
}

/** What these hours give way to from a moment on. */
export async function exceptionsOf(db: Queryable, hours: HoursRow, now: Date): Promise<Exceptions> {
  // One day more, whatever the zone.
  const today = dateOf(new Date(now.getTime() - 24 * 3_600_000), hours.timeZone);
  const skips = await db
    .select({ on: doorHoursSkips.on })
    .from(doorHoursSkips)
    .where(and(eq(doorHoursSkips.hoursId, hours.id), gte(doorHoursSkips.on, today)));
  const off = await db
    .select({ from: daysOff.from, to: daysOff.to })
    .from(daysOff)
    .innerJoin(members, eq(members.programId, daysOff.programId))
    .where(
      and(
        eq(members.id, hours.memberId),
        or(isNull(daysOff.memberId), eq(daysOff.memberId, hours.memberId)),
        gte(daysOff.to, today),
      ),
    );
  return { skips: new Set(skips.map((row) => row.on)), daysOff: off };
}

/** Hours that go on and have nothing ahead. */
export async function unplanned(db: Db): Promise<HoursId[]> {
  const planned = db
    .select({ id: doorHoursTimes.id })
    .from(doorHoursTimes)
    .where(and(eq(doorHoursTimes.hoursId, doorHours.id), inArray(doorHoursTimes.phase, [...ahead])));
  const rows = await db
    .select({ id: doorHours.id })
    .from(doorHours)
    .where(and(isNull(doorHours.stoppedAt), notExists(planned)));
  return rows.map((row) => row.id);
}

/** Hours of one person, of everybody in a programme, or of all who hold a staffed door (`deskId`). */
export type Whose = { memberId: MemberId } | { programId: ProgramId } | { deskId: DoorId };

/** Their hours that go on. */
export async function hoursOf(db: Queryable, whose: Whose): Promise<HoursRow[]> {
  const by = condition(whose);
  const rows = await db
    .select({ hours: doorHours })
    .from(doorHours)
    .innerJoin(members, eq(members.id, doorHours.memberId))
    .where(and(by, isNull(doorHours.stoppedAt)))
    .orderBy(asc(doorHours.createdAt), asc(doorHours.id));
  return rows.map((row) => row.hours);
}

function condition(whose: Whose): SQL {
  if ('memberId' in whose) return eq(members.id, whose.memberId);
  return 'deskId' in whose ? eq(doorHours.doorId, whose.deskId) : eq(members.programId, whose.programId);
}

/** Whether another time of theirs holds the same door open beyond this one. */
export async function heldByAnother(tx: Queryable, { id, memberId, doorId }: TimeRow, now: Date): Promise<boolean> {
  const sameDoor = doorId === null ? isNull(doorHoursTimes.doorId) : eq(doorHoursTimes.doorId, doorId);
  const rows = await tx
    .select({ id: doorHoursTimes.id, until: doorHoursTimes.until })
    .from(doorHoursTimes)
    .where(
      and(eq(doorHoursTimes.memberId, memberId), sameDoor, eq(doorHoursTimes.phase, 'held'), ne(doorHoursTimes.id, id)),
    );
  return rows.some((row) => row.until > now);
}
