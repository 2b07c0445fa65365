import {
  type Admission,
  type CorridorChange,
  type DeclinedBecause,
  type DoorId,
  type EncounterId,
  hubProtocol,
  type MemberId,
  type ProgramId,
  push,
  type VisitId,
} from '@ajar/shared';
import { and, eq, inArray, isNotNull, or } from 'drizzle-orm';
import type { Namespace } from 'socket.io';
import { tableOf } from '../coffee/index.ts';
import type { Db } from '../database/index.ts';
import { type DoorView, doors, dutyOf, shutOut, viewDoors } from '../doors/index.ts';
import { hiddenFrom } from '../people/index.ts';
import type { Presence, Present } from '../presence/index.ts';
import { members, programs } from '../programs/tables.ts';
import { noticesOf } from '../rounds/index.ts';
import type { AdmittedBecause, Announcer } from './announcer.ts';
import { Batch } from './batch.ts';
import { doorFor, mineOf, snapshotFor } from './mine.ts';

/** The socket.io room of everybody in a programme. */
export const programRoom = (id: ProgramId) => `program:${id}`;
/** Every window of one account, whatever it is a member of. */
export const userRoom = (id: string) => `user:${id}`;
/** Every window of one member. */
export const memberRoom = (id: MemberId) => `member:${id}`;

/** How long what changes for those who go into a call is gathered, in ms: longer than their first picture takes. */
const gather = 1_000;

/** Whom a change goes to: everybody, through the adapter, or only sockets of this hub. */
type Reach = Pick<Namespace, 'to' | 'except'>;

export type CorridorOptions = {
  namespace: Namespace;
  db: Db;
  presence: Presence;
  /** Reports the failure of what nobody waits for. */
  owned: (what: string, work: Promise<unknown>) => void;
};

/**
 * Turns what features announce into pushes, each viewer's without what a block hides from them. Announcements go out
 * one after the other: of two about the same door, the later one was read later.
 */
export class Corridor implements Announcer {
  readonly #namespace: Namespace;
  readonly #db: Db;
  readonly #presence: Presence;
  readonly #goingIn: Batch<MemberId>;
  #last: Promise<void> = Promise.resolve();

