import { AjarError, type DeskHours, type DoorId, type HoursId, type MemberId, type ProgramId } from '@ajar/shared';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { ApiPart } from '../api/index.ts';
import type { Db } from '../database/index.ts';
import { doorHosts, doors } from '../doors/tables.ts';
import { members } from '../programs/tables.ts';
import type { Hours } from './hours.ts';
import { keptFrom, makeHours, stopHours } from './kept.ts';
import { doorHours } from './tables.ts';

type Routes = 'deskHours' | 'makeDeskHours' | 'stopDeskHours';

/** What programme staff do with the hours of staffed doors: see all of them, set some for a host, take some away. */
export function deskHoursHandlers({ db, hours }: { db: Db; hours: Hours }): ApiPart<Routes> {
  return {
    deskHours: async ({ viewer, params }) => {
      await checkDesk(db, viewer.program.id, params.doorId);
      return { hours: await hoursAtDesk(db, params.doorId, new Date()) };
    },
    makeDeskHours: async ({ viewer, params, body }) => {
      const programId = viewer.program.id;
      const { hostId, ...plan } = body;
      await checkDesk(db, programId, params.doorId);
      await checkHost(db, params.doorId, hostId);
      const made = { ...plan, doorId: params.doorId };
      const hoursId = await makeHours(db, { memberId: hostId, programId }, made, new Date());
      await hours.changed(hoursId);
      return { hoursId };
    },
    stopDeskHours: async ({ viewer, params, body }) => {
      await checkDesk(db, viewer.program.id, params.doorId);
      const memberId = await hostOfHours(db, params.doorId, params.hoursId);
      const holder = { memberId, programId: viewer.program.id };
      await stopHours(db, holder, params.hoursId, body.stopped, new Date());
      await hours.changed(params.hoursId);
      return {};
    },
  };
}

/** The hours of everybody who holds this door, by name. */
async function hoursAtDesk(db: Db, doorId: DoorId, now: Date): Promise<DeskHours[]> {
  const rows = await db
    .select({ hours: doorHours, memberId: members.id, name: members.name })
    .from(doorHours)
    .innerJoin(members, eq(members.id, doorHours.memberId))
    .innerJoin(doorHosts, and(eq(doorHosts.doorId, doorHours.doorId), eq(doorHosts.memberId, doorHours.memberId)))
    .where(and(eq(doorHours.doorId, doorId), isNull(doorHours.stoppedAt)))
    .orderBy(asc(members.name), asc(doorHours.id));
  return Promise.all(rows.map(async ({ hours, ...host }) => ({ ...(await keptFrom(db, hours, now)), host })));
}

/** @throws AjarError `no-such-door`: it is none of this programme, or was closed for good. */
async function checkDesk(db: Db, programId: ProgramId, doorId: DoorId): Promise<void> {
  const [door] = await db
    .select({ id: doors.id })
    .from(doors)
    .where(and(eq(doors.id, doorId), eq(doors.programId, programId), eq(doors.kind, 'staffed'), isNull(doors.endedAt)));
  if (!door) throw new AjarError('not-found', 'no-such-door', 'There is no such door in your programme any more.');
}

/** @throws AjarError `no-such-host`. */
async function checkHost(db: Db, doorId: DoorId, memberId: MemberId): Promise<void> {
  const [host] = await db
    .select({ memberId: doorHosts.memberId })
    .from(doorHosts)
    .where(and(eq(doorHosts.doorId, doorId), eq(doorHosts.memberId, memberId)));
  if (host) return;
  const message = 'Only somebody who holds this door can have hours there. Nothing was changed.';
  throw new AjarError('bad-input', 'no-such-host', message);
}

/** @throws AjarError `no-such-hours`. */
async function hostOfHours(db: Db, doorId: DoorId, hoursId: HoursId): Promise<MemberId> {
  const [hours] = await db
    .select({ memberId: doorHours.memberId })
    .from(doorHours)
    .where(and(eq(doorHours.id, hoursId), eq(doorHours.doorId, doorId)));
  if (hours) return hours.memberId;
  throw new AjarError('not-found', 'no-such-hours', 'These hours are gone already. Nothing was changed.');
}
