import { AjarError, type DoorId, type MemberId, mayMoveVisit, type VisitId, type VisitState } from '@ajar/shared';
import { and, eq, inArray, or } from 'drizzle-orm';
import { companionsAt, companionsWith } from '../bringing/index.ts';
import type { Queryable, Transaction } from '../database/index.ts';
import type { Opened } from '../encounters/index.ts';
import { members } from '../programs/tables.ts';
import { doors, type Released, visits } from './tables.ts';

/** For whatever reason somebody cannot be let in just now: it is not the mentor’s to know which. */
export const cannotCome = (name: string) =>
  new AjarError('conflict', 'visitor-away', `${name} cannot come in just now. Their place is kept.`);

export const noSuchVisit = () =>
  new AjarError('not-found', 'no-such-visit', 'This visit is over. Nothing was changed.');

export type LockedVisit = NonNullable<Awaited<ReturnType<typeof lockVisit>>>;

/** The visit with its people, its door locked first as everywhere. */
export async function lockVisit(tx: Transaction, visitId: VisitId) {
  const [at] = await tx.select({ doorId: visits.doorId }).from(visits).where(eq(visits.id, visitId));
  if (!at) return undefined;
  await lockDoor(tx, at.doorId);
  const [door] = await tx
    .select({ mentorId: members.id, mentorName: members.name })
    .from(doors)
    .leftJoin(members, eq(members.id, doors.memberId))
    .where(eq(doors.id, at.doorId));
  const [visit] = await tx
    .select({
      id: visits.id,
      doorId: visits.doorId,
      kind: doors.kind,
      state: visits.state,
      knocked: visits.knocked,
      visitorId: visits.visitorId,
      visitorName: members.name,
      calledAt: visits.calledAt,
    })
    .from(visits)
    .innerJoin(doors, eq(doors.id, visits.doorId))
    .innerJoin(members, eq(members.id, visits.visitorId))
    .where(eq(visits.id, visitId));
  return door && visit && { ...visit, ...door };
}

/** Until the transaction ends, nobody else changes who waits or who is inside at this door. */
export async function lockDoor(tx: Transaction, doorId: DoorId): Promise<void> {
  await tx.select({ id: doors.id }).from(doors).where(eq(doors.id, doorId)).for('update');
}

/** This person's turn at the door, if they wait there or are inside. */
export async function turnOf(tx: Transaction, doorId: DoorId, visitorId: MemberId) {
  const [visit] = await tx
    .select({ id: visits.id, state: visits.state })
    .from(visits)
    .where(
      and(eq(visits.doorId, doorId), eq(visits.visitorId, visitorId), inArray(visits.state, ['waiting', 'inside'])),
    );
  return visit;
}

/** Who waits at the door, be it with somebody else’s place. */
export async function waitingAt(db: Queryable, doorId: DoorId): Promise<MemberId[]> {
  const rows = await db
    .select({ visitorId: visits.visitorId })
    .from(visits)
    .where(and(eq(visits.doorId, doorId), eq(visits.state, 'waiting')));
  return [...rows.map((row) => row.visitorId), ...(await companionsAt(db, doorId))];
}

/** @param inside as what it is inside. Default: alone, with the mentor whose door it is. */
export async function moveVisit(
  tx: Transaction,
  visit: Pick<LockedVisit, 'id' | 'state' | 'mentorId'>,
  to: VisitState,
  opened?: Pick<Opened, 'encounterId'>,
  inside: { alone?: boolean; hostId?: MemberId } = {},
): Promise<void> {
  if (!mayMoveVisit(visit.state, to)) throw noSuchVisit();
  const times = to === 'inside' ? { insideAt: new Date() } : { endedAt: new Date() };
  const encounter = opened ? { encounterId: opened.encounterId, hostId: visit.mentorId, ...inside } : {};
  const [moved] = await tx
    .update(visits)
    .set({ state: to, ...times, ...encounter, calledAt: null })
    .where(eq(visits.id, visit.id))
    .returning({ doorId: visits.doorId });
  // Whoever else was called is not waited for any more; and who missed a call is called again after this visit.
  if (to !== 'inside' || !moved) return;
  const others = and(eq(visits.doorId, moved.doorId), eq(visits.state, 'waiting'));
  await tx.update(visits).set({ calledAt: null, missedAt: null }).where(others);
}

/** Everybody who waits is turned away; who they were. */
export async function endLine(tx: Transaction, doorId: DoorId, released: Released) {
  const ended = await tx
    .update(visits)
    .set({ state: 'declined', released, endedAt: new Date(), calledAt: null })
    .where(and(eq(visits.doorId, doorId), eq(visits.state, 'waiting')))
    .returning({ id: visits.id, visitorId: visits.visitorId });
  const ids = ended.map((visit) => visit.id);
  return [...ended, ...(await companionsWith(tx, ids))];
}

/** Ends every wait of one at the other's door; the doors it was at. */
export async function endVisitsBetween(tx: Transaction, a: MemberId, b: MemberId): Promise<DoorId[]> {
  const doorOf = (memberId: MemberId) => tx.select({ id: doors.id }).from(doors).where(eq(doors.memberId, memberId));
  const between = or(
    and(eq(visits.visitorId, a), inArray(visits.doorId, doorOf(b))),
    and(eq(visits.visitorId, b), inArray(visits.doorId, doorOf(a))),
  );
  const rows = await tx
    .update(visits)
    .set({ state: 'left', endedAt: new Date(), calledAt: null })
    .where(and(eq(visits.state, 'waiting'), between))
    .returning({ doorId: visits.doorId });
  return rows.map((row) => row.doorId);
}
