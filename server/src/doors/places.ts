import { AjarError, type DoorId, type MemberId, type VisitId } from '@ajar/shared';
import { and, asc, eq, exists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '../database/index.ts';
import { takesNobody } from '../doorkeeping/index.ts';
import { inConversations } from '../encounters/index.ts';
import { conflictsOf, mayMeet } from '../people/index.ts';
import { members } from '../programs/tables.ts';
import { type InLine, join, oneBack, turnsOf } from './order.ts';
import { doors, visits } from './tables.ts';

/** After so many calls in vain, nobody is called again before they are seen again. Their place is kept. */
const mostMisses = 3;

/** Whose turn it is. */
export type Next = { visitId: VisitId; visitorId: MemberId; visitorName: string };

type Place = InLine & { id: VisitId; turnAt: number };

/** Gives a visit that has just been written its place in the line of the door, which the caller has locked. */
export async function takePlace(tx: Transaction, doorId: DoorId, visitId: VisitId): Promise<void> {
  const [rules] = await tx.select({ newcomersFirst: doors.newcomersFirst }).from(doors).where(eq(doors.id, doorId));
  const line = await placesAt(tx, doorId);
  const entrant = line.find((place) => place.id === visitId);
  if (!rules || !entrant) throw new AjarError('internal', 'no-place', 'Something went wrong on our side.');
  const others = line.filter((place) => place !== entrant);
  const last = { ...entrant, turnAt: Math.max(entrant.turnAt, 1 + lastTurn(others)) };
  await writeOrder(tx, line, join(others, last, rules));
}

/** Who was called and did not come goes back exactly one place. The caller has locked the door. */
export async function goBack(tx: Transaction, doorId: DoorId, visitId: VisitId): Promise<void> {
  const line = await placesAt(tx, doorId);
  await writeOrder(tx, line, oneBack(line, visitId));
}

/**
 * Who goes in next at this door, at this mentor's: the first in line. Passed over, with their place kept, are those who
 * are in a conversation just now, who were called since the last visit and did not come, or whom a block keeps from this mentor.
 * Somebody who is called already is not called again, and nobody is while the mentor is back in five minutes or the visit
 * under way is the last. The caller has locked the door.
 * @param may who could go in for other reasons. Default: everybody.
 */
export async function nextInLine(
  tx: Transaction,
  doorId: DoorId,
  hostId: MemberId,
  may: (visitorId: MemberId) => boolean = () => true,
): Promise<Next | undefined> {
  if (await takesNobody(tx, doorId)) return undefined;
  const line = await tx
    .select({
      visitId: visits.id,
      visitorId: visits.visitorId,
      visitorName: members.name,
      calledAt: visits.calledAt,
      missedAt: visits.missedAt,
      misses: visits.misses,
    })
    .from(visits)
    .innerJoin(members, eq(members.id, visits.visitorId))
    .where(and(eq(visits.doorId, doorId), eq(visits.state, 'waiting')))
    .orderBy(asc(visits.turnAt), asc(visits.id));
  const people = line.map((visit) => visit.visitorId);
  const [busy, graph] = [await inConversations(tx, people), await conflictsOf(tx, [hostId, ...people])];
  const next = line.find(
    ({ visitorId, calledAt, missedAt, misses }) =>
      !(calledAt ?? missedAt) &&
      misses < mostMisses &&
      !busy.has(visitorId) &&
      may(visitorId) &&
      mayMeet(graph, hostId, visitorId, 'door'),
  );
  return next && { visitId: next.visitId, visitorId: next.visitorId, visitorName: next.visitorName };
}

const earlier = alias(visits, 'earlier');

async function placesAt(tx: Transaction, doorId: DoorId): Promise<Place[]> {
  const been = tx
    .select({ one: sql`1` })
    .from(earlier)
    .where(
      and(eq(earlier.doorId, doorId), eq(earlier.visitorId, visits.visitorId), sql`${earlier.insideAt} is not null`),
    );
  const rows = await tx
    .select({ id: visits.id, turnAt: visits.turnAt, calledAt: visits.calledAt, been: exists(been) })
    .from(visits)
    .where(and(eq(visits.doorId, doorId), eq(visits.state, 'waiting')))
    .orderBy(asc(visits.turnAt), asc(visits.id));
  return rows.map(({ id, turnAt, calledAt, been }) => ({
    id,
    turnAt: turnAt.getTime(),
    called: calledAt !== null,
    firstTime: been !== true,
  }));
}

function lastTurn(line: readonly Place[]): number {
  return Math.max(Number.NEGATIVE_INFINITY, ...line.map((place) => place.turnAt));
}

async function writeOrder(tx: Transaction, before: readonly Place[], line: readonly Place[]): Promise<void> {
  const written = new Map(before.map(({ id, turnAt }) => [id, turnAt]));
  const turns = turnsOf(line);
  for (const [n, { id }] of line.entries()) {
    const turn = turns[n];
    if (turn === undefined || turn === written.get(id)) continue;
    await tx
      .update(visits)
      .set({ turnAt: new Date(turn) })
      .where(eq(visits.id, id));
  }
}
