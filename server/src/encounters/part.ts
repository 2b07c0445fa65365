import type { EncounterId, MemberId, NodeId } from '@ajar/shared';
import { and, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '../database/index.ts';
import { blocks } from '../people/tables.ts';
import { hostIn } from './history.ts';
import { type Touched, writeLeft } from './lifecycle.ts';
import { encounterPeople, encounters } from './tables.ts';
import { whoGoes } from './who-goes.ts';

/** Who was parted from whom, and what it touched. */
type Parted = { encounterId: EncounterId; nodeId: NodeId; goes: MemberId; touched: Touched | null };

/** Takes one of two people out of the encounter they share, if there is one and a block between them. */
export async function writePart(tx: Transaction, a: MemberId, b: MemberId, at: Date): Promise<Parted | null> {
  const block = (await blockOf(tx, a, b)) ?? (await blockOf(tx, b, a));
  if (!block) return null;
  const shared = await sharedBy(tx, a, b);
  if (!shared) return null;
  const { encounterId, nodeId } = shared;
  await tx.select({ id: encounters.id }).from(encounters).where(eq(encounters.id, encounterId)).for('update');
  const present = await presentIn(tx, encounterId);
  if (!present.includes(a) || !present.includes(b)) return null;
  const goes = whoGoes({ present, ...block, hostId: await hostIn(tx, encounterId) });
  return { encounterId, nodeId, goes, touched: await writeLeft(tx, encounterId, [goes], at) };
}

async function blockOf(tx: Transaction, blockerId: MemberId, blockedId: MemberId) {
  const [found] = await tx
    .select({ blockerId: blocks.blockerId, blockedId: blocks.blockedId })
    .from(blocks)
    .where(and(eq(blocks.blockerId, blockerId), eq(blocks.blockedId, blockedId)));
  return found;
}

async function sharedBy(tx: Transaction, a: MemberId, b: MemberId) {
  const other = alias(encounterPeople, 'other');
  const [found] = await tx
    .select({ encounterId: encounters.id, nodeId: encounters.nodeId })
    .from(encounterPeople)
    .innerJoin(other, eq(other.encounterId, encounterPeople.encounterId))
    .innerJoin(encounters, eq(encounters.id, encounterPeople.encounterId))
    .where(
      and(
        eq(encounterPeople.memberId, a),
        isNull(encounterPeople.leftAt),
        eq(other.memberId, b),
        isNull(other.leftAt),
        isNull(encounters.endedAt),
      ),
    );
  return found;
}

async function presentIn(tx: Transaction, id: EncounterId): Promise<MemberId[]> {
  const rows = await tx
    .select({ memberId: encounterPeople.memberId })
    .from(encounterPeople)
    .where(and(eq(encounterPeople.encounterId, id), isNull(encounterPeople.leftAt)));
  return rows.map((row) => row.memberId);
}
