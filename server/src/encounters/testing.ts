import { supportedRtpCapabilities } from '@ajar/media';
import {
  AjarError,
  type DeclinedBecause,
  type DoorId,
  type EncounterId,
  type MemberId,
  type ProgramId,
  type RoomId,
  rtpCapabilities,
  type VisitId,
} from '@ajar/shared';
import { Bringing } from '../bringing/index.ts';
import { CoffeeTable, coffeeTiming, PairingPool } from '../coffee/index.ts';
import type { Db } from '../database/index.ts';
import { createTestDatabase } from '../database/testing.ts';
import { Doorkeeping, keepingTiming } from '../doorkeeping/index.ts';
import { Doors, Turns } from '../doors/index.ts';
import type { AdmittedBecause, Announcer } from '../hub/announcer.ts';
import { newId } from '../ids/index.ts';
import { createLog } from '../log/index.ts';
import { Lounges } from '../lounge/index.ts';
import { MediaNodes, ownNodeId } from '../nodes/index.ts';
import { members, programs } from '../programs/tables.ts';
import type { Notification } from '../push/index.ts';
import { openQueues } from '../queue/index.ts';
import { Encounters } from './encounters.ts';

/** Writes down what was announced, for tests that press without a browser. */
class HeardAnnouncements implements Announcer {
  readonly admitted: { memberId: MemberId; encounterId: EncounterId; why: AdmittedBecause }[] = [];
  readonly turnedAway: { memberId: MemberId; visitId: VisitId; why: DeclinedBecause; desk?: boolean }[] = [];
  async doorsChanged(_: readonly DoorId[]): Promise<void> {}
  async doorsOfChanged(_: readonly MemberId[]): Promise<void> {}
  readonly mine: MemberId[] = [];
  async mineChanged(people: readonly MemberId[]): Promise<void> {
    this.mine.push(...people);
  }
  goIn(people: readonly MemberId[]): void {
    this.mine.push(...people);
  }
  async tableChanged(_: ProgramId): Promise<void> {}
  async roundChanged(_: ProgramId): Promise<void> {}
  admit: Announcer['admit'] = (memberId, { encounterId }, why) =>
    void this.admitted.push({ memberId, encounterId, why });
  readonly calledToTable: MemberId[] = [];
  tableCalls = (memberId: MemberId) => void this.calledToTable.push(memberId);
  declined: Announcer['declined'] = (memberId, visitId, _, why = 'not-now', desk) =>
    void this.turnedAway.push({ memberId, visitId, why, ...(desk ? { desk } : {}) });
  readonly movedOnFrom: { memberId: MemberId; encounterId: EncounterId }[] = [];
  movedOn: Announcer['movedOn'] = (memberId, encounterId) => void this.movedOnFrom.push({ memberId, encounterId });
}

/** Doors, table and encounters on a database and a queue of their own, with a media node that has reported itself. */
export async function createTestHouse({ doorMinute }: { doorMinute?: number } = {}) {
  /** Changed by tests that do not want to sit for minutes. */
  const timing = { ...coffeeTiming };
  const pool = new PairingPool();
  /** Who else is in the corridor, besides those at the table. */
  const corridor: MemberId[] = [];
  const notified: { memberId: MemberId; title: string }[] = [];
  const log = createLog({ level: 'error' });
  const database = await createTestDatabase(log);
  const { db, connection } = database;
  const queues = await openQueues({ connection, redis: undefined, log });
  const announcer = new HeardAnnouncements();
  const away = new Set<MemberId>();
  const around = (memberId: MemberId) => !away.has(memberId);
  const nodes = new MediaNodes({ db, secret: new Uint8Array(32) });
  const report = {
    nodeId: ownNodeId,
    url: '',
    rtpCapabilities: rtpCapabilities.parse(supportedRtpCapabilities()),
    peers: 0,
    rooms: [],
  };
  await nodes.registered(report);
  // It is heard of again and again, as one that runs is.
  const heard = setInterval(() => void nodes.reported(report).catch(() => undefined), 5_000);
  const encounters = new Encounters({ db, nodes, announcer, queues, log });
  const notify = async (memberId: MemberId, { words }: Pick<Notification, 'words'>) =>
    void notified.push({ memberId, title: words.en.title });
  const turns = new Turns({ db, encounters, announcer, queues, around, notify, log });
  const lounges = new Lounges({ db, encounters, announcer, log });
  /** Who is in the corridor, as far as bringing somebody along goes. */
  const here: { memberId: MemberId; name: string }[] = [];
  const bringing = new Bringing({ db, encounters, announcer, queues, aroundIn: () => here, log });
  const doors = new Doors({ db, encounters, announcer, around, turns, log });
  const doorkeeping = new Doorkeeping({
    db,
    encounters,
    announcer,
    queues,
    around,
    notify,
    timing: keepingTiming(doorMinute),
    log,
  });
  const coffee = new CoffeeTable({
    db,
    encounters,
    announcer,
    queues,
    pool,
    around,
    aroundIn: () => corridor.map((memberId) => ({ memberId })),
    notify,
    timing,
    log,
  });
  const close = async () => {
    clearInterval(heard);
    await queues.close();
    await pool.close();
    await database.close();
  };
  return {
    timing,
    corridor,
    notified,
    db,
    connection,
    url: database.url,
    pool,
    queues,
    announcer,
    away,
    nodes,
    encounters,
    doors,
    doorkeeping,
    turns,
    lounges,
    bringing,
    here,
    coffee,
    newProgram: () => newProgram(db),
    close,
  };
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

/** How this was refused, by its code; `allowed` when it was not. */
export function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'allowed',
    (thrown: unknown) => (thrown instanceof AjarError ? thrown.code : String(thrown)),
  );
}
