import type { ProgramId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import type { Db, Queryable } from '../database/index.ts';
import { shippedStarters } from './starters.ts';
import { coffeeStarters } from './tables.ts';

/** The conversation starters of this programme: its own, or those that ship. */
export async function startersOf(db: Queryable, programId: ProgramId): Promise<readonly string[]> {
  const [row] = await db.select().from(coffeeStarters).where(eq(coffeeStarters.programId, programId));
  return row?.texts ?? shippedStarters;
}

/** Coffees under way keep the starter on their table; the next one comes from the new set. */
export async function setStarters(db: Db, programId: ProgramId, starters: readonly string[]): Promise<string[]> {
  const texts = [...new Set(starters)];
  const changed = { target: coffeeStarters.programId, set: { texts } };
  await db.insert(coffeeStarters).values({ programId, texts }).onConflictDoUpdate(changed);
  return texts;
}
