import type { DoorId, MemberId, VisitId } from '@ajar/shared';
import { and, eq, inArray, or } from 'drizzle-orm';
import type { Transaction } from '../database/index.ts';
import { doors, visits } from '../doors/tables.ts';
import { newId } from '../ids/index.ts';
import { forgetCompanion, takeLead } from './party.ts';
import { companions } from './tables.ts';

/**
 * A block has come between two people: where it is between any two of a party and its mentor, the party is two again, and
 * nobody is told. Where one of the two in line may not meet the mentor, the place stays with the other; where they may
 * not meet each other, the companion has a place of their own right behind. Before visits between the two are ended.
 * @returns the doors where something changed.
 */
export async function splitParties(tx: Transaction, a: MemberId, b: MemberId): Promise<DoorId[]> {
  const rows = await tx
    .select({
      visitId: visits.id,
      doorId: visits.doorId,
      state: visits.state,
      turnAt: visits.turnAt,
      leaderId: visits.visitorId,
      mentorId: doors.memberId,
      companionId: companions.memberId,
      comingAt: companions.comingAt,
    })
    .from(companions)
    .innerJoin(visits, eq(visits.id, companions.visitId))
    .innerJoin(doors, eq(doors.id, visits.doorId))
    .where(
      and(
        inArray(visits.state, ['waiting', 'inside']),
        or(inArray(visits.visitorId, [a, b]), inArray(companions.memberId, [a, b])),
      ),
    );
  const touched: DoorId[] = [];
  for (const row of rows) {
    const between = (x: MemberId | null, y: MemberId) => (x === a && y === b) || (x === b && y === a);
    const apart = between(row.leaderId, row.companionId);
    const companionOut = between(row.mentorId, row.companionId);
    const leaderOut = between(row.mentorId, row.leaderId);
    if (!apart && !companionOut && !leaderOut) continue;
    touched.push(row.doorId);
    const shares = row.comingAt !== null && row.state === 'waiting';
    if (leaderOut && shares) {
      await takeLead(tx, row.visitId, row.companionId);
      await forgetCompanion(tx, row.visitId, row.leaderId);
      continue;
    }
    await forgetCompanion(tx, row.visitId, row.companionId);
    if (apart && shares) {
      const { doorId, turnAt, companionId: visitorId } = row;
      // Of two whose turn is counted by the same moment, the younger id comes second.
      await tx.insert(visits).values({ id: newId<VisitId>(), doorId, visitorId, turnAt, state: 'waiting' });
    }
  }
  return touched;
}
