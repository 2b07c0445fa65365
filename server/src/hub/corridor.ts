import {
  type Admission,
  type DoorId,
  type EncounterId,
  hubProtocol,
  type MemberId,
  type ProgramId,
  push,
} from '@ajar/shared';
import { and, eq, inArray, isNotNull, or } from 'drizzle-orm';
import type { Namespace } from 'socket.io';
import { tableOf } from '../coffee/index.ts';
import type { Db } from '../database/index.ts';
import { type DoorView, doors, dutyOf, shutOut, viewDoors } from '../doors/index.ts';
import { hiddenFromEach } from '../people/index.ts';
import type { Presence, Present } from '../presence/index.ts';
import { members, programs } from '../programs/tables.ts';
import { noticesOf } from '../rounds/index.ts';
import type { AdmittedBecause, Announcer } from './announcer.ts';
import { Batch } from './batch.ts';
import { mineOf } from './mine.ts';
import { doorFor, type Snapshots } from './snapshots.ts';
import { comingChange, hidesAt, memberRoom, programRoom, type Reach, shownAt, type Told, tellAll } from './telling.ts';

/** How long what changes for those who go into a call is gathered, in ms: longer than their first picture takes. */
const gather = 1_000;

export type CorridorOptions = {
  namespace: Namespace;
  db: Db;
  presence: Presence;
  snapshots: Snapshots;
  /** How long who is called has to come in, in ms. Default: two minutes. */
  answer?: number;
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
  readonly #snapshots: Snapshots;
  readonly #answer: number | undefined;
  readonly #goingIn: Batch<MemberId>;
  /** Who came or went and is not told yet: the last word about each. */
  #comings = new Map<MemberId, { person: Present; around: boolean }>();
  #last: Promise<void> = Promise.resolve();

  constructor({ namespace, db, presence, snapshots, answer, owned }: CorridorOptions) {
    this.#namespace = namespace;
    this.#db = db;
    this.#presence = presence;
    this.#snapshots = snapshots;
    this.#answer = answer;
    this.#goingIn = new Batch(gather, (people) => {
      owned('A call', Promise.all([this.doorsOfChanged(people), this.mineChanged(people)]));
    });
  }

  doorsChanged(doorIds: readonly DoorId[]): Promise<void> {
    if (doorIds.length === 0) return Promise.resolve();
    return this.#inTurn(async () => {
      const views = await viewDoors(this.#db, { doorIds }, (id) => this.#presence.isAround(id));
      await this.#sendDoors(views, this.#namespace);
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
          const mine = await mineOf(this.#db, memberId, this.#answer);
          push(this.#namespace.to(memberRoom(memberId)), hubProtocol, 'mine', mine);
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

  declined(...[memberId, visitId, mentorName, why = 'not-now', desk = false]: Parameters<Announcer['declined']>): void {
    push(this.#namespace.to(memberRoom(memberId)), hubProtocol, 'declined', { visitId, mentorName, why, desk });
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

  /**
   * Somebody came or went, and with them whoever stands behind their door. Every hub hears of it by itself, so each tells
   * only its own sockets. What happens while something else is told goes out together: a hub that comes back does not
   * tell a thousand people of a thousand people one by one.
   */
  presenceChanged(person: Present, around: boolean): Promise<void> {
    this.#comings.set(person.memberId, { person, around });
    return this.#comings.size === 1 ? this.#inTurn(() => this.#tellComings()) : this.#last;
  }

  async #tellComings(): Promise<void> {
    const comings = [...this.#comings.values()];
    this.#comings = new Map();
    const ids = comings.map(({ person }) => person.memberId);
    const hidden = await hiddenFromEach(this.#db, ids);
    const changes = comings.map(({ person, around }) => ({
      programId: person.programId,
      change: comingChange(person, around),
      apart: [...(hidden.get(person.memberId) ?? [])],
    }));
    tellAll(changes, this.#namespace.local);
    const staffed = await viewDoors(this.#db, { dutyOf: ids }, (id) => this.#presence.isAround(id));
    await this.#sendDoors(staffed, this.#namespace.local);
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
        const snapshot = await this.#snapshots.of({ memberId, program: member });
        push(this.#namespace.to(memberRoom(memberId)), hubProtocol, 'snapshot', snapshot);
      }
    });
  }

  /** Each of these doors to everybody, and by itself to whoever must see it otherwise than the others. */
  async #sendDoors(views: readonly DoorView[], reach: Reach): Promise<void> {
    if (views.length === 0) return;
    const people = new Set(views.flatMap(shownAt));
    const hidden = await hiddenFromEach(this.#db, [...people]);
    const shut = await shutOut(
      this.#db,
      views.map((view) => view.doorId),
    );
    const changes: Told[] = [];
    for (const view of views) {
      const hides = hidesAt(view, hidden);
      const shutTo = shut.get(view.doorId) ?? new Set();
      const whole = doorFor(view, new Set());
      if (!whole) continue;
      const apart = [...new Set([...hides.keys(), ...shutTo])];
      changes.push({ programId: view.programId, change: { type: 'door', door: whole }, apart });
      for (const viewer of apart) {
        const door = doorFor(view, hides.get(viewer) ?? new Set(), shutTo.has(viewer));
        if (door) push(reach.to(memberRoom(viewer)), hubProtocol, 'changed', { type: 'door', door });
      }
    }
    tellAll(changes, reach);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work);
    // The caller hears of a failure; the next announcement goes out all the same.
    this.#last = done.catch(() => undefined);
    return done;
  }
}
