import type { DoorId, Duty, MemberId, PersonSeen } from '@ajar/shared';
import { and, asc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { encounterPeople, encounters } from '../encounters/tables.ts';
import { members } from '../programs/tables.ts';
import { doorHosts, doors, visits } from './tables.ts';

/** Those on duty at these staffed doors, whoever has had no visit there for longest first. */
export async function hostsOnDuty(
  db: Queryable,
  doorIds: readonly DoorId[],
): Promise<(PersonSeen & { doorId: DoorId; free: boolean })[]> {
  if (doorIds.length === 0) return [];
  const inCall = sql`exists (select from ${encounterPeople} join ${encounters} on ${encounters.id} = ${encounterPeople.encounterId} where ${encounterPeople.memberId} = ${doorHosts.memberId} and ${encounterPeople.leftAt} is null and ${encounters.kind} <> 'lounge')`;
  return db
    .select({
      doorId: doorHosts.doorId,
      memberId: doorHosts.memberId,
      name: members.name,
      free: sql<boolean>`not ${inCall}`,
    })
    .from(doorHosts)
    .innerJoin(members, eq(members.id, doorHosts.memberId))
    .where(and(inArray(doorHosts.doorId, [...doorIds]), isNotNull(doorHosts.onDutySince)))
    .orderBy(sql`${doorHosts.lastVisitAt} asc nulls first`, asc(doorHosts.onDutySince), asc(doorHosts.memberId));
}

/** The staffed doors this person may hold, for themselves to see. */
export function dutiesOf(db: Queryable, memberId: MemberId): Promise<Duty[]> {
  return db
    .select({
      doorId: doors.id,
      title: sql<string>`coalesce(${doors.title}, '')`,
      onDuty: sql<boolean>`${doorHosts.onDutySince} is not null`,
      waiting: sql<number>`(select count(*)::int from ${visits} where ${visits.doorId} = ${doors.id} and ${visits.state} = 'waiting')`,
    })
    .from(doorHosts)
    .innerJoin(doors, eq(doors.id, doorHosts.doorId))
    .where(and(eq(doorHosts.memberId, memberId), isNull(doors.endedAt)))
    .orderBy(asc(doors.title));
}

/** Staffed doors where this person is on duty, as a condition on doors. */
export function dutyOf(...people: readonly MemberId[]): SQL {
  return inArray(
    doors.id,
    sql`(select ${doorHosts.doorId} from ${doorHosts} where ${inArray(doorHosts.memberId, [...people])} and ${doorHosts.onDutySince} is not null)`,
  );
}
