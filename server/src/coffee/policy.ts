import type { ProgramId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { coffeePolicies } from './tables.ts';

/** How a programme pairs by chance; the columns of `coffeePolicies` say what each means. */
export type CoffeePolicy = Omit<typeof coffeePolicies.$inferSelect, 'programId'>;

const byDefault: CoffeePolicy = {
  version: 0,
  preset: 'Mix across the institution',
  weights: {},
  repeatWindowDays: 90,
  supervisorsMay: false,
  passingBar: 0.35,
};

/** What this programme has chosen, or the defaults (version 0) while it has chosen nothing. */
export async function policyOf(db: Queryable, programId: ProgramId): Promise<CoffeePolicy> {
  const [row] = await db.select().from(coffeePolicies).where(eq(coffeePolicies.programId, programId));
  if (!row) return byDefault;
  const { programId: _, ...policy } = row;
  return policy;
}
