import {
  type Admission,
  AjarError,
  type DoorId,
  type DoorKind,
  type EncounterId,
  type MemberId,
  type PersonSeen,
  type VisitId,
} from '@ajar/shared';
import { and, eq, isNull } from 'drizzle-orm';
import type { Db, Transaction } from '../database/index.ts';
import { barredFrom, type Encounters, encounters as encountersTable, type Opened } from '../encounters/index.ts';
import type { Announcer } from '../hub/index.ts';
import { newId } from '../ids/index.ts';
import type { Log } from '../log/index.ts';
import { conflictsOf, mayMeet } from '../people/index.ts';
import type { Visiting } from './attempt.ts';
import { cannotCome, type LockedVisit, lockDoor, moveVisit, turnOf, waitingAt } from './line.ts';
import { nextInLine } from './places.ts';
import { type Attempt, busyDoor } from './rules.ts';
import type { DoorView } from './seen.ts';
import { doors, visits } from './tables.ts';
import { viewDoors } from './view.ts';

/** A shared door: it is somebody's own. */
type Shared = DoorView & { memberId: MemberId };
type Node = Awaited<ReturnType<Encounters['place']>>;
/** Where somebody goes in; `opened`: the room began with them. */
type Brought = { encounterId: EncounterId; opened?: Opened };

type Why = 'let-in' | 'your-turn';

export type RoomsOptions = {
  db: Db;
  encounters: Encounters;
  announcer: Announcer;
  around: (memberId: MemberId) => boolean;
  /** Locks the door and holds an attempt against what it offers this visitor. */
  attempt: (tx: Transaction, visitor: Visiting, doorId: DoorId, attempt: Attempt) => Promise<DoorView>;
  /** Somebody went in: tells the corridor. `late`: who came into a room under way. */
  began: (doorId: DoorId, encounterId: EncounterId, people: MemberId[], late?: MemberId) => void;
  /** The door looks different now. */
  changed: (doorId: DoorId, people: MemberId[]) => Promise<void>;
  log: Log;
};

const notShared = () =>
  new AjarError('conflict', 'not-a-room', 'Your door is not a shared room just now. Nothing was changed.');

/**
 * Shared rooms: up to so many inside at once, whoever comes. A room begins when the first visitor comes or its host goes
 * in to wait, and is over when its host leaves for good (which ends it for everybody: nobody is left in somebody's room
 * without them), or when its host is the last there and the door is closed. Behind a door that is open or ajar, a host
 * may stay alone and wait for the next. A closed door keeps newcomers out; who is inside stays. See `writeLeft`.
 *
 * Nobody comes in where somebody is with whom there is a block: to them the room looks full (`asSeen`).
 */
export class Rooms {
  readonly #options: RoomsOptions;

