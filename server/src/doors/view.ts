import type { CorridorDoor, DoorId, MemberId, MyVisit, ProgramId, Visitor } from '@ajar/shared';
import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { doorKeeping } from '../doorkeeping/tables.ts';
import { encounterPeople, encounters } from '../encounters/tables.ts';
import { doorHoursOf } from '../hours/index.ts';
import { members } from '../programs/tables.ts';
import { doors, visits } from './tables.ts';

/** A door as it is, before what a viewer may not see is taken out. `programId` says whose corridor it stands in. */
export type DoorView = CorridorDoor & { programId: ProgramId };

export type DoorsWhere = { programId: ProgramId } | { doorIds: readonly DoorId[] } | { memberId: MemberId };

/** What the plate of a door is headed with: the mentor's name, or what staff named a staffed door. */
const plateName = sql<string>`coalesce(${members.name}, ${doors.title})`;

/** The doors as the corridor shows them. `around` tells who is connected right now. */
export async function viewDoors(
  db: Queryable,
  where: DoorsWhere,
  around: (id: MemberId) => boolean,
): Promise<DoorView[]> {
  const rows = await db
    .select({
      doorId: doors.id,
      memberId: doors.memberId,
      programId: doors.programId,
      kind: doors.kind,
      seats: sql<number | null>`case when ${doors.kind} = 'shared' then ${doors.seats} end`,
      state: doors.state,
      name: plateName,
      place: sql<string>`coalesce(${members.place}, ${doors.about}, '')`,
      talksAbout: sql<string>`coalesce(${members.talksAbout}, '')`,
      firstTimeFine: sql<boolean>`coalesce(${members.firstTimeFine}, false)`,
      encounterId: encounters.id,
      backAt: doorKeeping.backAt,
      closing: sql<boolean>`coalesce(${doorKeeping.closing}, false)`,
      // Somebody may hold a door and be a visitor at another's.
      behindIt: sql<boolean>`exists (select from ${visits} where ${visits.doorId} = ${doors.id} and ${visits.state} = 'inside' and ${visits.encounterId} = ${encounters.id})`,
      waiting: sql<number>`(select count(*)::int from ${visits} where ${visits.doorId} = ${doors.id} and ${visits.state} = 'waiting')`,
    })
    .from(doors)
    .leftJoin(members, eq(members.id, doors.memberId))
    .leftJoin(doorKeeping, eq(doorKeeping.doorId, doors.id))
    .leftJoin(encounterPeople, and(eq(encounterPeople.memberId, doors.memberId), isNull(encounterPeople.leftAt)))
    .leftJoin(encounters, eq(encounters.id, encounterPeople.encounterId))
    .where(and(condition(where), isNull(doors.endedAt)))
    .orderBy(asc(plateName));
  const inside = await peopleInside(
    db,
    rows.flatMap((row) => (row.behindIt && row.encounterId ? [row.encounterId] : [])),
  );
  const hours = await doorHoursOf(
    db,
    rows.flatMap((row) => row.memberId ?? []),
  );
  return rows.map(({ encounterId, behindIt, backAt, ...door }) => ({
    ...door,
    hosts: [],
    around: door.memberId !== null && around(door.memberId),
    backAt: backAt?.toISOString() ?? null,
    busy: encounterId !== null || backAt !== null || (door.state === 'open' && door.waiting > 0),
    inside: inside
      .filter((person) => behindIt && person.encounterId === encounterId)
      .map(({ memberId, name }) => ({ memberId, name })),
    hours: (door.memberId && hours.get(door.memberId)) ?? null,
  }));
}

function condition(where: DoorsWhere): SQL {
  if ('programId' in where) return eq(doors.programId, where.programId);
  if ('memberId' in where) return eq(doors.memberId, where.memberId);
  return inArray(doors.id, [...where.doorIds]);
}

async function peopleInside(db: Queryable, ids: readonly (typeof encounters.$inferSelect)['id'][]) {
  if (ids.length === 0) return [];
  return db
    .select({ encounterId: encounterPeople.encounterId, memberId: members.id, name: members.name })
    .from(encounterPeople)
    .innerJoin(members, eq(members.id, encounterPeople.memberId))
    .where(and(inArray(encounterPeople.encounterId, [...ids]), isNull(encounterPeople.leftAt)));
}

/** Who waits at this person's door, in the order of the line. */
export async function visitorsAt(db: Queryable, memberId: MemberId): Promise<Visitor[]> {
  const rows = await db
    .select({
      visitId: visits.id,
      memberId: members.id,
      name: members.name,
      since: visits.askedAt,
      knocked: visits.knocked,
    })
    .from(visits)
    .innerJoin(doors, eq(doors.id, visits.doorId))
    .innerJoin(members, eq(members.id, visits.visitorId))
    .where(and(eq(doors.memberId, memberId), eq(visits.state, 'waiting')))
    .orderBy(asc(visits.turnAt), asc(visits.id));
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}

/** Where this person waits, and how many are before them: place 1 is next. */
export async function visitsOf(db: Queryable, memberId: MemberId): Promise<MyVisit[]> {
  const rows = await db
    .select({
      visitId: visits.id,
      doorId: visits.doorId,
      mentorName: plateName,
      state: visits.state,
      knocked: visits.knocked,
      keptUntil: doorKeeping.keptUntil,
      place: sql<number>`(
        select count(*)::int from visits as before
        where before.door_id = ${visits.doorId} and before.state = 'waiting'
          and (before.turn_at, before.id) <= (${visits.turnAt}, ${visits.id}))`,
    })
    .from(visits)
    .innerJoin(doors, eq(doors.id, visits.doorId))
    .leftJoin(members, eq(members.id, doors.memberId))
    .leftJoin(doorKeeping, eq(doorKeeping.doorId, doors.id))
    .where(and(eq(visits.visitorId, memberId), eq(visits.state, 'waiting')))
    .orderBy(asc(visits.askedAt));
  return rows.map((row) => ({ ...row, keptUntil: row.keptUntil?.toISOString() ?? null }));
}
