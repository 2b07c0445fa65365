import type { DoorId, EncounterId, MemberId, MyVisit, OwnRoom, ProgramId, Visitor } from '@ajar/shared';
import { and, asc, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { doorKeeping } from '../doorkeeping/tables.ts';
import { encounterPeople, encounters } from '../encounters/tables.ts';
import { doorHoursOf, shiftsAt } from '../hours/index.ts';
import { members } from '../programs/tables.ts';
import { answerWithin } from './rules.ts';
import type { DoorView } from './seen.ts';
import { dutyOf, hostsOnDuty } from './staff.ts';
import { doors, visits } from './tables.ts';

/** `dutyOf`: staffed doors where one of these people is on duty. */
export type DoorsWhere =
  | { programId: ProgramId }
  | { doorIds: readonly DoorId[] }
  | { memberId: MemberId }
  | { dutyOf: readonly MemberId[] };

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
      lastCall: doors.lastCall,
      name: plateName,
      place: sql<string>`coalesce(${members.place}, ${doors.about}, '')`,
      talksAbout: sql<string>`coalesce(${members.talksAbout}, '')`,
      firstTimeFine: sql<boolean>`coalesce(${members.firstTimeFine}, false)`,
      encounterId: encounters.id,
      backAt: doorKeeping.backAt,
      closing: sql<boolean>`coalesce(${doorKeeping.closing}, false)`,
      roomId: sql<EncounterId | null>`(select room.id from ${encounters} as room where room.id = ${doors.encounterId} and room.ended_at is null)`,
      // Somebody may hold a door and be a visitor at another's.
      behindIt: sql<boolean>`exists (select from ${visits} where ${visits.doorId} = ${doors.id} and ${visits.state} = 'inside' and ${visits.encounterId} = ${encounters.id})`,
      waiting: sql<number>`(select count(*)::int from ${visits} where ${visits.doorId} = ${doors.id} and ${visits.state} = 'waiting')`,
    })
    .from(doors)
    .leftJoin(members, eq(members.id, doors.memberId))
    .leftJoin(doorKeeping, eq(doorKeeping.doorId, doors.id))
    .leftJoin(encounterPeople, and(eq(encounterPeople.memberId, doors.memberId), isNull(encounterPeople.leftAt)))
    // Who waits in a lounge themselves can be called out of it.
    .leftJoin(encounters, and(eq(encounters.id, encounterPeople.encounterId), ne(encounters.kind, 'lounge')))
    .where(and(condition(where), isNull(doors.endedAt)))
    .orderBy(asc(plateName));
  const inside = await peopleInside(
    db,
    rows.flatMap((row) => row.roomId ?? (row.behindIt && row.encounterId ? [row.encounterId] : [])),
  );
  const hours = await doorHoursOf(
    db,
    rows.flatMap((row) => row.memberId ?? []),
  );
  const staffed = rows.filter((row) => row.kind === 'staffed').map((row) => row.doorId);
  const shifts = await shiftsAt(db, staffed);
  const onDuty = (await hostsOnDuty(db, staffed)).filter((host) => around(host.memberId));
  const hostsOf = Map.groupBy(onDuty, (host) => host.doorId);
  const peopleOf = Map.groupBy(inside, (person) => person.encounterId);
  const within = (id: EncounterId | null) => (id && peopleOf.get(id)) || [];
  return rows.map(({ encounterId, behindIt, backAt, ...door }) => ({
    ...door,
    hosts: [],
    onDuty: (hostsOf.get(door.doorId) ?? []).map(({ memberId, name, free }) => ({ memberId, name, free })),
    shifts: shifts.get(door.doorId) ?? [],
    around: door.memberId !== null && around(door.memberId),
    backAt: backAt?.toISOString() ?? null,
    busy:
      backAt !== null ||
      (door.kind === 'shared'
        ? encounterId !== door.roomId
        : encounterId !== null || (door.state === 'open' && door.waiting > 0)),
    inside: within(door.roomId ?? (behindIt ? encounterId : null)).map(({ memberId, name }) => ({ memberId, name })),
    hours: (door.memberId && hours.get(door.memberId)) ?? null,
  }));
}

function condition(where: DoorsWhere): SQL {
  if ('programId' in where) return eq(doors.programId, where.programId);
  if ('memberId' in where) return eq(doors.memberId, where.memberId);
  if ('dutyOf' in where) return dutyOf(...where.dutyOf);
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

/** What kind of door this person has, and who is in its room; `null` where they have none yet. */
export async function ownRoomOf(db: Queryable, memberId: MemberId): Promise<OwnRoom | null> {
  const [own] = await db
    .select({ kind: doors.kind, seats: doors.seats, roomId: encounters.id })
    .from(doors)
    .leftJoin(encounters, and(eq(encounters.id, doors.encounterId), isNull(encounters.endedAt)))
    .where(eq(doors.memberId, memberId));
  if (!own || own.kind === 'staffed') return null;
  const inside = own.roomId ? await peopleInside(db, [own.roomId]) : [];
  return { kind: own.kind, seats: own.seats, inside: inside.map(({ memberId, name }) => ({ memberId, name })) };
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
      called: sql<boolean>`${visits.calledAt} is not null`,
    })
    .from(visits)
    .innerJoin(doors, eq(doors.id, visits.doorId))
    .innerJoin(members, eq(members.id, visits.visitorId))
    .where(and(eq(doors.memberId, memberId), eq(visits.state, 'waiting')))
    .orderBy(asc(visits.turnAt), asc(visits.id));
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}

/**
 * Where this person waits, and how many are before them: place 1 is next.
 * @param answer how long who is called has to come in, in ms. Default: `answerWithin()`.
 */
export async function visitsOf(
  db: Queryable,
  memberId: MemberId,
  answer = answerWithin(),
): Promise<Omit<MyVisit, 'lounge' | 'party'>[]> {
  const rows = await db
    .select({
      visitId: visits.id,
      doorId: visits.doorId,
      mentorName: plateName,
      state: visits.state,
      knocked: visits.knocked,
      keptUntil: doorKeeping.keptUntil,
      calledAt: visits.calledAt,
      missed: sql<boolean>`${visits.missedAt} is not null`,
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
  const left = (calledAt: Date) => Math.max(0, calledAt.getTime() + answer - Date.now());
  return rows.map(({ calledAt, keptUntil, ...visit }) => ({
    ...visit,
    comeInFor: calledAt && left(calledAt),
    keptUntil: keptUntil?.toISOString() ?? null,
  }));
}
