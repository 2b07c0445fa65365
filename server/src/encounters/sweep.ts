import type { EncounterId, MemberId } from '@ajar/shared';
import { and, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { Db } from '../database/index.ts';
import { mediaNodes } from '../nodes/index.ts';
import { noShow } from './no-show.ts';
import { encounterPeople, encounters } from './tables.ts';

/** How long, in ms, people have to come back after their node or hub was gone, before their call counts as left. */
const comingBack = 45_000;

/** How long, in ms, nobody waits for somebody who was admitted and never came: their own job should have freed them. */
const neverCame = noShow.delay + 60_000;

/**
 * Who the records say is in a call and the media nodes say is not: their node is silent, or reports the room without
 * them; or they never came, and the job that frees them was lost. Comings and goings usually arrive as they happen; this
 * catches what was lost while a hub or a node was down.
 */
export async function lostPeople(db: Db, now: Date): Promise<Map<EncounterId, MemberId[]>> {
  const patient = new Date(now.getTime() - comingBack);
  const reported = sql`exists (
    select from jsonb_array_elements(${mediaNodes.rooms}) as room, jsonb_array_elements(room -> 'people') as person
    where room ->> 'roomId' = ${encounters.id}::text and person ->> 'memberId' = ${encounterPeople.memberId}::text
  )`;
  const silent = sql`${mediaNodes.seenAt} < ${patient.toISOString()}::timestamptz`;
  const settled = sql`${mediaNodes.registeredAt} < ${patient.toISOString()}::timestamptz`;
  const longAgo = new Date(now.getTime() - neverCame);
  const came = and(
    isNotNull(encounterPeople.joinedAt),
    lt(encounterPeople.joinedAt, patient),
    sql`(${silent} or (${settled} and not ${reported}))`,
  );
  const rows = await db
    .select({ encounterId: encounters.id, memberId: encounterPeople.memberId })
    .from(encounters)
    .innerJoin(encounterPeople, eq(encounterPeople.encounterId, encounters.id))
    .leftJoin(mediaNodes, eq(mediaNodes.id, encounters.nodeId))
    .where(
      and(
        isNull(encounters.endedAt),
        isNull(encounterPeople.leftAt),
        or(came, and(isNull(encounterPeople.joinedAt), lt(encounterPeople.admittedAt, longAgo))),
      ),
    );
  const lost = new Map<EncounterId, MemberId[]>();
  for (const { encounterId, memberId } of rows) lost.set(encounterId, [...(lost.get(encounterId) ?? []), memberId]);
  return lost;
}
