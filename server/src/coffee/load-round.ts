import type { MemberId, ProgramId } from '@ajar/shared';
import { and, eq, gte, isNotNull, lt, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Queryable } from '../database/index.ts';
import { encounterPeople, encounters } from '../encounters/index.ts';
import { blocks, likenesses, particulars, supervisions } from '../people/tables.ts';
import { members } from '../programs/tables.ts';
import type { Round } from './pairing/round.ts';
import { policyOf } from './policy.ts';
import { coffeeFairness } from './tables.ts';

export type RoundWanted = {
  programId: ProgramId;
  /** Who is there to be paired. Whoever is not of the programme is left out. */
  memberIds: readonly MemberId[];
  /** The day it is for, `2026-11-22`. */
  on: string;
};

/** How far back, in days, a meeting still weighs. */
const remembered = 2 * 365;

/**
 * What a pairing of these people goes by, from the database: their particulars, whom they have really met (any kind of
 * meeting, the last time of each pair), blocks, supervisions, fairness and the programme's policy. Holds private
 * attributes: it goes to `pairRound` and to `keepDrawing`, and to no screen.
 */
export async function roundOf(db: Queryable, { programId, memberIds, on }: RoundWanted): Promise<Round> {
  const people = await peopleOf(db, programId, memberIds);
  const ids = people.map((person) => person.id);
  const { version, preset, weights, repeatWindowDays, supervisorsMay } = await policyOf(db, programId);
  return {
    on,
    policy: version,
    preset,
    weights,
    repeatWindowDays,
    supervisorsMay,
    people,
    blocks: await blocksOf(db, ids),
    met: await metOf(db, ids, on),
    supervisions: await supervisionsOf(db, ids),
  };
}

async function peopleOf(
  db: Queryable,
  programId: ProgramId,
  memberIds: readonly MemberId[],
): Promise<(Round['people'][number] & { id: MemberId })[]> {
  const rows = await db
    .select({ id: members.id, said: particulars, likeness: likenesses, fair: coffeeFairness })
    .from(members)
    .leftJoin(particulars, eq(particulars.memberId, members.id))
    .leftJoin(likenesses, eq(likenesses.memberId, members.id))
    .leftJoin(coffeeFairness, eq(coffeeFairness.memberId, members.id))
    .where(and(eq(members.programId, programId), among(members.id, memberIds)))
    .orderBy(members.id);
  return rows.map(({ id, said, likeness, fair }) => ({
    id,
    division: said?.division || null,
    site: said?.site || null,
    profession: said?.profession || null,
    stage: said?.stage ?? null,
    offers: said?.offers ?? [],
    wants: said?.wants ?? [],
    interests: said?.interests ?? [],
    languages: said?.languages ?? ['en'],
    supervisor: null,
    tableSize: said?.tableSize ?? 'pair',
    likeness: likeness && { attribute: likeness.attribute, value: likeness.value, wanted: likeness.wanted },
    leftOverLast: fair?.leftOverLast ?? false,
    trioLast: (fair?.trioLast ?? false) || (fair?.trioThisTurn ?? false),
  }));
}

async function blocksOf(db: Queryable, ids: readonly MemberId[]): Promise<[string, string][]> {
  const rows = await db
    .select({ from: blocks.blockerId, to: blocks.blockedId })
    .from(blocks)
    .where(and(among(blocks.blockerId, ids), among(blocks.blockedId, ids)));
  return rows.map(({ from, to }) => [from, to]);
}

async function supervisionsOf(db: Queryable, ids: readonly MemberId[]): Promise<[string, string][]> {
  const rows = await db
    .select({ from: supervisions.supervisorId, to: supervisions.supervisedId })
    .from(supervisions)
    .where(and(among(supervisions.supervisorId, ids), among(supervisions.supervisedId, ids)));
  return rows.map(({ from, to }) => [from, to]);
}

/** When each two of these people last met in the remembered time; those who were in the room together count, no others. */
async function metOf(db: Queryable, ids: readonly MemberId[], on: string): Promise<Round['met']> {
  if (ids.length < 2) return [];
  const other = alias(encounterPeople, 'other');
  const since = new Date(Date.parse(on) - remembered * 24 * 3600_000);
  const day = sql<string>`to_char(max(${encounters.startedAt}) at time zone 'UTC', 'YYYY-MM-DD')`;
  const rows = await db
    .select({ a: encounterPeople.memberId, b: other.memberId, day })
    .from(encounterPeople)
    .innerJoin(
      other,
      and(eq(other.encounterId, encounterPeople.encounterId), lt(encounterPeople.memberId, other.memberId)),
    )
    .innerJoin(encounters, eq(encounters.id, encounterPeople.encounterId))
    .where(
      and(
        among(encounterPeople.memberId, ids),
        among(other.memberId, ids),
        gte(encounterPeople.admittedAt, since),
        isNotNull(encounterPeople.joinedAt),
        isNotNull(other.joinedAt),
        isNotNull(encounters.startedAt),
      ),
    )
    .groupBy(encounterPeople.memberId, other.memberId);
  return rows.map(({ a, b, day }) => ({ people: [a, b], on: day }));
}

/** One parameter however many people: thousands of `$n` would be refused. */
function among(column: SQLWrapper, ids: readonly MemberId[]) {
  return sql`${column} = any(${sql.param([...ids])}::uuid[])`;
}
