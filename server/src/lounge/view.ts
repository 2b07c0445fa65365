import type { DoorId, EncounterId, MemberId, MyVisit, PersonSeen } from '@ajar/shared';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { encounterPeople, encounters } from '../encounters/tables.ts';
import { conflictsOf, mayMeet } from '../people/index.ts';
import { members } from '../programs/tables.ts';
import { loungeFor } from './rules.ts';
import { lounges } from './tables.ts';

export type Lounge = { encounterId: EncounterId; doorId: DoorId; people: PersonSeen[] };

/** The lounges at these doors in which somebody is or is expected, the oldest first. */
async function loungesAt(db: Queryable, doorIds: readonly DoorId[]): Promise<Lounge[]> {
  if (doorIds.length === 0) return [];
  const rows = await db
    .select({
      encounterId: lounges.encounterId,
      doorId: lounges.doorId,
      memberId: members.id,
      name: members.name,
    })
    .from(lounges)
    .innerJoin(encounters, and(eq(encounters.id, lounges.encounterId), isNull(encounters.endedAt)))
    .innerJoin(encounterPeople, and(eq(encounterPeople.encounterId, encounters.id), isNull(encounterPeople.leftAt)))
    .innerJoin(members, eq(members.id, encounterPeople.memberId))
    .where(inArray(lounges.doorId, [...doorIds]))
    .orderBy(asc(encounters.openedAt), asc(encounters.id), asc(encounterPeople.admittedAt));
  return [...Map.groupBy(rows, (row) => row.encounterId)].flatMap(([encounterId, people]) => {
    const [first] = people;
    return first
      ? [{ encounterId, doorId: first.doorId, people: people.map(({ memberId, name }) => ({ memberId, name })) }]
      : [];
  });
}

/** For each of these doors the lounge this person comes into, where there is one. */
export async function loungesFor(
  db: Queryable,
  me: MemberId,
  doorIds: readonly DoorId[],
): Promise<ReadonlyMap<DoorId, Lounge>> {
  const found = await loungesAt(db, doorIds);
  if (found.length === 0) return new Map();
  const everybody = found.flatMap((lounge) => lounge.people.map((person) => person.memberId));
  const graph = await conflictsOf(db, [me, ...everybody]);
  const may = (other: MemberId) => mayMeet(graph, me, other, 'lounge');
  return new Map(
    [...Map.groupBy(found, (lounge) => lounge.doorId)].flatMap(([doorId, those]) => {
      const lounge = loungeFor(those, me, may);
      return lounge ? [[doorId, lounge] as const] : [];
    }),
  );
}

/** One's own turns with the others in the lounge of each door. Whoever waits alone is in none, and is not among them. */
export async function withLounges(
  db: Queryable,
  memberId: MemberId,
  visits: readonly Omit<MyVisit, 'lounge'>[],
): Promise<MyVisit[]> {
  const doorIds = visits.map((visit) => visit.doorId);
  const found = await loungesFor(db, memberId, doorIds);
  return visits.map((visit) => {
    const people = found.get(visit.doorId)?.people ?? [];
    return { ...visit, lounge: people.filter((person) => person.memberId !== memberId) };
  });
}
