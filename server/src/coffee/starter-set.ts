import type { ProgramId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import type { Db, Queryable } from '../database/index.ts';
import { shippedStarters } from './starters.ts';
import { coffeeStarters } from './tables.ts';

/** The conversation starters of this programme: its own, or those that ship. */
export async function startersOf(db: Queryable, programId: ProgramId): Promise<readonly string[]> {
  return (await ownStarters(db, programId)) ?? shippedStarters;
}

/** The same, with whose they are. */
export async function seeStarters(
  db: Queryable,
  programId: ProgramId,
): Promise<{ starters: string[]; shipped: boolean }> {
  const own = await ownStarters(db, programId);
  return { starters: [...(own ?? shippedStarters)], shipped: own === undefined };
}

/** Coffees under way keep the starter on their table; the next one comes from the new set. */
export async function setStarters(db: Db, programId: ProgramId, starters: readonly string[]): Promise<void> {
  const texts = [...new Set(starters)];
  const changed = { target: coffeeStarters.programId, set: { texts } };
  await db.insert(coffeeStarters).values({ programId, texts }).onConflictDoUpdate(changed);
}

/** From here on those that ship, also when a later Ajar ships others. */
export async function backToShipped(db: Db, programId: ProgramId): Promise<void> {
  await db.delete(coffeeStarters).where(eq(coffeeStarters.programId, programId));
}

async function ownStarters(db: Queryable, programId: ProgramId): Promise<string[] | undefined> {
  const [row] = await db.select().from(coffeeStarters).where(eq(coffeeStarters.programId, programId));
  return row?.texts;
}
