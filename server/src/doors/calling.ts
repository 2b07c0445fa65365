import type { DoorId, MemberId, VisitId } from '@ajar/shared';
import { and, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Db, Transaction } from '../database/index.ts';
import { takesNobody } from '../doorkeeping/index.ts';
import { inConversations } from '../encounters/index.ts';
import { members } from '../programs/tables.ts';
import { lockDoor, lockVisit } from './line.ts';
import { goBack, nextInLine } from './places.ts';
import { doors, visits } from './tables.ts';

/** Somebody who is called, and to whom. */
export type TheCalled = {
  visitId: VisitId;
  visitorId: MemberId;
  doorId: DoorId;
  mentorId: MemberId;
  mentorName: string;
  calledAt: Date;
};

type Around = (memberId: MemberId) => boolean;

/** Calls whoever is next, if it is anybody's turn: the door is open, its mentor there and free, and nobody is called yet. */
export async function callNextAt(tx: Transaction, doorId: DoorId, around: Around): Promise<TheCalled | undefined> {
  await lockDoor(tx, doorId);
  const [door] = await tx
    .select({ kind: doors.kind, state: doors.state, mentorId: members.id, mentorName: members.name })
    .from(doors)
    .innerJoin(members, eq(members.id, doors.memberId))
    .where(eq(doors.id, doorId));
  // At a door ajar the mentor answers every knock; a shared room fills by itself, and whoever is on duty takes the next.
  if (door?.kind !== 'single' || door.state !== 'open' || !(await mayTakeSomebody(tx, doorId, door.mentorId, around)))
    return undefined;
  const next = await nextInLine(tx, doorId, door.mentorId);
  return next && writeCalled(tx, { ...next, doorId, mentorId: door.mentorId, mentorName: door.mentorName });
}

async function mayTakeSomebody(tx: Transaction, doorId: DoorId, mentorId: MemberId, around: Around): Promise<boolean> {
  if (!around(mentorId) || (await inConversations(tx, [mentorId])).size > 0) return false;
  const [called] = await tx
    .select({ id: visits.id })
    .from(visits)
    .where(and(eq(visits.doorId, doorId), eq(visits.state, 'waiting'), isNotNull(visits.calledAt)));
  return !called;
}

/** Writes that this person is called from now on, unless they are already. The caller has locked the door. */
export async function writeCalled(
  tx: Transaction,
  { visitId, visitorId, doorId, mentorId, mentorName }: Omit<TheCalled, 'calledAt'>,
): Promise<TheCalled | undefined> {
  const calledAt = new Date();
  const written = await tx
    .update(visits)
    .set({ calledAt })
    .where(and(eq(visits.id, visitId), eq(visits.state, 'waiting'), isNull(visits.calledAt)))
    .returning({ id: visits.id });
  return written.length > 0 ? { visitId, visitorId, doorId, mentorId, mentorName, calledAt } : undefined;
}

/**
 * Ends a call that was not answered. Where it could have been, the person goes back one place; where the mentor was away
 * or somewhere else, or the person was in a conversation, they keep theirs. Any other call is left alone: `undefined`.
 */
export async function missCall(tx: Transaction, visitId: VisitId, calledAt: Date, around: Around) {
  const visit = await lockVisit(tx, visitId);
  if (visit?.state !== 'waiting' || visit.calledAt?.getTime() !== calledAt.getTime()) return undefined;
  const { doorId, mentorId, visitorId } = visit;
  const free = mentorId !== null && around(mentorId) && !(await takesNobody(tx, doorId));
  const back = free && (await inConversations(tx, [mentorId, visitorId])).size === 0;
  const missed = back ? { missedAt: new Date(), misses: sql`${visits.misses} + 1` } : {};
  await tx
    .update(visits)
    .set({ calledAt: null, ...missed })
    .where(eq(visits.id, visitId));
  if (back) await goBack(tx, doorId, visitId);
  return { doorId, mentorId, back };
}

/** This person is there again; at how many doors they had missed a call. */
export async function forgetMisses(db: Db, memberId: MemberId): Promise<number> {
  const rows = await db
    .update(visits)
    .set({ misses: 0, missedAt: null })
    .where(and(eq(visits.visitorId, memberId), eq(visits.state, 'waiting'), gt(visits.misses, 0)))
    .returning({ id: visits.id });
  return rows.length;
}
