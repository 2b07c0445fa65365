import type { DoorHours, MemberId, MyHours } from '@ajar/shared';
import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { doors } from '../doors/tables.ts';
import { everyOf } from './calendar.ts';
import { doorHours, doorHoursTimes } from './tables.ts';

/** What matters first to whoever holds the door. */
const weight = { asked: 0, held: 1, closed: 2, announced: 3, over: 4 } as const;

/** The time of one's own hours that matters just now. */
export async function myHoursOf(db: Queryable, memberId: MemberId): Promise<MyHours | null> {
  const rows = await db
    .select()
    .from(doorHoursTimes)
    .where(and(eq(doorHoursTimes.memberId, memberId), ne(doorHoursTimes.phase, 'over')))
    .orderBy(asc(doorHoursTimes.startsAt));
  const [row] = rows
    .filter((each) => each.phase !== 'closed' || each.answer !== 'not-today')
    .toSorted((a, b) => weight[a.phase] - weight[b.phase]);
  if (!row) return null;
  const { id, phase, answer, startsAt, endsAt } = row;
  return { timeId: id, phase, answer, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

/** What each of these people's doors says of its hours; who has none is left out. */
export async function doorHoursOf(db: Queryable, memberIds: readonly MemberId[]): Promise<Map<MemberId, DoorHours>> {
  const found = new Map<MemberId, DoorHours>();
  if (memberIds.length === 0) return found;
  const rows = await db
    .select({
      memberId: doorHoursTimes.memberId,
      startsAt: doorHoursTimes.startsAt,
      endsAt: doorHoursTimes.endsAt,
      phase: doorHoursTimes.phase,
      rule: doorHours.rule,
      door: doors.state,
    })
    .from(doorHoursTimes)
    .innerJoin(doorHours, eq(doorHours.id, doorHoursTimes.hoursId))
    .leftJoin(doors, eq(doors.memberId, doorHoursTimes.memberId))
    .where(and(inArray(doorHoursTimes.memberId, [...memberIds]), ne(doorHoursTimes.phase, 'over')))
    .orderBy(asc(doorHoursTimes.startsAt));
  for (const [memberId, times] of Map.groupBy(rows, (row) => row.memberId)) {
    // Hours whose door was closed by hand say nothing any more.
    const current = times.filter((time) => time.phase !== 'held' || (time.door !== null && time.door !== 'closed'));
    const closed = current.some((time) => time.phase === 'closed');
    const next = current.find((time) => time.phase !== 'closed') ?? current[0];
    if (!next) continue;
    const { startsAt, endsAt, rule } = next;
    found.set(memberId, {
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      every: everyOf(rule),
      closed,
    });
  }
  return found;
}
