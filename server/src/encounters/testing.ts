import { supportedRtpCapabilities } from '@ajar/media';
import {
  type DoorId,
  type EncounterId,
  type MemberId,
  type ProgramId,
  type RoomId,
  rtpCapabilities,
  type VisitId,
} from '@ajar/shared';
import { CoffeeTable } from '../coffee/index.ts';
import type { Db } from '../database/index.ts';
import { createTestDatabase } from '../database/testing.ts';
import { Doors } from '../doors/index.ts';
import type { AdmittedBecause, Announcer } from '../hub/announcer.ts';
import { newId } from '../ids/index.ts';
import { createLog } from '../log/index.ts';
import { MediaNodes, ownNodeId } from '../nodes/index.ts';
import { members, programs } from '../programs/tables.ts';
import { openQueues } from '../queue/index.ts';
import { Encounters } from './encounters.ts';

/** Writes down what was announced, for tests that press without a browser. */
class HeardAnnouncements implements Announcer {
  readonly admitted: { memberId: MemberId; encounterId: EncounterId; why: AdmittedBecause }[] = [];
  readonly turnedAway: { memberId: MemberId; visitId: VisitId }[] = [];
  async doorsChanged(_: readonly DoorId[]): Promise<void> {}
  async doorsOfChanged(_: readonly MemberId[]): Promise<void> {}
  readonly mine: MemberId[] = [];
  async mineChanged(people: readonly MemberId[]): Promise<void> {
    this.mine.push(...people);
  }
  async tableChanged(_: ProgramId): Promise<void> {}
  async roundChanged(_: ProgramId): Promise<void> {}
  admit: Announcer['admit'] = (memberId, { encounterId }, why) =>
    void this.admitted.push({ memberId, encounterId, why });
  declined: Announcer['declined'] = (memberId, visitId) => void this.turnedAway.push({ memberId, visitId });
}

/** Doors, table and encounters on a database and a queue of their own, with a media node that has reported itself. */
export async function createTestHouse() {
  const log = createLog({ level: 'error' });
  const database = await createTestDatabase(log);
  const { db, connection } = database;
  const queues = await openQueues({ connection, redis: undefined, log });
  const announcer = new HeardAnnouncements();
  const away = new Set<MemberId>();
  const around = (memberId: MemberId) => !away.has(memberId);
  const nodes = new MediaNodes({ db, secret: new Uint8Array(32) });
  await nodes.registered({
    nodeId: ownNodeId,
    url: '',
    rtpCapabilities: rtpCapabilities.parse(supportedRtpCapabilities()),
    peers: 0,
    rooms: [],
  });
  const encounters = new Encounters({ db, nodes, announcer, queues, log });
  const doors = new Doors({ db, encounters, announcer, around, log });
  const coffee = new CoffeeTable({ db, encounters, announcer, queues, around, log });
  const close = async () => {
    await queues.close();
    await database.close();
  };
  return { db, queues, announcer, away, nodes, encounters, doors, coffee, newProgram: () => newProgram(db), close };
}

export type TestHouse = Awaited<ReturnType<typeof createTestHouse>>;

async function newProgram(db: Db) {
  const programId = newId<ProgramId>();
  await db.insert(programs).values({ id: programId, name: 'A programme' });
  const join = async (name: string) => {
    const memberId = newId<MemberId>();
    await db.insert(members).values({ id: memberId, programId, email: `${memberId}@example.org`, name });
    return { memberId, name, programId };
  };
  return { programId, join };
}

/** A room is named after its encounter; what a media node says of one person in it. */
export function moment(encounterId: EncounterId, memberId: MemberId, at = new Date()) {
  return { roomId: encounterId as string as RoomId, memberId, at: at.toISOString() };
}
