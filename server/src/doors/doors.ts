import {
  type Admission,
  AjarError,
  type DoorId,
  type DoorState,
  type MemberId,
  mayMoveVisit,
  type VisitId,
} from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { companionOf, companionsWith, leaveParty, splitParties, takeLead } from '../bringing/index.ts';
import type { Db, Transaction } from '../database/index.ts';
import { endPause, writeTurn } from '../doorkeeping/index.ts';
import type { Encounters, Opened } from '../encounters/index.ts';
import type { Announcer } from '../hub/index.ts';
import { newId } from '../ids/index.ts';
import type { Log } from '../log/index.ts';
import { conflictsOf, mayMeet } from '../people/index.ts';
import { type Also, attemptAt, noSuchDoor, type Visiting } from './attempt.ts';
import { checkLimits } from './fairness.ts';
import {
  cannotCome,
  endLine,
  endVisitsBetween,
  type LockedVisit,
  lockDoor,
  lockVisit,
  moveVisit,
  noSuchVisit,
  turnOf,
} from './line.ts';
import { takePlace } from './places.ts';
import { Rooms } from './rooms.ts';
import { type Attempt, doorMoves, openingOf } from './rules.ts';
import type { DoorView } from './seen.ts';
import { StaffedDoors } from './staffed.ts';
import { doors, visits } from './tables.ts';
import { type DoorOpened, Telling } from './telling.ts';
import type { Turns } from './turns.ts';

export type DoorsOptions = {
  db: Db;
  encounters: Encounters;
  announcer: Announcer;
  /** Who is connected right now. */
  around: (memberId: MemberId) => boolean;
  /** Whose turn it is. Default: nobody is called. */
  turns?: Turns;
  log: Log;
};

/** The doors of the corridor: opening one's own, and coming in at another's. */
export class Doors {
  readonly rooms: Rooms;
  readonly staffed: StaffedDoors;
  readonly #db: Db;
  readonly #encounters: Encounters;
  readonly #announcer: Announcer;
  readonly #around: (memberId: MemberId) => boolean;
  readonly #turns: Turns | undefined;
  readonly #log: Log;
  readonly #telling: Telling;

  constructor({ db, encounters, announcer, around, turns, log }: DoorsOptions) {
    this.#db = db;
    this.#encounters = encounters;
    this.#announcer = announcer;
    this.#around = around;
    this.#turns = turns;
    this.#log = log;
    this.#telling = new Telling({ db, encounters, announcer, turns, log });
    const ways = {
      attempt: this.#attempt.bind(this),
      began: this.#telling.began.bind(this.#telling),
      changed: this.#telling.changed.bind(this.#telling),
      opened: this.#telling.opened.bind(this.#telling),
      held: this.#telling.held.bind(this.#telling),
    };
    this.rooms = new Rooms({ db, encounters, announcer, around, log, ...ways });
    this.staffed = new StaffedDoors({ db, encounters, announcer, around, log, ...ways });
  }

  /** Tells of every door that is opened, or left ajar, after having been closed; after it was written down. */
  onOpened(listener: DoorOpened): void {
    this.#telling.onOpened(listener);
  }

  /** Tells of everybody who goes on duty at a staffed door. */
  onHeld(listener: DoorOpened): void {
    this.#telling.onHeld(listener);
  }

