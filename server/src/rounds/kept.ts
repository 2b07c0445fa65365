import { AjarError, type ProgramId, type RoundId, type RoundKept, type RoundPlan } from '@ajar/shared';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { timesAfter } from '../calendar/index.ts';
import type { Db, Transaction } from '../database/index.ts';
import { newId } from '../ids/index.ts';
import { members } from '../programs/tables.ts';
import { noSuchRound } from './answers.ts';
import { joinedCounts, roundRow } from './plan.ts';
import { roundGuests, rounds } from './tables.ts';

/** A figure about fewer people than this is not shown to anybody. */
const fewestShown = 5;

/** How many of the next times staff see. */
export const staffAhead = 6;

/** Every round of a programme as staff keep it. */
export async function keptRounds(db: Db, programId: ProgramId, now: Date): Promise<RoundKept[]> {
  const rows = await db
    .select()
    .from(rounds)
    .where(and(eq(rounds.programId, programId), isNull(rounds.stoppedAt)))
    .orderBy(asc(rounds.name), asc(rounds.id));
  const guests = await db
    .select({ roundId: roundGuests.roundId, memberId: roundGuests.memberId })
    .from(roundGuests)
    .innerJoin(rounds, eq(rounds.id, roundGuests.roundId))
    .where(eq(rounds.programId, programId));
  const joined = await joinedCounts(db, programId);
  return rows.map(({ id, everybody, programId: _, createdAt, stoppedAt, ...round }) => {
    const count = joined.get(id) ?? 0;
    return {
      ...round,
      roundId: id,
      invited: everybody ? null : guests.filter((row) => row.roundId === id).map((row) => row.memberId),
      next: timesAfter(round, now, staffAhead).map((at) => at.toISOString()),
      joined: count < fewestShown ? null : count,
    };
  });
}

/** @throws AjarError `bad-recurrence`, `never`, `not-members` (bad-input). */
export async function makeRound(db: Db, programId: ProgramId, plan: RoundPlan, now: Date): Promise<RoundId> {
  const { invited, ...round } = checked(plan, now);
  const id = newId<RoundId>();
  await db.transaction(async (tx) => {
    await tx.insert(rounds).values({ id, programId, ...round, everybody: invited === null });
    await writeGuests(tx, programId, id, invited);
  });
  return id;
}

/** @throws AjarError as `makeRound`, and `no-such-round` (not-found). */
export async function changeRound(db: Db, programId: ProgramId, id: RoundId, plan: RoundPlan, now: Date) {
  const { invited, ...round } = checked(plan, now);
  await db.transaction(async (tx) => {
    if (!(await roundRow(tx, id, programId))) throw noSuchRound();
    await tx
      .update(rounds)
      .set({ ...round, everybody: invited === null })
      .where(eq(rounds.id, id));
    await tx.delete(roundGuests).where(eq(roundGuests.roundId, id));
    await writeGuests(tx, programId, id, invited);
  });
}

/** @throws AjarError `no-such-round` (not-found). */
export async function stopRound(db: Db, programId: ProgramId, id: RoundId, now: Date): Promise<void> {
  if (!(await roundRow(db, id, programId))) throw noSuchRound();
  await db.update(rounds).set({ stoppedAt: now }).where(eq(rounds.id, id));
}

function checked(plan: RoundPlan, now: Date): RoundPlan {
  if (timesAfter(plan, now, 1).length === 0) {
    const words = 'rule: by this rule the round never takes place again. Nothing was changed.';
    throw new AjarError('bad-input', 'never', words);
  }
  return { ...plan, rule: plan.rule.toUpperCase() };
}

async function writeGuests(tx: Transaction, programId: ProgramId, roundId: RoundId, invited: RoundPlan['invited']) {
  const ids = [...new Set(invited ?? [])];
  if (ids.length === 0) return;
  const known = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.programId, programId), inArray(members.id, ids)));
  if (known.length < ids.length) {
    const words = 'invited: somebody on the list is not in your programme any more. Nothing was changed.';
    throw new AjarError('bad-input', 'not-members', words);
  }
  await tx.insert(roundGuests).values(ids.map((memberId) => ({ roundId, memberId })));
}
