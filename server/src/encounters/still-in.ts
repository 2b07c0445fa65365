import type { EncounterId, MemberId, NodeReport } from '@ajar/shared';
import { and, inArray, isNull } from 'drizzle-orm';
import type { Db } from '../database/index.ts';
import { blocks } from '../people/tables.ts';
import { encounterPeople, encounters } from './tables.ts';

/** So long after it ended, in ms, nobody is saying goodbye any more: longer than the longest pause between two sittings. */
const goodbye = 11 * 60_000;

/** What a media node that was away has missed: who is to go, and which rooms are over. */
export type Missed = { remove: { encounterId: EncounterId; memberId: MemberId }[]; close: EncounterId[] };

/**
 * Compares the rooms of a node that has come back with the records. Out of an open encounter goes whoever is not, or no
 * longer, part of it. A room whose encounter has ended is over, but for people who say goodbye after a sitting; where one
 * blocked another meanwhile, the two are parted as they would have been then.
 */
export async function missedBy(db: Db, { nodeId, rooms }: NodeReport, now: Date): Promise<Missed> {
  const missed: Missed = { remove: [], close: [] };
  const ids = rooms.map((room) => room.roomId as string as EncounterId);
  if (ids.length === 0) return missed;
  const found = await db
    .select({ id: encounters.id, nodeId: encounters.nodeId, kind: encounters.kind, endedAt: encounters.endedAt })
    .from(encounters)
    .where(inArray(encounters.id, ids));
  const members = await db
    .select({ id: encounterPeople.encounterId, memberId: encounterPeople.memberId })
    .from(encounterPeople)
    .where(and(inArray(encounterPeople.encounterId, ids), isNull(encounterPeople.leftAt)));
  for (const { id, nodeId: belongs, kind, endedAt } of found) {
    // One that has moved to another node since is that node's business.
    if (belongs !== nodeId) continue;
    const inside = rooms.find((room) => (room.roomId as string) === id)?.people.map((person) => person.memberId) ?? [];
    if (!endedAt) {
      const may = new Set(members.filter((row) => row.id === id).map((row) => row.memberId));
      for (const memberId of inside) if (!may.has(memberId)) missed.remove.push({ encounterId: id, memberId });
      continue;
    }
    const blockers = await blockersAmong(db, inside);
    for (const memberId of blockers) missed.remove.push({ encounterId: id, memberId });
    const isOver = kind !== 'round' || now.getTime() - endedAt.getTime() > goodbye;
    if (blockers.length === 0 && isOver) missed.close.push(id);
  }
  return missed;
}

/** As at the moment of a block: it is the blocker who leaves, and the other sees no more than that. */
async function blockersAmong(db: Db, inside: readonly MemberId[]): Promise<MemberId[]> {
  if (inside.length < 2) return [];
  const both = and(inArray(blocks.blockerId, [...inside]), inArray(blocks.blockedId, [...inside]));
  const rows = await db.selectDistinct({ memberId: blocks.blockerId }).from(blocks).where(both);
  return rows.map((row) => row.memberId);
}
