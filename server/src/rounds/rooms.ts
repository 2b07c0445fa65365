import { AjarError, type OccurrenceId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import type { Db } from '../database/index.ts';
import type { Encounters } from '../encounters/index.ts';
import type { Announcer } from '../hub/index.ts';
import type { Log } from '../log/index.ts';
import { members } from '../programs/tables.ts';
import { notIn, openTables, roomsOf } from './seating.ts';

type Options = { db: Db; encounters: Encounters; announcer: Announcer; log: Log };

/** Calls everybody who has a table in this sitting and is not in its room yet. */
export async function callIn(
  { db, encounters, announcer, log }: Options,
  id: OccurrenceId,
  sitting: number,
): Promise<void> {
  const missing = await notIn(db, id, sitting);
  for (const { encounterId, memberId } of missing) {
    const [person] = await db.select({ name: members.name }).from(members).where(eq(members.id, memberId));
    try {
      const admission = await encounters.enter(encounterId, { memberId, name: person?.name ?? '' });
      announcer.admit(memberId, admission, 'round');
    } catch (thrown) {
      if (!(thrown instanceof AjarError) || thrown.category !== 'conflict') throw thrown;
      log.info({ encounterId, memberId }, 'A table of a round was over before somebody could be called');
    }
  }
  for (const encounterId of new Set(missing.map((row) => row.encounterId))) await encounters.expectSoon(encounterId);
  announcer.goIn(missing.map((row) => row.memberId));
}

/**
 * Ends the rooms of a sitting: not with the sitting itself, whose people say goodbye in them, but when the next has
 * begun, and nobody is left sitting in one by mistake.
 */
export async function closeRooms({ db, encounters }: Options, id: OccurrenceId, sitting: number): Promise<void> {
  for (const { encounterId, nodeId } of await roomsOf(db, id, sitting)) encounters.closeRoom(encounterId, nodeId);
}

/** Ends the tables of the sittings before one. */
export async function closeTables(
  { db, encounters }: Options,
  id: OccurrenceId,
  before: number,
  now: Date,
): Promise<void> {
  for (const [encounterId, people] of await openTables(db, id, before)) await encounters.gone(encounterId, people, now);
}
