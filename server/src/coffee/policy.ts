import {
  AjarError,
  type CoffeePolicySaid,
  type MemberId,
  type PageLanguage,
  type PolicyChange,
  type PolicyPart,
  type PolicySeen,
  type ProgramId,
} from '@ajar/shared';
import { desc, eq } from 'drizzle-orm';
import type { Db, Queryable, Transaction } from '../database/index.ts';
import { members, programs } from '../programs/tables.ts';
import { inLanguage } from '../words/index.ts';
import { mostOf, presets, resolveWeights, weightLines } from './pairing/index.ts';
import { coffeePolicies, coffeePolicyVersions } from './tables.ts';
import { weightReasons } from './words.ts';

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

/** So many of the last changes are shown. */
const changesShown = 20;

/** What this programme has chosen, or the defaults (version 0) while it has chosen nothing. */
export async function policyOf(db: Queryable, programId: ProgramId): Promise<CoffeePolicy> {
  const [row] = await db.select().from(coffeePolicies).where(eq(coffeePolicies.programId, programId));
  if (!row) return byDefault;
  const { programId: _, ...policy } = row;
  return policy;
}

/**
 * Makes a new version of the policy, which counts from the next drawing on. Who says the same as before makes none.
 *
 * @throws AjarError `unknown-preset`, `unknown-weight` or `weight-out-of-range`, naming the field; `policy-changed`
 * when somebody else has made a version since this one was looked at.
 */
export async function setPolicy(
  db: Db,
  { programId, memberId }: { programId: ProgramId; memberId: MemberId },
  { version, ...said }: PolicyChange,
): Promise<void> {
  const wanted = { ...said, weights: ownWeights(said) };
  await db.transaction(async (tx) => {
    await tx.select({ id: programs.id }).from(programs).where(eq(programs.id, programId)).for('update');
    const { version: before, ...kept } = await policyOf(tx, programId);
    if (partsThatDiffer(kept, wanted).length === 0) return;
    if (before !== version) {
      throw new AjarError(
        'conflict',
        'policy-changed',
        'Somebody has changed this meanwhile. Nothing of yours was saved. Load the page again to see their change.',
      );
    }
    await writeVersion(tx, programId, memberId, before + 1, wanted);
  });
}

async function writeVersion(
  tx: Transaction,
  programId: ProgramId,
  changedBy: MemberId,
  version: number,
  policy: CoffeePolicySaid,
): Promise<void> {
  const row = { ...policy, version };
  await tx
    .insert(coffeePolicies)
    .values({ programId, ...row })
    .onConflictDoUpdate({ target: coffeePolicies.programId, set: row });
  await tx.insert(coffeePolicyVersions).values({ programId, version, policy, changedBy });
}

/** The weights that are not the preset's own. @throws AjarError as `setPolicy`. */
function ownWeights({ preset, weights }: CoffeePolicySaid): Record<string, number> {
  try {
    const own = resolveWeights(preset).byName;
    const { byName } = resolveWeights(preset, weights);
    for (const [name, points] of Object.entries(byName)) checkMost(name, points, own[name] ?? 0);
    return Object.fromEntries(Object.entries(byName).filter(([name, points]) => points !== own[name]));
  } catch (thrown) {
    if (!(thrown instanceof AjarError)) throw thrown;
    throw new AjarError(thrown.category, thrown.code, `${thrown.message} Nothing was changed.`, { cause: thrown });
  }
}

/**
 * What is private can be left out and never weighed more: a policy that goes by it alone would show who is alike.
 *
 * @throws AjarError `weight-out-of-range`.
 */
function checkMost(name: string, points: number, own: number): void {
  const most = name === 'likeness' ? own : mostOf(name);
  if (points <= most && (name !== 'likeness' || points === 0 || points === own)) return;
  const words = name === 'likeness' ? `0 or, as in this preset, ${own}` : `a number from 0 to ${most}`;
  throw new AjarError('bad-input', 'weight-out-of-range', `weights.${name}: This weight is ${words}.`);
}

/** The policy, everything there is to choose from, and the last changes. */
export async function seePolicy(
  db: Queryable,
  programId: ProgramId,
  language: PageLanguage = 'en',
): Promise<PolicySeen> {
  const { version, ...policy } = await policyOf(db, programId);
  const rows = await db
    .select({
      version: coffeePolicyVersions.version,
      policy: coffeePolicyVersions.policy,
      at: coffeePolicyVersions.changedAt,
      by: members.name,
    })
    .from(coffeePolicyVersions)
    .leftJoin(members, eq(members.id, coffeePolicyVersions.changedBy))
    .where(eq(coffeePolicyVersions.programId, programId))
    .orderBy(desc(coffeePolicyVersions.version))
    .limit(changesShown + 1);
  const { version: _, ...first } = byDefault;
  const reasons = inLanguage(weightReasons, language);
  return {
    version,
    policy,
    presets: Object.entries(presets).map(([name, lines]) => ({
      name,
      points: Object.fromEntries(lines.map((line) => [line.name, line.points])),
    })),
    weights: weightLines.map((line) => ({ ...line, reason: reasons[line.name] ?? line.reason })),
    changes: rows.slice(0, changesShown).map((row, at) => ({
      version: row.version,
      at: row.at.toISOString(),
      by: row.by,
      parts: partsThatDiffer(rows[at + 1]?.policy ?? first, row.policy),
    })),
  };
}

function partsThatDiffer(before: CoffeePolicySaid, after: CoffeePolicySaid): PolicyPart[] {
  const parts = ['preset', 'weights', 'repeatWindowDays', 'supervisorsMay', 'passingBar'] as const;
  const said = (policy: CoffeePolicySaid, part: PolicyPart) =>
    part === 'weights' ? JSON.stringify(Object.entries(policy.weights).sort()) : policy[part];
  return parts.filter((part) => said(before, part) !== said(after, part));
}
