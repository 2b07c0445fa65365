import { AjarError, type DoorId, type MemberId, type ProgramId, type StaffedDoor } from '@ajar/shared';
import { and, asc, eq, inArray, isNotNull, isNull, notInArray } from 'drizzle-orm';
import type { ApiPart } from '../api/index.ts';
import type { Db, Queryable, Transaction } from '../database/index.ts';
import { endTimes } from '../doorkeeping/index.ts';
import { doorHours } from '../hours/tables.ts';
import type { Announcer } from '../hub/index.ts';
import { newId } from '../ids/index.ts';
import { members } from '../programs/tables.ts';
import { endLine } from './line.ts';
import { anybodyOn } from './staffed.ts';
import { doorHosts, doors } from './tables.ts';

type Routes = 'staffedDoors' | 'makeStaffedDoor' | 'changeStaffedDoor' | 'endStaffedDoor';
type Announcing = Pick<Announcer, 'doorsChanged' | 'mineChanged' | 'declined'>;

const noSuchDoor = () =>
  new AjarError('not-found', 'no-such-door', 'There is no such door in your programme any more.');

/** What programme staff do with staffed doors: make, name, give to hosts, and close for good. */
export function staffedDoorHandlers(db: Db, announcer: Announcing): ApiPart<Routes> {
  return {
    staffedDoors: async ({ viewer }) => ({ doors: await staffedDoorsOf(db, viewer.program.id) }),
    makeStaffedDoor: async ({ viewer, body }) => {
      const doorId = newId<DoorId>();
      const { title, about, entry, hostIds } = body;
      await db.transaction(async (tx) => {
        const programId = viewer.program.id;
        await tx.insert(doors).values({ id: doorId, programId, kind: 'staffed', title, about, entry });
        await setHosts(tx, programId, doorId, hostIds);
      });
      await announcer.doorsChanged([doorId]);
      await announcer.mineChanged(hostIds);
      return { doorId };
    },
    changeStaffedDoor: async ({ viewer, params, body }) => {
      const { hostIds, ...plate } = body;
      const { turnedAway, people, title } = await db.transaction(async (tx) => {
        const door = await lockStaffed(tx, viewer.program.id, params.doorId);
        const before = await hostsOf(tx, door.id);
        await setHosts(tx, viewer.program.id, door.id, hostIds);
        const now = new Date();
        const gone = before.filter((memberId) => !hostIds.includes(memberId));
        for (const memberId of gone) await endTimes(tx, door.id, now, memberId);
        const state = (await anybodyOn(tx, door.id)) ? plate.entry : 'closed';
        const changedAt = state === door.state ? door.changedAt : now;
        await tx
          .update(doors)
          .set({ ...plate, state, changedAt })
          .where(eq(doors.id, door.id));
        const turnedAway = state === 'closed' ? await endLine(tx, door.id, 'closed') : [];
        return { turnedAway, people: [...before, ...hostIds], title: plate.title };
      });
      await tellTurnedAway(announcer, title, turnedAway);
      await announcer.doorsChanged([params.doorId]);
      await announcer.mineChanged(people);
      return {};
    },
    endStaffedDoor: async ({ viewer, params }) => {
      const { door, turnedAway, people } = await db.transaction(async (tx) => {
        const door = await lockStaffed(tx, viewer.program.id, params.doorId);
        const now = new Date();
        await tx.update(doors).set({ state: 'closed', endedAt: now }).where(eq(doors.id, door.id));
        await tx.update(doorHosts).set({ onDutySince: null }).where(eq(doorHosts.doorId, door.id));
        await endTimes(tx, door.id, now);
        await tx.delete(doorHours).where(eq(doorHours.doorId, door.id));
        return { door, turnedAway: await endLine(tx, door.id, 'closed'), people: await hostsOf(tx, door.id) };
      });
      await tellTurnedAway(announcer, door.title ?? '', turnedAway);
      await announcer.doorsChanged([door.id]);
      await announcer.mineChanged(people);
      return {};
    },
  };
}

async function tellTurnedAway(announcer: Announcing, title: string, away: Awaited<ReturnType<typeof endLine>>) {
  for (const visit of away) announcer.declined(visit.visitorId, visit.id, title, 'closed', true);
  await announcer.mineChanged(away.map((visit) => visit.visitorId));
}

async function staffedDoorsOf(db: Db, programId: ProgramId): Promise<StaffedDoor[]> {
  const [rows, hosts] = await Promise.all([
    db
      .select({ doorId: doors.id, title: doors.title, about: doors.about, entry: doors.entry })
      .from(doors)
      .where(and(eq(doors.programId, programId), eq(doors.kind, 'staffed'), isNull(doors.endedAt)))
      .orderBy(asc(doors.title)),
    db
      .select({ doorId: doorHosts.doorId, memberId: members.id, name: members.name })
      .from(doorHosts)
      .innerJoin(members, eq(members.id, doorHosts.memberId))
      .innerJoin(doors, eq(doors.id, doorHosts.doorId))
      .where(and(eq(doors.programId, programId), isNull(doors.endedAt)))
      .orderBy(asc(members.name)),
  ]);
  return rows.map(({ doorId, title, about, entry }) => ({
    doorId,
    title: title ?? '',
    about: about ?? '',
    entry: entry ?? 'open',
    hosts: hosts.filter((host) => host.doorId === doorId).map(({ memberId, name }) => ({ memberId, name })),
  }));
}

async function lockStaffed(tx: Transaction, programId: ProgramId, doorId: DoorId) {
  const own = and(eq(doors.id, doorId), eq(doors.programId, programId), eq(doors.kind, 'staffed'));
  const [door] = await tx
    .select()
    .from(doors)
    .where(and(own, isNull(doors.endedAt)))
    .for('update');
  if (!door) throw noSuchDoor();
  return door;
}

async function hostsOf(db: Queryable, doorId: DoorId): Promise<MemberId[]> {
  const rows = await db
    .select({ memberId: doorHosts.memberId })
    .from(doorHosts)
    .where(and(eq(doorHosts.doorId, doorId), isNotNull(doorHosts.memberId)));
  return rows.map((row) => row.memberId);
}

/** Who stays keeps being on duty. @throws AjarError `no-such-member`. */
async function setHosts(tx: Transaction, programId: ProgramId, doorId: DoorId, hostIds: readonly MemberId[]) {
  const ids = [...new Set(hostIds)];
  const known = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.programId, programId), inArray(members.id, ids)));
  if (known.length < ids.length) {
    const message = 'hostIds: somebody among them is not in your programme. Nothing was changed.';
    throw new AjarError('bad-input', 'no-such-member', message);
  }
  await tx.delete(doorHosts).where(and(eq(doorHosts.doorId, doorId), notInArray(doorHosts.memberId, ids)));
  await tx
    .insert(doorHosts)
    .values(ids.map((memberId) => ({ doorId, memberId })))
    .onConflictDoNothing();
}
