import type { MemberId, ProgramId } from '@ajar/shared';
import { and, eq, gt, inArray, isNotNull, or, sql } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import { seats } from '../coffee/tables.ts';
import type { Queryable } from '../database/index.ts';
import { doors, visits } from '../doors/tables.ts';
import { inCalls } from '../encounters/index.ts';
import { askAgainAfter, countedWithin, type UpForChat } from './rules.ts';
import { passingOffers, passingPeople } from './tables.ts';

/** Everybody of a programme who is up for a chat. */
export async function upIn(
  db: Queryable,
  programId: ProgramId,
  { now, around }: { now: number; around: (memberId: MemberId) => boolean },
): Promise<UpForChat[]> {
  const rows = await db
    .select()
    .from(passingPeople)
    .where(and(eq(passingPeople.programId, programId), gt(passingPeople.upUntil, new Date(now))));
  const ids = rows.map((row) => row.memberId);
  const busy = await busyAmong(db, ids);
  const offered = await offeredTo(db, ids, now);
  return rows.flatMap(({ memberId, upUntil, offersADay }) =>
    upUntil
      ? {
          memberId,
          upUntil: upUntil.getTime(),
          offersADay,
          offered: offered.get(memberId) ?? 0,
          around: around(memberId),
          busy: busy.has(memberId),
        }
      : [],
  );
}

/** Which of these people are in a call, at the table, waiting at a door or waited for at their own, or being asked. */
async function busyAmong(db: Queryable, ids: readonly MemberId[]): Promise<Set<MemberId>> {
  if (ids.length === 0) return new Set();
  const of = [...ids];
  const waiting = eq(visits.state, 'waiting');
  const standing = eq(passingOffers.over, false);
  const rows = await union(
    db.select({ id: seats.memberId }).from(seats).where(inArray(seats.memberId, of)),
    db
      .select({ id: visits.visitorId })
      .from(visits)
      .where(and(inArray(visits.visitorId, of), waiting)),
    db
      .select({ id: sql<MemberId>`${doors.memberId}`.as('id') })
      .from(doors)
      .innerJoin(visits, eq(visits.doorId, doors.id))
      .where(and(inArray(doors.memberId, of), waiting)),
    db
      .select({ id: passingOffers.oneId })
      .from(passingOffers)
      .where(and(inArray(passingOffers.oneId, of), standing)),
    db
      .select({ id: passingOffers.otherId })
      .from(passingOffers)
      .where(and(inArray(passingOffers.otherId, of), standing)),
  );
  return new Set([...rows.map((row) => row.id), ...(await inCalls(db, ids))]);
}

/** How many offers each of these people had lately. */
async function offeredTo(db: Queryable, ids: readonly MemberId[], now: number): Promise<Map<MemberId, number>> {
  const counts = new Map<MemberId, number>();
  for (const pair of await offersAmong(db, ids, now - countedWithin, or)) {
    for (const id of pair) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Which of these people were offered to each other lately. */
export async function askedLately(
  db: Queryable,
  ids: readonly MemberId[],
  now: number,
): Promise<(a: MemberId, b: MemberId) => boolean> {
  const pairs = await offersAmong(db, ids, now - askAgainAfter, and);
  const asked = new Set(pairs.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  return (a, b) => asked.has(`${a} ${b}`);
}

/** Offers since a time, in ms, of which one or both people are among these. */
async function offersAmong(
  db: Queryable,
  ids: readonly MemberId[],
  since: number,
  oneOrBoth: typeof or,
): Promise<[MemberId, MemberId][]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ one: passingOffers.oneId, other: passingOffers.otherId })
    .from(passingOffers)
    .where(
      and(
        oneOrBoth(inArray(passingOffers.oneId, [...ids]), inArray(passingOffers.otherId, [...ids])),
        gt(passingOffers.madeAt, new Date(since)),
      ),
    );
  return rows.map(({ one, other }) => [one, other]);
}

/** Programmes in which at least two people are up for a chat. */
export async function programsWithTwoUp(db: Queryable, now: number): Promise<ProgramId[]> {
  const rows = await db
    .select({ programId: passingPeople.programId })
    .from(passingPeople)
    .where(and(isNotNull(passingPeople.upUntil), gt(passingPeople.upUntil, new Date(now))))
    .groupBy(passingPeople.programId)
    .having(sql`count(*) > 1`);
  return rows.map((row) => row.programId);
}
