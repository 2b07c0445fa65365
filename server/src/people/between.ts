import type { MemberId } from '@ajar/shared';
import { and, inArray, or } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { type ConflictGraph, conflictGraph, type Edge } from './conflicts.ts';
import { blocks, supervisions } from './tables.ts';

/**
 * Every block and supervision between these people; ask `mayMeet` about it.
 * @param supervisorsMay the programme pairs supervisors with those they supervise. Default false.
 */
export async function conflictsOf(
  db: Queryable,
  memberIds: readonly MemberId[],
  { supervisorsMay = false }: { supervisorsMay?: boolean } = {},
): Promise<ConflictGraph> {
  const ids = [...new Set(memberIds)];
  if (ids.length < 2) return conflictGraph([], []);
  const blocked = await db
    .select({ a: blocks.blockerId, b: blocks.blockedId })
    .from(blocks)
    .where(and(inArray(blocks.blockerId, ids), inArray(blocks.blockedId, ids)));
  if (supervisorsMay) return conflictGraph(blocked.map(edge), []);
  const supervised = await db
    .select({ a: supervisions.supervisorId, b: supervisions.supervisedId })
    .from(supervisions)
    .where(and(inArray(supervisions.supervisorId, ids), inArray(supervisions.supervisedId, ids)));
  return conflictGraph(blocked.map(edge), supervised.map(edge));
}

/** Everybody in a block with this person, whoever made it: neither sees the other anywhere. */
export async function hiddenFrom(db: Queryable, memberId: MemberId): Promise<Set<MemberId>> {
  return (await hiddenFromEach(db, [memberId])).get(memberId) ?? new Set();
}

/** The same for several people, in one question; whoever is in no block is left out. */
export async function hiddenFromEach(
  db: Queryable,
  memberIds: readonly MemberId[],
): Promise<Map<MemberId, Set<MemberId>>> {
  const hidden = new Map<MemberId, Set<MemberId>>();
  const ids = new Set(memberIds);
  if (ids.size === 0) return hidden;
  const rows = await db
    .select({ a: blocks.blockerId, b: blocks.blockedId })
    .from(blocks)
    .where(or(inArray(blocks.blockerId, [...ids]), inArray(blocks.blockedId, [...ids])));
  const add = (from: MemberId, other: MemberId) => {
    if (ids.has(from)) hidden.set(from, (hidden.get(from) ?? new Set()).add(other));
  };
  for (const { a, b } of rows) {
    add(a, b);
    add(b, a);
  }
  return hidden;
}

function edge({ a, b }: { a: MemberId; b: MemberId }): Edge {
  return [a, b];
}
