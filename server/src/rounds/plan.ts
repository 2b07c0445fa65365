import type { OccurrenceId, ProgramId, RoundId } from '@ajar/shared';
import { and, asc, eq, isNull, ne, notInArray, sql } from 'drizzle-orm';
import { timesAfter } from '../calendar/index.ts';
import type { Db, Queryable, Transaction } from '../database/index.ts';
import { newId } from '../ids/index.ts';
import { endOf } from './stages.ts';
import { roundAnswers, roundOccurrences, rounds } from './tables.ts';

export type RoundRow = typeof rounds.$inferSelect;
export type OccurrenceRow = typeof roundOccurrences.$inferSelect;

/** A round by its id, with its occurrence if one is not over. */
export async function roundRow(db: Queryable, roundId: RoundId, programId: ProgramId): Promise<RoundRow | undefined> {
  const [row] = await db
    .select()
    .from(rounds)
    .where(and(eq(rounds.id, roundId), eq(rounds.programId, programId), isNull(rounds.stoppedAt)));
  return row;
}

/**
 * Sees that a round has the one occurrence it should: the next, announced. An announced one at another time is dropped;
 * one under way is left to end as it began, and the next is planned when it is over.
 * @returns what is announced now, or `undefined` when one is under way, or none is to come.
 */
export async function planNext(tx: Transaction, roundId: RoundId, now: Date): Promise<OccurrenceId | undefined> {
  const [round] = await tx.select().from(rounds).where(eq(rounds.id, roundId)).for('update');
  if (!round) return undefined;
  const open = await openOf(tx, roundId);
  if (open.some((row) => row.phase !== 'announced')) return undefined;
  const [startsAt] = round.stoppedAt ? [] : timesAfter(round, now, 1);
  const stale = open.filter((row) => row.startsAt.getTime() !== startsAt?.getTime());
  for (const row of stale) {
    // One whose time has come is not another one's business: its own step ends it.
    if (row.startsAt > now || round.stoppedAt) await tx.delete(roundOccurrences).where(eq(roundOccurrences.id, row.id));
    else return undefined;
  }
  if (!startsAt) return undefined;
  const { sittings, sittingSeconds, gatheringSeconds, betweenSeconds } = round;
  const lengths = { sittings, sittingSeconds, gatheringSeconds, betweenSeconds };
  const until = endOf({ phase: 'announced', sitting: 0 }, lengths, startsAt, now);
  const [planned] = await tx
    .insert(roundOccurrences)
    .values({ id: newId<OccurrenceId>(), roundId, startsAt, until, ...lengths })
    .onConflictDoUpdate({
      target: [roundOccurrences.roundId, roundOccurrences.startsAt],
      set: { ...lengths, until, told: false },
      setWhere: eq(roundOccurrences.phase, 'announced'),
    })
    .returning({ id: roundOccurrences.id });
  return planned?.id;
}

/** Rounds that go on and have nothing announced or under way. */
export async function unplanned(db: Db): Promise<RoundId[]> {
  const planned = db
    .select({ roundId: roundOccurrences.roundId })
    .from(roundOccurrences)
    .where(ne(roundOccurrences.phase, 'over'));
  const rows = await db
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(isNull(rounds.stoppedAt), notInArray(rounds.id, planned)));
  return rows.map((row) => row.id);
}

/** How many take part in each round, by its id. */
export async function joinedCounts(db: Queryable, programId: ProgramId): Promise<Map<RoundId, number>> {
  const rows = await db
    .select({ roundId: roundAnswers.roundId, count: sql<number>`count(${roundAnswers.cadence})::int` })
    .from(roundAnswers)
    .innerJoin(rounds, eq(rounds.id, roundAnswers.roundId))
    .where(eq(rounds.programId, programId))
    .groupBy(roundAnswers.roundId);
  return new Map(rows.map((row) => [row.roundId, row.count]));
}

function openOf(tx: Transaction, roundId: RoundId) {
  return tx
    .select({ id: roundOccurrences.id, phase: roundOccurrences.phase, startsAt: roundOccurrences.startsAt })
    .from(roundOccurrences)
    .where(and(eq(roundOccurrences.roundId, roundId), ne(roundOccurrences.phase, 'over')))
    .orderBy(asc(roundOccurrences.startsAt));
}