  /**
   * Sets one's own door, hanging it the first time. Closing it says a kind *not now* to those who wait.
   * @param also Written in the same transaction, with the door locked; when it answers false, the door stays as it is.
   */
  async set(owner: Visiting, state: DoorState, also: Also = async () => true): Promise<void> {
    const { doorId, opened, turnedAway } = await this.#db.transaction(async (tx) => {
      const { memberId, programId } = owner;
      await tx.insert(doors).values({ id: newId<DoorId>(), programId, memberId }).onConflictDoNothing();
      const [door] = await tx.select().from(doors).where(eq(doors.memberId, owner.memberId)).for('update');
      if (!door) throw noSuchDoor();
      const same = { doorId: door.id, opened: false, turnedAway: [] };
      if (!(await also(tx)) || !doorMoves[door.state].includes(state)) return same;
      const now = new Date();
      const opened = door.state === 'closed';
      const changed = { state, changedAt: now, ...(opened ? openingOf(door, now) : {}) };
      await tx.update(doors).set(changed).where(eq(doors.id, door.id));
      const turn = { from: door.state, to: state, at: now };
      await writeTurn(tx, { doorId: door.id, memberId: owner.memberId }, turn);
      const turnedAway = state === 'closed' ? await endLine(tx, door.id, 'closed') : [];
      return { doorId: door.id, opened, turnedAway };
    });
    this.#log.info({ doorId, state }, 'A door was set');
    for (const visit of turnedAway) this.#announcer.declined(visit.visitorId, visit.id, owner.name, 'closed');
    await this.#telling.changed(doorId, [owner.memberId, ...turnedAway.map((visit) => visit.visitorId)]);
    if (opened) await this.#telling.opened(doorId, owner.memberId);
  }

  /**
   * Through an open door, straight into the room. The mentor is told to come too.
   * @param listening to a shared room: just to listen, with microphone and camera off. Default: false.
   */
  async walkIn(visitor: Visiting, doorId: DoorId, listening = false): Promise<Admission> {
    const [known] = await this.#db.select({ kind: doors.kind }).from(doors).where(eq(doors.id, doorId));
    if (known?.kind === 'shared') return this.rooms.walkIn(visitor, doorId, listening);
    if (known?.kind === 'staffed') return this.staffed.walkIn(visitor, doorId);
    const node = await this.#encounters.place();
    const { door, opened } = await this.#db.transaction(async (tx) => {
      const door = owned(await this.#attempt(tx, visitor, doorId, 'walk-in'));
      const opened = await this.#encounters.open(tx, 'door', visitor.programId, [door, visitor], node);
      await tx.insert(visits).values({
        id: newId<VisitId>(),
        doorId,
        visitorId: visitor.memberId,
        state: 'inside',
        hostId: door.memberId,
        insideAt: new Date(),
        encounterId: opened.encounterId,
      });
      return { door, opened };
    });
    this.#announcer.admit(door.memberId, admissionOf(opened, door.memberId), 'visitor');
    this.#telling.began(doorId, opened.encounterId, [door.memberId, visitor.memberId]);
    return admissionOf(opened, visitor.memberId);
  }

  /** Asks to come in: by a knock, or by waiting for one's turn. Asking twice keeps the first place. */
  async ask(visitor: Visiting, doorId: DoorId, attempt: 'knock' | 'wait'): Promise<VisitId> {
    const { visitId, isNew } = await this.#db.transaction(async (tx) => {
      await lockDoor(tx, doorId);
      const turn = await turnOf(tx, doorId, visitor.memberId);
      if (turn?.state === 'waiting') return { visitId: turn.id, isNew: false };
      if (turn) throw new AjarError('conflict', 'in-a-call', 'You are inside already. Nothing was changed.');
      await this.#attempt(tx, visitor, doorId, attempt);
      await checkLimits(tx, visitor.memberId, attempt);
      const id = newId<VisitId>();
      const visit = {
        id,
        doorId,
        visitorId: visitor.memberId,
        state: 'waiting',
        knocked: attempt === 'knock',
      } as const;
      await tx.insert(visits).values(visit);
      await takePlace(tx, doorId, id);
      return { visitId: id, isNew: true };
    });
    if (isNew) await this.#telling.changed(doorId, [visitor.memberId]);
    return visitId;
  }

  /** The visitor goes without having been in. A place that two share stays with the other. */
  async leaveLine(visitor: Visiting, visitId: VisitId): Promise<void> {
    const doorId = await this.#db.transaction(async (tx) => {
      const visit = await lockVisit(tx, visitId);
      if (visit && (await leaveParty(tx, visitId, visitor.memberId))) return visit.doorId;
      if (visit?.visitorId !== visitor.memberId) throw noSuchVisit();
      await moveVisit(tx, visit, 'left');
      return visit.doorId;
    });
    await this.#telling.changed(doorId, [visitor.memberId]);
  }

  /** The mentor lets a visitor in; both go into the room. Somebody who is away is called. @throws AjarError `visitor-away`. */
  async letIn(mentor: Visiting, visitId: VisitId): Promise<Admission> {
    const node = await this.#encounters.place();
    const { visit, opened, brought, called, companion } = await this.#db.transaction(async (tx) => {
      const visit = await this.#whoIsHere(tx, await this.#visitAtOwnDoor(tx, mentor, visitId));
      if (!mayMoveVisit(visit.state, 'inside')) throw noSuchVisit();
      if (!this.#around(visit.visitorId)) return { visit, called: await this.#turns?.call(tx, visit) };
      const visitor = { memberId: visit.visitorId, name: visit.visitorName };
      const graph = await conflictsOf(tx, [mentor.memberId, visitor.memberId]);
      if (!mayMeet(graph, mentor.memberId, visitor.memberId, 'door')) throw noSuchVisit();
      if (visit.kind === 'shared') return { visit, brought: await this.rooms.letIn(tx, visit, node) };
      const opened = await this.#encounters.open(tx, 'door', mentor.programId, [mentor, visitor], node);
      await moveVisit(tx, visit, 'inside', opened);
      await endPause(tx, visit.doorId);
      return { visit, opened, companion: await companionOf(tx, visit.id) };
    });
    if (brought) return this.rooms.isIn(mentor, visit, brought);
    if (!opened) {
      if (called) await this.#turns?.tellCalled(called);
      throw cannotCome(visit.visitorName);
    }
    const why = visit.knocked ? 'let-in' : 'your-turn';
    this.#announcer.admit(visit.visitorId, admissionOf(opened, visit.visitorId), why);
    this.#telling.began(visit.doorId, opened.encounterId, [mentor.memberId, visit.visitorId]);
    if (companion) {
      const told = this.#turns?.tellLetIn(companion, { ...visit, mentorName: mentor.name });
      told?.catch((err: unknown) => this.#log.error({ err }, 'Somebody could not be told that they may follow'));
    }
    return admissionOf(opened, mentor.memberId);
  }

  /** The mentor says not now; the visitor is told so kindly. */
  async notNow(mentor: Visiting, visitId: VisitId): Promise<void> {
    const visit = await this.#db.transaction(async (tx) => {
      const visit = await this.#visitAtOwnDoor(tx, mentor, visitId);
      await moveVisit(tx, visit, 'declined');
      const along = await companionsWith(tx, [visitId]);
      return { ...visit, people: [visit.visitorId, ...along.map((one) => one.visitorId)] };
    });
    for (const memberId of visit.people) this.#announcer.declined(memberId, visitId, mentor.name);
    await this.#telling.changed(visit.doorId, visit.people);
  }

  /** A block has come between these two: where one waits at the other's door, the visit ends without a word. */
  async part(a: MemberId, b: MemberId): Promise<void> {
    const changed = await this.#db.transaction(async (tx) => [
      ...(await splitParties(tx, a, b)),
      ...(await endVisitsBetween(tx, a, b)),
    ]);
    for (const doorId of changed) await this.#telling.changed(doorId, []);
    await this.#announcer.mineChanged([a, b]);
  }

  #attempt(tx: Transaction, visitor: Visiting, doorId: DoorId, attempt: Attempt): Promise<DoorView> {
    return attemptAt(tx, visitor, doorId, attempt, this.#around);
  }

  /** Of two who share a place, the one who is here goes in first. */
  async #whoIsHere(tx: Transaction, visit: LockedVisit): Promise<LockedVisit> {
    const companion = this.#around(visit.visitorId) ? undefined : await companionOf(tx, visit.id);
    if (!companion || !this.#around(companion)) return visit;
    await takeLead(tx, visit.id, companion);
    return (await lockVisit(tx, visit.id)) ?? visit;
  }

  async #visitAtOwnDoor(tx: Transaction, mentor: Visiting, visitId: VisitId) {
    const visit = await lockVisit(tx, visitId);
    if (visit?.mentorId !== mentor.memberId) throw noSuchVisit();
    return visit;
  }
}

function owned(door: DoorView): DoorView & { memberId: MemberId } {
  const { memberId } = door;
  if (memberId === null) throw noSuchDoor();
  return { ...door, memberId };
}

function admissionOf(opened: Opened, memberId: MemberId): Admission {
  const admission = opened.admissions.get(memberId);
  if (!admission)
    throw new AjarError('internal', 'no-admission', 'Something went wrong on our side. Please try again.');
  return admission;
}
