import { createHash } from 'node:crypto';
import { AjarError, type PageLanguage, type ProgramId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import type { Db, Queryable, Transaction } from '../database/index.ts';
import { programs } from '../programs/tables.ts';
import { shippedStarters, starterIn } from './shipped-starters.ts';
import { coffeeStarters } from './tables.ts';

/** The conversation starters of this programme: its own, or those that ship. */
export async function startersOf(db: Queryable, programId: ProgramId): Promise<readonly string[]> {
  return (await ownStarters(db, programId)) ?? shippedStarters;
}

/** The same, with whose they are, and the name of this very set. */
export async function seeStarters(
  db: Queryable,
  programId: ProgramId,
  language: PageLanguage = 'en',
): Promise<{ starters: string[]; shipped: boolean; version: string }> {
  const own = await ownStarters(db, programId);
  const version = versionOf(own ?? shippedStarters, own === undefined);
  if (own) return { starters: [...own], shipped: false, version };
  return { starters: shippedStarters.map((text) => starterIn(text, language)), shipped: true, version };
}

/**
 * Coffees under way keep the starter on their table; the next one comes from the new set.
 * @param version of the set that was changed. @throws AjarError `starters-changed` when it is not that one any more.
 */
export async function setStarters(
  db: Db,
  programId: ProgramId,
  starters: readonly string[],
  version: string,
): Promise<void> {
  const texts = [...new Set(starters)];
  await changing(db, programId, { version, to: versionOf(texts, false) }, async (tx) => {
    const changed = { target: coffeeStarters.programId, set: { texts } };
    await tx.insert(coffeeStarters).values({ programId, texts }).onConflictDoUpdate(changed);
  });
}

/** From here on those that ship, also when a later Ajar ships others. @throws AjarError as `setStarters`. */
export async function backToShipped(db: Db, programId: ProgramId, version: string): Promise<void> {
  await changing(db, programId, { version, to: versionOf(shippedStarters, true) }, async (tx) => {
    await tx.delete(coffeeStarters).where(eq(coffeeStarters.programId, programId));
  });
}

/** One change after the other, each of the set that its maker saw. Who wants what is there already has it. */
async function changing(
  db: Db,
  programId: ProgramId,
  { version, to }: { version: string; to: string },
  write: (tx: Transaction) => Promise<void>,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.select({ id: programs.id }).from(programs).where(eq(programs.id, programId)).for('update');
    const { version: now } = await seeStarters(tx, programId);
    if (now === to) return;
    if (now !== version) {
      throw new AjarError(
        'conflict',
        'starters-changed',
        'Somebody has changed the starters meanwhile, so yours was not saved. Your words are still here: look at theirs, then save again.',
      );
    }
    await write(tx);
  });
}

/** The name of a set: the same for the same texts, in the same order. */
function versionOf(texts: readonly string[], shipped: boolean): string {
  return createHash('sha256')
    .update(JSON.stringify([shipped, ...texts]))
    .digest('base64url');
}

async function ownStarters(db: Queryable, programId: ProgramId): Promise<string[] | undefined> {
  const [row] = await db.select().from(coffeeStarters).where(eq(coffeeStarters.programId, programId));
  return row?.texts;
}
