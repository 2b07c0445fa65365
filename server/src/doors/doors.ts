import {
  type Admission,
  AjarError,
  type DoorId,
  type DoorState,
  doorChoice,
  type MemberId,
  mayMoveVisit,
  type PersonSeen,
  type ProgramId,
  type VisitId,
} from '@ajar/shared';
import { eq } from 'drizzle-orm';
import type { Db, Transaction } from '../database/index.ts';
import { endPause, writeTurn } from '../doorkeeping/index.ts';
import type { Encounters, Opened } from '../encounters/index.ts';
import type { Announcer } from '../hub/index.ts';
import { newId } from '../ids/index.ts';
import type { Log } from '../log/index.ts';
import { conflictsOf, mayMeet } from '../people/index.ts';
import { checkLimits, doorsShutTo } from './fairness.ts';
import { endLine, endVisitsBetween, lockDoor, lockVisit, moveVisit, noSuchVisit, turnOf, waitingAt } from './line.ts';
import { takePlace } from './places.ts';
import { type Attempt, checkAttempt, doorMoves, openingOf } from './rules.ts';
import { doors, visits } from './tables.ts';
import { type DoorView, viewDoors } from './view.ts';

export type DoorsOptions = {
  db: Db;
  encounters: Encounters;
  announcer: Announcer;
  /** Who is connected right now. */
  around: (memberId: MemberId) => boolean;
  log: Log;
};

/** A door that is somebody's own. */
type Owned = { memberId: MemberId };

/** Who presses: a member as the doors know them. */
export type Visiting = PersonSeen & { programId: ProgramId };

/** A door that was closed stands ajar or open now; `memberId` holds it. */
type DoorOpened = (doorId: DoorId, memberId: MemberId) => Promise<void>;

/** What is written together with a door that is set; `false`: leave the door as it is. */
type Also = (tx: Transaction) => Promise<boolean>;

const noSuchDoor = () => new AjarError('not-found', 'no-such-door', 'This door is not in the corridor any more.');

/** The doors of the corridor: opening one's own, and coming in at another's. */
export class Doors {
  readonly #db: Db;
  readonly #encounters: Encounters;
  readonly #announcer: Announcer;
  readonly #around: (memberId: MemberId) => boolean;
  readonly #log: Log;
  readonly #opened: DoorOpened[] = [];

  constructor({ db, encounters, announcer, around, log }: DoorsOptions) {
    this.#db = db;
    this.#encounters = encounters;
    this.#announcer = announcer;
    this.#around = around;
    this.#log = log;
  }

  /** Tells of every door that is opened, or left ajar, after having been closed; after it was written down. */
  onOpened(listener: DoorOpened): void {
    this.#opened.push(listener);
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
    await this.#announce(doorId, [owner.memberId, ...turnedAway.map((visit) => visit.visitorId)]);
    if (opened) await this.#tellOpened(doorId, owner.memberId);
  }

  /** Through an open door, straight into the room. The mentor is told to come too. */
  async walkIn(visitor: Visiting, doorId: DoorId): Promise<Admission> {
    const node = await this.#encounters.place();
    const { door, opened } = await this.#db.transaction(async (tx) => {
      const door = await this.#attempt(tx, visitor, doorId, 'walk-in');
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
    this.#afterOpening(doorId, opened, [door.memberId, visitor.memberId]);
    return admissionOf(opened, visitor.memberId);
  }