  constructor(options: RoomsOptions) {
    this.#options = options;
    options.encounters.onMoved((encounterId) => this.#movedIn(encounterId));
  }

  /**
   * What kind one's own door is. Its seats may change at any time; its kind only while nobody is behind it.
   * @throws AjarError `room-in-use` (conflict).
   */
  async set(owner: Visiting, kind: Exclude<DoorKind, 'staffed'>, seats: number): Promise<void> {
    const { db, changed } = this.#options;
    const { memberId, programId } = owner;
    const doorId = await db.transaction(async (tx) => {
      await tx.insert(doors).values({ id: newId<DoorId>(), programId, memberId }).onConflictDoNothing();
      const door = await this.#ownDoor(tx, memberId);
      if (door.kind !== kind && (door.roomId || door.inside.length > 0)) {
        const message = 'Somebody is behind your door. You can change its kind when they have left.';
        throw new AjarError('conflict', 'room-in-use', message);
      }
      await tx.update(doors).set({ kind, seats }).where(eq(doors.id, door.doorId));
      return door.doorId;
    });
    await changed(doorId, [memberId]);
    await this.#fill(doorId);
  }

  /** Into the room behind an open door. Who wants just to listen comes in with microphone and camera off. */
  async walkIn(visitor: Visiting, doorId: DoorId, listening: boolean): Promise<Admission> {
    const { db, encounters, attempt } = this.#options;
    const node = await encounters.place();
    const { host, brought } = await db.transaction(async (tx) => {
      const door = shared(await attempt(tx, visitor, doorId, 'walk-in'));
      const turn = await turnOf(tx, doorId, visitor.memberId);
      const next = await nextInLine(tx, doorId, door.memberId, await this.#mayComeInto(tx, door));
      // A seat that has just become free is for whoever waits for it.
      if (next && next.visitorId !== visitor.memberId) throw busyDoor(door.kind, door.name);
      const brought = await this.#bring(tx, door, visitor, node);
      // They waited for it: this is that visit.
      if (turn) await tx.delete(visits).where(eq(visits.id, turn.id));
      const { encounterId } = brought;
      const inside = { doorId, visitorId: visitor.memberId, encounterId, hostId: door.memberId, listening };
      await tx
        .insert(visits)
        .values({ ...inside, id: newId<VisitId>(), state: 'inside', alone: false, insideAt: new Date() });
      return { host: door.memberId, brought };
    });
    this.#told(doorId, brought, host, visitor.memberId);
    return encounters.enter(brought.encounterId, visitor);
  }

  /** The host goes into their own room, to wait there or to those who are in it. */
  async goIn(host: Visiting): Promise<Admission> {
    const { db, encounters, began } = this.#options;
    const node = await encounters.place();
    const { doorId, encounterId } = await db.transaction(async (tx) => {
      const { doorId, kind, state, roomId } = await this.#ownDoor(tx, host.memberId);
      if (kind !== 'shared' || state === 'closed') throw notShared();
      if (roomId) return { doorId, encounterId: roomId };
      const { encounterId } = await encounters.open(tx, 'door', host.programId, [host], node);
      await tx.update(doors).set({ encounterId }).where(eq(doors.id, doorId));
      return { doorId, encounterId };
    });
    began(doorId, encounterId, [host.memberId]);
    await this.#fill(doorId);
    return encounters.enter(encounterId, host);
  }

  /**
   * The host lets somebody in who knocked or waits. The caller has locked the door.
   * @throws AjarError `room-full`; `visitor-away` where a block keeps them from somebody inside, which is not said.
   */
  async letIn(tx: Transaction, visit: LockedVisit, node: Node): Promise<Brought> {
    const [door] = await viewDoors(tx, { doorIds: [visit.doorId] }, this.#options.around);
    if (!door) throw notShared();
    const room = shared(door);
    if (isFull(room)) {
      throw new AjarError('conflict', 'room-full', `Your room is full. ${visit.visitorName} keeps their place.`);
    }
    const may = await this.#mayComeInto(tx, room);
    if (!may(visit.visitorId)) throw cannotCome(visit.visitorName);
    const visitor = { memberId: visit.visitorId, name: visit.visitorName };
    const brought = await this.#bring(tx, room, visitor, node);
    await moveVisit(tx, visit, 'inside', brought, { alone: false });
    return brought;
  }

  /** After `letIn` has been committed. */
  async isIn(
    host: Visiting,
    { doorId, visitorId, visitorName, knocked }: LockedVisit,
    brought: Brought,
  ): Promise<Admission> {
    const { encounters } = this.#options;
    const visitor = { memberId: visitorId, name: visitorName };
    await encounters.letIn(brought.encounterId, visitorId);
    await this.#call(doorId, visitor, brought, host.memberId, knocked ? 'let-in' : 'your-turn');
    return encounters.enter(brought.encounterId, host);
  }

  /** Lets in whoever waits where a seat is free: for what was missed while a server was down or somebody was away. */
  async sweep(): Promise<void> {
    const rows = await this.#options.db
      .selectDistinct({ id: doors.id })
      .from(doors)
      .innerJoin(visits, and(eq(visits.doorId, doors.id), eq(visits.state, 'waiting')))
      .innerJoin(encountersTable, and(eq(encountersTable.id, doors.encounterId), isNull(encountersTable.endedAt)))
      .where(and(eq(doors.kind, 'shared'), eq(doors.state, 'open')));
    for (const { id } of rows) await this.#fill(id);
  }

  async #movedIn(encounterId: EncounterId): Promise<void> {
    const { db, changed } = this.#options;
    const [door] = await db.select({ id: doors.id }).from(doors).where(eq(doors.encounterId, encounterId));
    if (!door) return;
    await this.#fill(door.id);
    await changed(door.id, []);
  }

  /** Behind an open door, each seat that is free goes to whoever is next in line and here. */
  async #fill(doorId: DoorId): Promise<void> {
    const { db, encounters, around } = this.#options;
    for (;;) {
      const waiting = await waitingAt(db, doorId);
      if (!waiting.some(around)) return;
      const node = await encounters.place();
      const filled = await db.transaction(async (tx) => {
        await lockDoor(tx, doorId);
        const [door] = await viewDoors(tx, { doorIds: [doorId] }, around);
        if (door?.kind !== 'shared' || door.state !== 'open' || !door.roomId) return undefined;
        const room = shared(door);
        if (isFull(room)) return undefined;
        const next = await nextInLine(tx, doorId, room.memberId, await this.#mayComeInto(tx, room));
        if (!next) return undefined;
        const visit = { id: next.visitId, doorId, state: 'waiting', mentorId: room.memberId } as const;
        const visitor = { memberId: next.visitorId, name: next.visitorName };
        const brought = await this.#bring(tx, room, visitor, node);
        await moveVisit(tx, visit, 'inside', brought, { alone: false });
        return { brought, visitor, host: room.memberId };
      });
      if (!filled) return;
      await this.#call(doorId, filled.visitor, filled.brought, filled.host, 'your-turn');
    }
  }

  async #call(doorId: DoorId, visitor: PersonSeen, brought: Brought, host: MemberId, why: Why): Promise<void> {
    const { encounters, announcer } = this.#options;
    this.#told(doorId, brought, host, visitor.memberId);
    announcer.admit(visitor.memberId, await encounters.enter(brought.encounterId, visitor), why);
  }

  /** Those inside see by name who comes; a host whose room begins with it is called. */
  #told(doorId: DoorId, { encounterId, opened }: Brought, host: MemberId, visitor: MemberId): void {
    const { announcer, began } = this.#options;
    const admission = opened?.admissions.get(host);
    if (admission) announcer.admit(host, admission, 'visitor');
    began(doorId, encounterId, [host, visitor], opened ? undefined : visitor);
  }

