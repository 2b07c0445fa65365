import {
  type Admission,
  AjarError,
  type EncounterId,
  type EncounterKind,
  type MemberId,
  type NodeId,
  type NodeReport,
  type PersonSeen,
  type ProgramId,
  type RoomId,
  type RoomMoment,
} from '@ajar/shared';
import { and, eq, isNull, lt } from 'drizzle-orm';
import type { Db, Transaction } from '../database/index.ts';
import type { Announcer } from '../hub/index.ts';
import type { Log } from '../log/index.ts';
import type { MediaNodes } from '../nodes/index.ts';
import { defineJob, type Queues } from '../queue/index.ts';
import { hostIn, listeningIn, othersIn, reasonFor } from './history.ts';
import { type Touched, writeAdmitted, writeJoined, writeLeft, writeOpening } from './lifecycle.ts';
import { noShow } from './no-show.ts';
import { writePart } from './part.ts';
import { missedBy } from './still-in.ts';
import { encounterPeople, encounters } from './tables.ts';

export type EncountersOptions = {
  db: Db;
  nodes: MediaNodes;
  announcer: Announcer;
  queues: Pick<Queues, 'register' | 'add'>;
  log: Log;
};

/** An opened encounter: one admission a person. */
export type Opened = { encounterId: EncounterId; admissions: ReadonlyMap<MemberId, Admission> };

/** Somebody came into this encounter's room or left it; `over`: that ended it. */
type Moved = (encounterId: EncounterId, over: boolean) => Promise<void>;

type Place = Awaited<ReturnType<MediaNodes['place']>>;

/**
 * Every way of meeting goes through here: `place()` before the transaction, `open()` inside it together with
 * whatever made the two meet, `expectSoon()` after it.
 */
export class Encounters {
  readonly #db: Db;
  readonly #nodes: MediaNodes;
  readonly #announcer: Announcer;
  readonly #log: Log;
  readonly #queues: EncountersOptions['queues'];
  readonly #moved: Moved[] = [];
  readonly #noShowJob = defineJob({ ...noShow, handler: ({ encounterId }) => this.#endNoShow(encounterId) });