  /** Asks to come in: by a knock, or by waiting for one's turn. Asking twice keeps the first place. */
  async ask(visitor: Visiting, doorId: DoorId, attempt: 'knock' | 'wait'): Promise<VisitId> {
    const { visitId, mentor } = await this.#db.transaction(async (tx) => {
      await lockDoor(tx, doorId);
      const turn = await turnOf(tx, doorId, visitor.memberId);
      if (turn?.state === 'waiting') return { visitId: turn.id, mentor: undefined };
      if (turn) throw new AjarError('conflict', 'in-a-call', 'You are inside already. Nothing was changed.');
      const door = await this.#attempt(tx, visitor, doorId, attempt);
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
      return { visitId: id, mentor: door.memberId };
    });
    if (mentor) await this.#announce(doorId, [mentor, visitor.memberId]);
    return visitId;
  }

  /** The visitor goes without having been in. */
  async leaveLine(visitor: Visiting, visitId: VisitId): Promise<void> {
    const { doorId, mentor } = await this.#db.transaction(async (tx) => {
      const visit = await lockVisit(tx, visitId);
      if (visit?.visitorId !== visitor.memberId) throw noSuchVisit();
      await moveVisit(tx, visit, 'left');
      return { doorId: visit.doorId, mentor: visit.mentorId };
    });
    await this.#announce(doorId, mentor ? [visitor.memberId, mentor] : [visitor.memberId]);
  }

  /** The mentor lets a visitor in; both go into the room. */
  async letIn(mentor: Visiting, visitId: VisitId): Promise<Admission> {
    const node = await this.#encounters.place();
    const { visit, opened } = await this.#db.transaction(async (tx) => {
      const visit = await this.#visitAtOwnDoor(tx, mentor, visitId);
      if (!mayMoveVisit(visit.state, 'inside')) throw noSuchVisit();
      if (!this.#around(visit.visitorId)) {
        const message = `${visit.visitorName} has stepped away. Their place is kept.`;
        throw new AjarError('conflict', 'visitor-away', message);
      }
      const visitor = { memberId: visit.visitorId, name: visit.visitorName };
      const graph = await conflictsOf(tx, [mentor.memberId, visitor.memberId]);
      if (!mayMeet(graph, mentor.memberId, visitor.memberId, 'door')) throw noSuchVisit();
      const opened = await this.#encounters.open(tx, 'door', mentor.programId, [mentor, visitor], node);
      await moveVisit(tx, visit, 'inside', opened);
      await endPause(tx, visit.doorId);
      return { visit, opened };
    });
    const why = visit.knocked ? 'let-in' : 'your-turn';
    this.#announcer.admit(visit.visitorId, admissionOf(opened, visit.visitorId), why);
    this.#afterOpening(visit.doorId, opened, [mentor.memberId, visit.visitorId]);
    return admissionOf(opened, mentor.memberId);
  }

  /** The mentor says not now; the visitor is told so kindly. */
  async notNow(mentor: Visiting, visitId: VisitId): Promise<void> {
    const visit = await this.#db.transaction(async (tx) => {
      const visit = await this.#visitAtOwnDoor(tx, mentor, visitId);
      await moveVisit(tx, visit, 'declined');
      return visit;
    });
    this.#announcer.declined(visit.visitorId, visitId, mentor.name);
    await this.#announce(visit.doorId, [mentor.memberId, visit.visitorId]);
  }

  /** A block has come between these two: where one waits at the other's door, the visit ends without a word. */
  async part(a: MemberId, b: MemberId): Promise<void> {
    const ended = await this.#db.transaction((tx) => endVisitsBetween(tx, a, b));
    for (const doorId of ended) await this.#announce(doorId, []);
    await this.#announcer.mineChanged([a, b]);
  }

  /** The door is open whatever comes of it: whoever opened it is not told of what went wrong here. */
  async #tellOpened(doorId: DoorId, memberId: MemberId): Promise<void> {
    for (const listener of this.#opened) {
      await listener(doorId, memberId).catch((err: unknown) =>
        this.#log.error({ err, doorId }, 'An opened door could not be told'),
      );
    }
  }

  /** Locks the door, so that attempts come one after the other, and holds this one against what it offers now. */
  async #attempt(tx: Transaction, visitor: Visiting, doorId: DoorId, attempt: Attempt): Promise<DoorView & Owned> {
    await lockDoor(tx, doorId);
    const [door] = await viewDoors(tx, { doorIds: [doorId] }, this.#around);
    if (door?.programId !== visitor.programId || door.memberId === null) throw noSuchDoor();
    const { memberId } = door;
    if (memberId === visitor.memberId) {
      throw new AjarError('bad-input', 'own-door', 'This is your own door.');
    }
    const graph = await conflictsOf(tx, [visitor.memberId, memberId]);
    // To somebody who is blocked, the door does not exist.
    if (!mayMeet(graph, visitor.memberId, memberId, 'door')) throw noSuchDoor();
    const shut = (await doorsShutTo(tx, visitor.memberId)).has(doorId);
    checkAttempt(attempt, shut ? 'none' : doorChoice(door), door.name);
    return { ...door, memberId };
  }

  async #visitAtOwnDoor(tx: Transaction, mentor: Visiting, visitId: VisitId) {
    const visit = await lockVisit(tx, visitId);
    if (visit?.mentorId !== mentor.memberId) throw noSuchVisit();
    return visit;
  }

  /** What is written is written: whoever pressed goes in at once, and need not wait until the corridor knows. */
  #afterOpening(doorId: DoorId, { encounterId }: Opened, people: MemberId[]): void {
    this.#log.info({ doorId, encounterId }, 'A visit began');
    const tell = async () => {
      this.#announcer.goIn([...people, ...(await waitingAt(this.#db, doorId))]);
      // Whoever looks at the door sees at once that it is taken.
      await this.#announcer.doorsChanged([doorId]);
      await this.#encounters.expectSoon(encounterId);
    };
    tell().catch((err: unknown) => this.#log.error({ err, encounterId }, 'A visit could not be told to the corridor'));
  }

  /** Whoever else waits at the door is told too: their place in line may be another now. */
  async #announce(doorId: DoorId, people: MemberId[]): Promise<void> {
    await this.#announcer.doorsChanged([doorId]);
    await this.#announcer.mineChanged([...people, ...(await waitingAt(this.#db, doorId))]);
  }
}

function admissionOf(opened: Opened, memberId: MemberId): Admission {
  const admission = opened.admissions.get(memberId);
  if (!admission)
    throw new AjarError('internal', 'no-admission', 'Something went wrong on our side. Please try again.');
  return admission;
}
