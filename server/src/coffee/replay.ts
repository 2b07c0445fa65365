import type { DrawingId, ProgramId } from '@ajar/shared';
import { and, isNotNull, lt } from 'drizzle-orm';
import type { Db } from '../database/index.ts';
import type { Pairing, PairingPool } from './pairing/index.ts';
import { drawings } from './tables.ts';
import { storedDrawing } from './why-us.ts';

/** How long what went into a drawing is kept, in days: as long as people ask. Its tables and their reasons stay. */
const drawingsKept = 90;

/**
 * Draws again from what is stored.
 *
 * @returns whether the same people sit together, with the same weights, and the same wait.
 * @throws AjarError `no-such-drawing`, `no-replay`.
 */
export async function replay(
  db: Db,
  pool: Pick<PairingPool, 'pair'>,
  programId: ProgramId,
  id: DrawingId,
): Promise<boolean> {
  const { input, result } = await storedDrawing(db, programId, id);
  const again = await pool.pair(input, { seed: result.seed, salt: result.salt });
  return outcomeOf(again) === outcomeOf(result);
}

/** The sentences are left out: they name people by the names of that day. */
function outcomeOf({ tables, waiting, total, policyVersion }: Pairing): string {
  const seated = tables.map(({ people, weight }) => [[...people].sort(), weight]);
  return JSON.stringify([
    seated.map((table) => JSON.stringify(table)).sort(),
    [...waiting].sort(),
    total,
    policyVersion,
  ]);
}

/** Forgets what went into drawings of long ago. */
export async function forgetDrawings(db: Db, now: Date): Promise<void> {
  const then = new Date(now.getTime() - drawingsKept * 24 * 3600_000);
  await db
    .update(drawings)
    .set({ round: null })
    .where(and(isNotNull(drawings.round), lt(drawings.madeAt, then)));
}
