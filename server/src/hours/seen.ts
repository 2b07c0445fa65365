import type { DoorHours, DoorId, MemberId, MyHours } from '@ajar/shared';
import { and, asc, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { doorHosts, doors } from '../doors/tables.ts';
import { everyOf } from './calendar.ts';
import { doorHours, doorHoursTimes } from './tables.ts';

/** What matters first to whoever holds the door. */
const weight = { asked: 0, held: 1, closed: 2, announced: 3, over: 4 } as const;

/** A time of hours that is not over. `stands`: their door is not closed; at a staffed one, they are on duty. */
export type Shift = Pick<typeof doorHoursTimes.$inferSelect, 'memberId' | 'startsAt' | 'endsAt' | 'phase'> & {
  rule: string | null;
  stands: boolean;
};

const stands = sql<boolean>`case when ${doorHoursTimes.doorId} is null then coalesce(${doors.state} <> 'closed', false) else ${doorHosts.onDutySince} is not null end`;

/** The time of one's own hours that matters just now. One that begins at a door which stands already asks for nothing. */
export async function myHoursOf(db: Queryable, memberId: MemberId): Promise<MyHours | null> {
  const rows = await timesWhere(db, eq(doorHoursTimes.memberId, memberId));
  const [row] = rows
    .filter((each) => each.phase !== 'closed' || (each.answer !== 'not-today' && !each.stands))
    .map((each) => (each.phase === 'asked' && each.stands ? { ...each, phase: 'announced' as const } : each))
    .toSorted((a, b) => weight[a.phase] - weight[b.phase]);
  if (!row) return null;
  const { id, doorId, phase, answer, startsAt, endsAt } = row;
  return { timeId: id, doorId, phase, answer, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

/** What each of these people's doors says of its hours; who has none is left out. */
export async function doorHoursOf(db: Queryable, memberIds: readonly MemberId[]): Promise<Map<MemberId, DoorHours>> {
  if (memberIds.length === 0) return new Map();
  const own = and(inArray(doorHoursTimes.memberId, [...memberIds]), isNull(doorHoursTimes.doorId));
  const times = Map.groupBy(await timesWhere(db, own), (row) => row.memberId);
  return new Map(
    [...times].flatMap(([memberId, rows]) => {
      const told = hoursTold(rows);
      return told ? [[memberId, told]] : [];
    }),
  );
}

/** The hours of those who hold these staffed doors, each of whom somebody may not see. */
export async function shiftsAt(db: Queryable, doorIds: readonly DoorId[]): Promise<Map<DoorId, Shift[]>> {
  if (doorIds.length === 0) return new Map();
  const rows = await timesWhere(db, inArray(doorHoursTimes.doorId, [...doorIds]));
  return Map.groupBy(
    rows.flatMap(({ doorId, ...shift }) => (doorId ? [{ ...shift, doorId }] : [])),
    (shift) => shift.doorId,
  );
}

/** What one door says of its hours to somebody from whom these people are hidden. */
export async function hoursToldAt(
  db: Queryable,
  door: { doorId: DoorId; memberId: MemberId | null; hidden: ReadonlySet<MemberId> },
): Promise<DoorHours | null> {
  if (door.memberId) return (await doorHoursOf(db, [door.memberId])).get(door.memberId) ?? null;
  const shifts = (await shiftsAt(db, [door.doorId])).get(door.doorId) ?? [];
  return hoursTold(shifts.filter((shift) => !door.hidden.has(shift.memberId)));
}

/** What the times of one door come to, the first of them first; `null`: nothing to say. */
export function hoursTold(times: readonly Shift[]): DoorHours | null {
  // Hours whose door was closed by hand say nothing any more.
  const current = times.filter((time) => time.phase !== 'held' || time.stands);
  const isHeld = current.some((time) => time.phase === 'held');
  const next = current.find((time) => time.phase !== 'closed') ?? current[0];
  if (!next) return null;
  const { startsAt, endsAt, rule } = next;
  return {
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    every: everyOf(rule),
    // Of several who hold a door, one is enough.
    closed: !isHeld && current.some((time) => time.phase === 'closed'),
  };
}

/** Times that are not over, the first to begin first. */
function timesWhere(db: Queryable, which: SQL | undefined) {
  const { id, memberId, doorId, startsAt, endsAt, phase, answer } = doorHoursTimes;
  return db
    .select({ id, memberId, doorId, startsAt, endsAt, phase, answer, rule: doorHours.rule, stands })
    .from(doorHoursTimes)
    .innerJoin(doorHours, eq(doorHours.id, doorHoursTimes.hoursId))
    .leftJoin(doors, and(eq(doors.memberId, doorHoursTimes.memberId), isNull(doorHoursTimes.doorId)))
    .leftJoin(
      doorHosts,
      and(eq(doorHosts.doorId, doorHoursTimes.doorId), eq(doorHosts.memberId, doorHoursTimes.memberId)),
    )
    .where(and(which, ne(doorHoursTimes.phase, 'over')))
    .orderBy(asc(doorHoursTimes.startsAt));
}