  constructor({ namespace, db, presence, owned }: CorridorOptions) {
    this.#namespace = namespace;
    this.#db = db;
    this.#presence = presence;
    this.#goingIn = new Batch(gather, (people) => {
      owned('A call', Promise.all([this.doorsOfChanged(people), this.mineChanged(people)]));
    });
  }

  doorsChanged(doorIds: readonly DoorId[]): Promise<void> {
    if (doorIds.length === 0) return Promise.resolve();
    return this.#inTurn(async () => {
      const views = await viewDoors(this.#db, { doorIds }, (id) => this.#presence.isAround(id));
      for (const view of views) await this.#sendDoor(view, this.#namespace);
      if (views.length < doorIds.length) await this.#takeDown(doorIds);
    });
  }

  /** Staffed doors that were closed for good hang here no more. */
  async #takeDown(doorIds: readonly DoorId[]): Promise<void> {
    const ended = await this.#db
      .select({ doorId: doors.id, programId: doors.programId })
      .from(doors)
      .where(and(inArray(doors.id, [...doorIds]), isNotNull(doors.endedAt)));
    for (const { doorId, programId } of ended) {
      push(this.#namespace.to(programRoom(programId)), hubProtocol, 'changed', { type: 'door-gone', doorId });
    }
  }

  async doorsOfChanged(memberIds: readonly MemberId[]): Promise<void> {
    if (memberIds.length === 0) return;
    const rows = await this.#db
      .select({ id: doors.id })
      .from(doors)
      .where(or(inArray(doors.memberId, [...memberIds]), dutyOf(...memberIds)));
    await this.doorsChanged(rows.map((row) => row.id));
  }

  mineChanged(memberIds: readonly MemberId[]): Promise<void> {
    return this.#inTurn(async () => {
      await Promise.all(
        [...new Set(memberIds)].map(async (memberId) => {
          push(this.#namespace.to(memberRoom(memberId)), hubProtocol, 'mine', await mineOf(this.#db, memberId));
        }),
      );
    });
  }

  goIn(memberIds: readonly MemberId[]): void {
    this.#goingIn.add(memberIds);
  }

  tableChanged(programId: ProgramId): Promise<void> {
    return this.#inTurn(async () => {
      const table = await tableOf(this.#db, programId);
      push(this.#namespace.to(programRoom(programId)), hubProtocol, 'changed', { type: 'table', table });
    });
  }

  roundChanged(programId: ProgramId, memberIds?: readonly MemberId[]): Promise<void> {
    return this.#inTurn(async () => {
      const around = memberIds ?? this.#presence.aroundIn(programId).map((person) => person.memberId);
      const notices = await noticesOf(this.#db, programId, around, new Date());
      for (const memberId of around) {
        push(this.#namespace.to(memberRoom(memberId)), hubProtocol, 'round', notices.get(memberId) ?? null);
      }
    });
  }

  admit(memberId: MemberId, admission: Admission, why: AdmittedBecause): void {
    push(this.#namespace.to(memberRoom(memberId)), hubProtocol, 'admitted', { admission, why });
  }

  declined(memberId: MemberId, visitId: VisitId, mentorName: string, why: DeclinedBecause = 'not-now'): void {
    push(this.#namespace.to(memberRoom(memberId)), hubProtocol, 'declined', { visitId, mentorName, why });
  }

  movedOn(memberId: MemberId, encounterId: EncounterId, mentorName: string): void {
    push(this.#namespace.to(memberRoom(memberId)), hubProtocol, 'movedOn', { encounterId, mentorName });
  }

  /** What comes after encounters has changed for these people. What it is they ask for themselves. */
  afterChanged(memberIds: readonly MemberId[]): void {
    for (const memberId of memberIds) push(this.#namespace.to(memberRoom(memberId)), hubProtocol, 'after', {});
  }

  tableCalls(memberId: MemberId): void {
    push(this.#namespace.to(memberRoom(memberId)), hubProtocol, 'tableCalls', {});
  }

  /** Somebody came or went. Every hub hears of it by itself, so each tells only its own sockets. */
  presenceChanged({ memberId, name, programId }: Present, around: boolean): Promise<void> {
    const change: CorridorChange = around ? { type: 'around', person: { memberId, name } } : { type: 'away', memberId };
    return this.#inTurn(async () => {
      const hidden = [...(await hiddenFrom(this.#db, memberId))].map(memberRoom);
      push(this.#namespace.local.to(programRoom(programId)).except(hidden), hubProtocol, 'changed', change);
      const views = await viewDoors(this.#db, { heldBy: memberId }, (id) => this.#presence.isAround(id));
      for (const view of views) await this.#sendDoor(view, this.#namespace.local);
    });
  }

  /** These people see another corridor than before, in ways no single change tells: send it whole. */
  redraw(memberIds: readonly MemberId[]): Promise<void> {
    return this.#inTurn(async () => {
      for (const memberId of memberIds) {
        const [member] = await this.#db
          .select({ id: programs.id, name: programs.name })
          .from(members)
          .innerJoin(programs, eq(programs.id, members.programId))
          .where(eq(members.id, memberId));
        if (!member) continue;
        const snapshot = await snapshotFor(this.#db, this.#presence, { memberId, program: member });
        push(this.#namespace.to(memberRoom(memberId)), hubProtocol, 'snapshot', snapshot);
      }
    });
  }

  async #sendDoor(view: DoorView, reach: Reach): Promise<void> {
    const hides = await this.#hidesFor(view);
    const shut = (await shutOut(this.#db, [view.doorId])).get(view.doorId) ?? new Set();
    const whole = doorFor(view, new Set());
    if (!whole) return;
    const apart = new Set([...hides.keys(), ...shut]);
    const everybodyElse = reach.to(programRoom(view.programId)).except([...apart].map(memberRoom));
    push(everybodyElse, hubProtocol, 'changed', { type: 'door', door: whole });
    for (const viewer of apart) {
      const door = doorFor(view, hides.get(viewer) ?? new Set(), shut.has(viewer));
      if (door) push(reach.to(memberRoom(viewer)), hubProtocol, 'changed', { type: 'door', door });
    }
  }

  /** Who must not see whom of the people at this door. */
  async #hidesFor(view: DoorView): Promise<Map<MemberId, Set<MemberId>>> {
    const hides = new Map<MemberId, Set<MemberId>>();
    const shown = [...view.inside, ...view.onDuty].map((person) => person.memberId);
    for (const memberId of new Set(view.memberId ? [view.memberId, ...shown] : shown)) {
      for (const viewer of await hiddenFrom(this.#db, memberId)) {
        hides.set(viewer, (hides.get(viewer) ?? new Set()).add(memberId));
      }
    }
    return hides;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work);
    // The caller hears of a failure; the next announcement goes out all the same.
    this.#last = done.catch(() => undefined);
    return done;
  }
}
