import type { DrawingId, EncounterId, MemberId, ProgramId } from '@ajar/shared';
import { sql } from 'drizzle-orm';
import type { Transaction } from '../database/index.ts';
import { newId } from '../ids/index.ts';
import { fairnessAfter } from './fairness.ts';
import { type PairedTable, type Pairing, type Round, withoutPrivateWords } from './pairing/index.ts';
import { coffeeFairness, drawings, pairings } from './tables.ts';

export type Drawing = {
  programId: ProgramId;
  round: Round;
  pairing: Pairing;
  /** The encounter each table became. A table that is missing here did not come about and leaves no receipt. */
  encounters: ReadonlyMap<PairedTable, EncounterId>;
  /**
   * Whether who waits and who sat in a trio go first the next time. Default true. At the table people stay in line,
   * where their seat says since when they wait, so there it is false.
   */
  fairness?: boolean;
};

/**
 * Writes the receipt of a drawing, in the transaction that opens its encounters: the seed, the policy, what was weighed
 * and what was told to whom, and who goes first the next time.
 * @returns the drawing's id; `null` when no table of it came about, which leaves nothing behind.
 */
export async function keepDrawing(
  tx: Transaction,
  { programId, round, pairing, encounters, fairness = true }: Drawing,
): Promise<DrawingId | null> {
  const tables = pairing.tables.flatMap((table) => {
    const encounterId = encounters.get(table);
    return encounterId ? [{ encounterId, table }] : [];
  });
  if (fairness) await keepFairness(tx, round, pairing);
  if (tables.length === 0) return null;
  const id = newId<DrawingId>();
  const { seed, policyVersion } = pairing;
  const { policy = null } = round;
  const kept = { policy, round: withoutPrivateWords(round), result: pairing };
  await tx.insert(drawings).values({ id, programId, seed, policyVersion, ...kept });
  await tx.insert(pairings).values(
    tables.map(({ encounterId, table: { weight, reasons } }) => ({
      encounterId,
      programId,
      drawingId: id,
      weight,
      reasons,
    })),
  );
  return id;
}

/** Rows are written in one order, so that two rounds about the same people wait for each other. */
async function keepFairness(tx: Transaction, round: Round, pairing: Pairing): Promise<void> {
  const stood = await tx
    .select()
    .from(coffeeFairness)
    .where(sql`${coffeeFairness.memberId} = any(${sql.param(round.people.map((person) => person.id))}::uuid[])`)
    .orderBy(coffeeFairness.memberId)
    .for('update');
  const before = new Map(stood.map((row) => [row.memberId as string, row]));
  const after = fairnessAfter(round, pairing, before);
  if (after.length === 0) return;
  await tx
    .insert(coffeeFairness)
    .values(after.map(({ id, ...stands }) => ({ memberId: id as MemberId, ...stands })))
    .onConflictDoUpdate({
      target: coffeeFairness.memberId,
      set: {
        leftOverLast: sql`excluded.left_over_last`,
        trioLast: sql`excluded.trio_last`,
        trioThisTurn: sql`excluded.trio_this_turn`,
      },
    });
}
