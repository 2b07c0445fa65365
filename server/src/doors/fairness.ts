import { AjarError, type DoorId, type MemberId, mostKnocksAMinute, mostLines } from '@ajar/shared';
import { and, count, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { placesShared } from '../bringing/index.ts';
import type { Queryable, Transaction } from '../database/index.ts';
import { members } from '../programs/tables.ts';
import { visits } from './tables.ts';

/** So often within a day a mentor says *not now* to somebody before their door is closed to them for the rest of it. */
const declinesADay = 2;
/** A day from the first of them, in ms: whose calendar day it is would depend on where one asks. */
const aDay = 24 * 60 * 60_000;
const aMinute = 60_000;

const declinedLately = () =>
  and(eq(visits.state, 'declined'), isNull(visits.released), gt(visits.endedAt, new Date(Date.now() - aDay)));
const tooOften = sql`count(*) >= ${declinesADay}`;

/** To whom these doors look closed, whatever they are, because they were declined there twice within a day. They are not told why. */
export async function shutOut(db: Queryable, doorIds: readonly DoorId[]): Promise<Map<DoorId, Set<MemberId>>> {
  const found = new Map<DoorId, Set<MemberId>>();
  if (doorIds.length === 0) return found;
  const rows = await db
    .select({ doorId: visits.doorId, visitorId: visits.visitorId })
    .from(visits)
    .where(and(inArray(visits.doorId, [...doorIds]), declinedLately()))
    .groupBy(visits.doorId, visits.visitorId)
    .having(tooOften);
  for (const { doorId, visitorId } of rows) found.set(doorId, (found.get(doorId) ?? new Set()).add(visitorId));
  return found;
}

/** The doors that look closed to this person for that reason. */
export async function doorsShutTo(db: Queryable, visitorId: MemberId): Promise<Set<DoorId>> {
  const rows = await db
    .select({ doorId: visits.doorId })
    .from(visits)
    .where(and(eq(visits.visitorId, visitorId), declinedLately()))
    .groupBy(visits.doorId)
    .having(tooOften);
  return new Set(rows.map((row) => row.doorId));
}

/**
 * Holds one more wait against what one person may ask of a corridor.
 * @throws AjarError `too-many-lines`, `too-many-knocks`.
 */
export async function checkLimits(tx: Transaction, visitorId: MemberId, attempt: 'knock' | 'wait'): Promise<void> {
  // Two presses at two doors are counted one after the other. Whoever only refers to the member is not held up.
  await tx.select({ id: members.id }).from(members).where(eq(members.id, visitorId)).for('no key update');
  const [lines] = await tx
    .select({ n: count() })
    .from(visits)
    .where(and(eq(visits.visitorId, visitorId), eq(visits.state, 'waiting')));
  if ((lines?.n ?? 0) + (await placesShared(tx, visitorId)) >= mostLines) {
    const words = `You wait at ${mostLines} doors already, and your places there are kept. Leave one of these lines to wait here.`;
    throw new AjarError('conflict', 'too-many-lines', words);
  }
  if (attempt === 'wait') return;
  const lately = gt(visits.askedAt, new Date(Date.now() - aMinute));
  const [knocks] = await tx
    .select({ n: count() })
    .from(visits)
    .where(and(eq(visits.visitorId, visitorId), eq(visits.knocked, true), lately));
  if ((knocks?.n ?? 0) >= mostKnocksAMinute) {
    const words = 'You have knocked at a few doors just now. Wait a minute, then knock again; nothing was changed.';
    throw new AjarError('too-many', 'too-many-knocks', words);
  }
}
