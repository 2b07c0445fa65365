import type { MemberId, MySeat, ProgramId, TableSeen } from '@ajar/shared';
import { asc, count, eq, gt } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { members } from '../programs/tables.ts';
import { seats } from './tables.ts';

/** Everybody on a chair of this programme, longest first. `since` in ms since the epoch. */
export async function seatedIn(db: Queryable, programId: ProgramId) {
  const rows = await db
    .select({
      memberId: seats.memberId,
      name: members.name,
      since: seats.since,
      minutes: seats.minutes,
      again: seats.again,
    })
    .from(seats)
    .innerJoin(members, eq(members.id, seats.memberId))
    .where(eq(seats.programId, programId))
    .orderBy(asc(seats.since), asc(seats.memberId));
  return rows.map((row) => ({ ...row, since: row.since.getTime() }));
}

export type Seated = Awaited<ReturnType<typeof seatedIn>>[number];

/** The table as everybody sees it. */
export async function tableOf(db: Queryable, programId: ProgramId): Promise<TableSeen> {
  const [row] = await db.select({ taken: count() }).from(seats).where(eq(seats.programId, programId));
  return { taken: row?.taken ?? 0 };
}

export async function seatOf(db: Queryable, memberId: MemberId): Promise<MySeat | null> {
  const [row] = await db
    .select({ since: seats.since, minutes: seats.minutes, again: seats.again })
    .from(seats)
    .where(eq(seats.memberId, memberId));
  return row ? { ...row, since: row.since.toISOString() } : null;
}

/** The programmes at whose table two or more sit. */
export async function programsSeatingTwo(db: Queryable): Promise<ProgramId[]> {
  const rows = await db
    .select({ programId: seats.programId })
    .from(seats)
    .groupBy(seats.programId)
    .having(gt(count(), 1));
  return rows.map((row) => row.programId);
}