  constructor({ db, nodes, announcer, queues, log }: EncountersOptions) {
    this.#db = db;
    this.#nodes = nodes;
    this.#announcer = announcer;
    this.#queues = queues;
    this.#log = log;
    queues.register(this.#noShowJob);
  }

  /** Tells of every coming and going, after it was written down. */
  onMoved(listener: Moved): void {
    this.#moved.push(listener);
  }

  place(): Promise<Place> {
    return this.#nodes.place();
  }

  /**
   * Writes the encounter and mints one admission a person.
   * @param people behind a door, whoever receives the others comes first: they decide in the room.
   * @throws AjarError `in-a-call` when one of them is in another call.
   */
  async open(
    tx: Transaction,
    kind: EncounterKind,
    programId: ProgramId,
    people: PersonSeen[],
    node: Place,
  ): Promise<Opened> {
    const all = people.map(({ memberId, name }) => ({ memberId, name }));
    const ids = all.map((person) => person.memberId);
    const encounterId = await writeOpening(tx, { kind, programId, people: ids, nodeId: node.id });
    const admissions = await Promise.all(
      all.map(async (person) => {
        const others = all.filter((other) => other !== person);
        const moderates = kind === 'door' && person === all[0];
        const admission = await this.#nodes.admission({ encounterId, kind, node, person, others, moderates });
        return [person.memberId, admission] as const;
      }),
    );
    return { encounterId, admissions: new Map(admissions) };
  }

  /**
   * Somebody joins an encounter under way, with the consent of those in it. In the transaction that writes that down.
   * @throws AjarError `in-a-call` when they are in another call, `encounter-over` when it has ended.
   */
  async admitInto(tx: Transaction, encounterId: EncounterId, memberId: MemberId): Promise<void> {
    await writeAdmitted(tx, encounterId, memberId);
  }

  /**
   * After the transaction: whoever has not come by the time the job runs is not waited for.
   * @param memberId who was admitted into an encounter under way. Default: everybody, as it opens.
   */
  async expectSoon(encounterId: EncounterId, memberId?: MemberId): Promise<void> {
    const jobId = memberId ? `${encounterId}-${memberId}-${Date.now()}` : encounterId;
    await this.#queues.add(this.#noShowJob, { encounterId }, { delay: noShow.delay, jobId });
  }

  /**
   * A fresh admission to an encounter one belongs to and has not left, or been shown out of. If its media node is gone, the room moves to another.
   * @throws AjarError `encounter-over` (conflict) or `no-such-encounter` (not-found).
   */
  async enter(encounterId: EncounterId, viewer: PersonSeen): Promise<Admission> {
    const [found] = await this.#db
      .select({
        kind: encounters.kind,
        nodeId: encounters.nodeId,
        endedAt: encounters.endedAt,
        leftAt: encounterPeople.leftAt,
      })
      .from(encounters)
      .innerJoin(encounterPeople, eq(encounterPeople.encounterId, encounters.id))
      .where(and(eq(encounters.id, encounterId), eq(encounterPeople.memberId, viewer.memberId)));
    if (!found) {
      throw new AjarError('not-found', 'no-such-encounter', 'There is no conversation of yours at this address.');
    }
    if (found.endedAt ?? found.leftAt) {
      throw new AjarError(
        'conflict',
        'encounter-over',
        'This conversation is over. The corridor is where the next one begins.',
      );
    }
    const node = (await this.#nodes.find(found.nodeId)) ?? (await this.#move(encounterId, found.nodeId));
    const others = await othersIn(this.#db, encounterId, viewer.memberId);
    const listening = await listeningIn(this.#db, encounterId, viewer.memberId);
    const { kind } = found;
    const moderates = (await hostIn(this.#db, encounterId)) === viewer.memberId;
    const person = viewer;
    const admission = await this.#nodes.admission({ encounterId, kind, node, person, others, listening, moderates });
    return { ...admission, reason: await reasonFor(this.#db, encounterId, viewer.memberId) };
  }

  async joined(moment: RoomMoment): Promise<void> {
    const id = moment.roomId as string as EncounterId;
    const touched = await this.#db.transaction((tx) => writeJoined(tx, id, moment.memberId, new Date(moment.at)));
    this.#log.info({ encounterId: id, memberId: moment.memberId }, 'Came into the call');
    if (touched) this.#announcer.goIn(touched.people);
    // A block made in the very moment the two were being brought together is met here.
    for (const other of touched?.people ?? []) if (other !== moment.memberId) await this.part(moment.memberId, other);
    await this.#tellMoved(id, touched);
  }

  async left(moment: RoomMoment): Promise<void> {
    const { roomId, memberId, at, barred } = moment;
    await this.gone(roomId as string as EncounterId, [memberId], new Date(at), barred);
  }

  /**
   * Somebody leaves by themselves whom no media node can tell of: they never were in the room, or have lost the way to it.
   * Where their node keeps a place for them, it is told that nobody is to wait for them there.
   * @param unlessIn nothing changes where they have come in.
   */
  async leave(id: EncounterId, memberId: MemberId, unlessIn: boolean): Promise<void> {
    const [found] = await this.#db
      .select({ joinedAt: encounterPeople.joinedAt, nodeId: encounters.nodeId })
      .from(encounterPeople)
      .innerJoin(encounters, eq(encounters.id, encounterPeople.encounterId))
      .where(
        and(
          eq(encounterPeople.encounterId, id),
          eq(encounterPeople.memberId, memberId),
          isNull(encounterPeople.leftAt),
        ),
      );
    if (!found || (unlessIn && found.joinedAt)) return;
    await this.gone(id, [memberId], new Date());
    this.#nodes.commands.of(found.nodeId)?.removePeer(id as string as RoomId, memberId, true);
  }

  /** The host lets somebody in who knocked: a lock on the room does not keep them out. After the transaction. */
  async letIn(id: EncounterId, memberId: MemberId): Promise<void> {
    const [found] = await this.#db.select({ nodeId: encounters.nodeId }).from(encounters).where(eq(encounters.id, id));
    if (found) this.#nodes.commands.of(found.nodeId)?.letIn(id as string as RoomId, memberId);
  }

  /** These people are out of the encounter for good; `barred`: the host does not let them back. */
  async gone(id: EncounterId, people: readonly MemberId[], at: Date, barred = false): Promise<void> {
    const touched = await this.#db.transaction((tx) => writeLeft(tx, id, people, at, barred));
    if (touched) this.#log.info({ encounterId: id, memberIds: people, over: touched.ended }, 'Left the call');
    // A shared room without its host is over for those who are still in it.
    if (touched?.closes) this.closeRoom(id, touched.closes);
    await this.#announce(touched);
    await this.#tellMoved(id, touched);
  }

  /** Ends an encounter for everybody, and its room with it. Ending it twice is fine. */
  async close(id: EncounterId, at: Date): Promise<void> {
    const [found] = await this.#db
      .select({ nodeId: encounters.nodeId })
      .from(encounters)
      .where(and(eq(encounters.id, id), isNull(encounters.endedAt)));
    if (!found) return;
    // The room first: were the record written first and this server to die then, nobody would close it.
    this.closeRoom(id, found.nodeId);
    const people = await this.#db
      .select({ memberId: encounterPeople.memberId })
      .from(encounterPeople)
      .where(and(eq(encounterPeople.encounterId, id), isNull(encounterPeople.leftAt)));
    await this.gone(
      id,
      people.map((person) => person.memberId),
      at,
    );
  }

  /** Ends the room of an encounter: everybody still in it is told so, and nobody gets in again. */
  closeRoom(id: EncounterId, nodeId: NodeId): void {
    this.#nodes.commands.of(nodeId)?.closeRoom(id as string as RoomId);
  }

  /** Parts two people between whom there is a block, at once: one of them is out of the call they share, if they do. */
  async part(a: MemberId, b: MemberId): Promise<void> {
    const parted = await this.#db.transaction((tx) => writePart(tx, a, b, new Date()));
    if (!parted) return;
    const { encounterId, nodeId, goes, touched } = parted;
    this.#nodes.commands.of(nodeId)?.removePeer(encounterId as string as RoomId, goes);
    this.#log.info({ encounterId, memberIds: [goes], over: touched?.ended }, 'Left the call');
    await this.#announce(touched);
    await this.#tellMoved(encounterId, touched);
  }

  /** A media node is back that was away: it hears what it has missed, a block in the middle of a call before all. */
  async nodeIsBack(report: NodeReport): Promise<void> {
    const { remove, close } = await missedBy(this.#db, report, new Date());
    const commands = this.#nodes.commands.of(report.nodeId as NodeId);
    for (const { encounterId, memberId } of remove) commands?.removePeer(encounterId as string as RoomId, memberId);
    for (const encounterId of close) commands?.closeRoom(encounterId as string as RoomId);
    if (remove.length + close.length > 0)
      this.#log.info({ node: report.nodeId, remove, close }, 'A media node catches up');
  }

  async #tellMoved(id: EncounterId, touched: Touched | null): Promise<void> {
    if (touched) for (const listener of this.#moved) await listener(id, touched.ended);
  }

  async #announce(touched: Touched | null): Promise<void> {
    if (!touched) return;
    await this.#announcer.doorsOfChanged(touched.people);
    await this.#announcer.mineChanged(touched.people);
  }

  async #endNoShow(encounterId: EncounterId): Promise<void> {
    const missing = await this.#db
      .select({ memberId: encounterPeople.memberId })
      .from(encounterPeople)
      .where(
        and(
          eq(encounterPeople.encounterId, encounterId),
          isNull(encounterPeople.joinedAt),
          isNull(encounterPeople.leftAt),
          // Somebody may have been admitted only now, and has a job of their own.
          lt(encounterPeople.admittedAt, new Date(Date.now() - noShow.delay / 2)),
        ),
      );
    const people = missing.map((row) => row.memberId);
    await this.gone(encounterId, people, new Date());
  }

  /** Two people may come back at once; the first to write decides where both go. */
  async #move(encounterId: EncounterId, from: NodeId): Promise<Place> {
    const to = await this.#nodes.place();
    const moved = await this.#db
      .update(encounters)
      .set({ nodeId: to.id })
      .where(and(eq(encounters.id, encounterId), eq(encounters.nodeId, from)))
      .returning({ id: encounters.id });
    if (moved.length > 0) {
      this.#log.warn({ encounterId, from, to: to.id }, 'The media node of this call is gone; its room moves');
      return to;
    }
    const [now] = await this.#db
      .select({ nodeId: encounters.nodeId })
      .from(encounters)
      .where(eq(encounters.id, encounterId));
    return (now && (await this.#nodes.find(now.nodeId))) ?? to;
  }
}