  /** The caller has locked the door: the room under way, or a new one with its host. */
  async #bring(tx: Transaction, door: Shared, visitor: PersonSeen, node: Node): Promise<Brought> {
    const { encounters } = this.#options;
    if (door.roomId) {
      await encounters.admitInto(tx, door.roomId, visitor.memberId);
      return { encounterId: door.roomId };
    }
    const opened = await encounters.open(tx, 'door', door.programId, [door, visitor], node);
    const { encounterId } = opened;
    await tx.update(doors).set({ encounterId }).where(eq(doors.id, door.doorId));
    return { encounterId, opened };
  }

  /**
   * Who of those who wait might go in now: they are here, no block is between them and anybody inside, and they were not
   * shown out of this room for good.
   */
  async #mayComeInto(tx: Transaction, { doorId, inside, roomId }: Shared): Promise<(id: MemberId) => boolean> {
    const within = inside.map((person) => person.memberId);
    const graph = await conflictsOf(tx, [...within, ...(await waitingAt(tx, doorId))]);
    const barred = roomId ? await barredFrom(tx, roomId) : new Set<MemberId>();
    const comes = (id: MemberId) => this.#options.around(id) && !barred.has(id);
    return (id) => comes(id) && within.every((other) => mayMeet(graph, id, other, 'door'));
  }

  async #ownDoor(tx: Transaction, memberId: MemberId): Promise<DoorView> {
    await tx.select({ id: doors.id }).from(doors).where(eq(doors.memberId, memberId)).for('update');
    const [door] = await viewDoors(tx, { memberId }, this.#options.around);
    if (!door) throw notShared();
    return door;
  }
}

function shared(door: DoorView): Shared {
  const { kind, memberId } = door;
  if (kind !== 'shared' || memberId === null) throw notShared();
  return { ...door, memberId };
}

function isFull({ inside, seats }: Shared): boolean {
  return inside.length >= (seats ?? 0);
}
