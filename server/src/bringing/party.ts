import type { DoorId, EncounterId, MemberId, VisitId } from '@ajar/shared';
import { and, count, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Queryable, Transaction } from '../database/index.ts';
import { visits } from '../doors/tables.ts';
import { companions } from './tables.ts';

/*
 * Two people who wait together have one place in line: one visit, whose visitor leads, and a companion. Who leads is of
 * no weight: whoever comes first when they are called is the one who goes in, and the other may follow.
 */

const coming = isNotNull(companions.comingAt);

/** Who comes along with this visit. */
export async function companionOf(db: Queryable, visitId: VisitId): Promise<MemberId | undefined> {
  const [row] = await db
    .select({ memberId: companions.memberId })
    .from(companions)
    .where(and(eq(companions.visitId, visitId), coming));
  return row?.memberId;
}

/** Who comes along with those who wait at the door. */
export async function companionsAt(db: Queryable, doorId: DoorId): Promise<MemberId[]> {
  const rows = await db
    .select({ memberId: companions.memberId })
    .from(companions)
    .innerJoin(visits, and(eq(visits.id, companions.visitId), eq(visits.state, 'waiting')))
    .where(and(eq(visits.doorId, doorId), coming));
  return rows.map((row) => row.memberId);
}

/** Who comes along with these visits, as rows of the same kind. */
export async function companionsWith(db: Queryable, ids: readonly VisitId[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: companions.visitId, visitorId: companions.memberId })
    .from(companions)
    .where(and(inArray(companions.visitId, [...ids]), coming));
}

/** Who may follow into this encounter. */
export async function companionsInto(db: Queryable, encounterId: EncounterId): Promise<MemberId[]> {
  const rows = await db
    .select({ memberId: companions.memberId })
    .from(companions)
    .innerJoin(visits, and(eq(visits.id, companions.visitId), eq(visits.encounterId, encounterId)))
    .where(coming);
  return rows.map((row) => row.memberId);
}

/** At how many doors this person shares a place in line. */
export async function placesShared(db: Queryable, memberId: MemberId): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(companions)
    .innerJoin(visits, and(eq(visits.id, companions.visitId), eq(visits.state, 'waiting')))
    .where(and(eq(companions.memberId, memberId), coming));
  return row?.n ?? 0;
}

/** The companion leads from now on, where this is one who waits. The caller has locked the door. */
export async function takeLead(tx: Transaction, visitId: VisitId, memberId: MemberId): Promise<void> {
  const [visit] = await tx
    .select({ leaderId: visits.visitorId })
    .from(visits)
    .where(and(eq(visits.id, visitId), eq(visits.state, 'waiting')));
  if (!visit || (await companionOf(tx, visitId)) !== memberId) return;
  await tx.delete(companions).where(and(eq(companions.visitId, visitId), eq(companions.memberId, visit.leaderId)));
  await tx
    .update(companions)
    .set({ memberId: visit.leaderId })
    .where(and(eq(companions.visitId, visitId), eq(companions.memberId, memberId)));
  await tx.update(visits).set({ visitorId: memberId }).where(eq(visits.id, visitId));
}

/** This person comes along no more; and what they were asked is asked no more. */
export async function forgetCompanion(tx: Transaction, visitId: VisitId, memberId: MemberId): Promise<void> {
  await tx
    .update(companions)
    .set({ comingAt: null, saidNo: true })
    .where(and(eq(companions.visitId, visitId), eq(companions.memberId, memberId)));
}

/**
 * Somebody leaves the line. Where two share the place, it stays with the other.
 * @returns whether the place is kept.
 */
export async function leaveParty(tx: Transaction, visitId: VisitId, memberId: MemberId): Promise<boolean> {
  const companion = await companionOf(tx, visitId);
  const [leads] = await tx
    .select({ id: visits.id })
    .from(visits)
    .where(and(eq(visits.id, visitId), eq(visits.visitorId, memberId), eq(visits.state, 'waiting')));
  if (!companion || (companion !== memberId && !leads)) return false;
  if (companion !== memberId) await takeLead(tx, visitId, companion);
  await forgetCompanion(tx, visitId, memberId);
  return true;
}
