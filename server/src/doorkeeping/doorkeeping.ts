import { AjarError, type DoorId, doorId, type EncounterId, type MemberId, type VisitId } from '@ajar/shared';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Transaction } from '../database/index.ts';
import { endLine, type Visiting, waitingAt } from '../doors/index.ts';
import { doors, visits } from '../doors/tables.ts';
import type { Encounters } from '../encounters/index.ts';
import type { Announcer } from '../hub/index.ts';
import type { Log } from '../log/index.ts';
import type { Push } from '../push/index.ts';
import { defineJob, type Queues } from '../queue/index.ts';
import { doorsToLookAfter, keep, type LockedDoor, lockKept, uncall } from './keeping.ts';
import { type Due, dueAt, type KeepingTiming, keepingTiming } from './rules.ts';
import { doorKeeping } from './tables.ts';
import { writeTurn } from './turn.ts';
import { endedWords, keptWords } from './words.ts';

export type DoorkeepingOptions = {
  db: Db;
  encounters: Pick<Encounters, 'onMoved' | 'close'>;
  announcer: Announcer;
  queues: Pick<Queues, 'register' | 'add'>;
  /** Who is connected right now. */
  around: (memberId: MemberId) => boolean;
  /** Reaches people whose pages are closed. */
  notify: Push['notify'];
  /** Default: two, ten and five minutes. */
  timing?: KeepingTiming;
  log: Log;
};

type Turned = { id: VisitId; visitorId: MemberId };
type Done = { due: Due; door: LockedDoor; released: Turned[]; why: 'away' | 'closing' };

const noDoor = () =>
  new AjarError(
    'conflict',
    'door-not-open',
    'Your door is closed, so there is nothing to wait for. Nothing was changed.',
  );

/**
 * Looks after doors whose mentors are gone, back in five minutes, or about to close. What is due is decided by the rows
 * alone, each under its door's lock: however many servers look, and whenever one restarts, it happens once.
 */
export class Doorkeeping {
  readonly #options: DoorkeepingOptions;
  readonly #timing: KeepingTiming;
  readonly #resumed: ((doorId: DoorId) => Promise<void>)[] = [];
  readonly #lookJob = defineJob({
    name: 'doorkeeping.look',
    schema: z.object({ doorId }),
    handler: ({ doorId }) => this.look(doorId),
  });

  constructor(options: DoorkeepingOptions) {
    this.#options = options;
    this.#timing = options.timing ?? keepingTiming();
    options.queues.register(this.#lookJob);
    options.encounters.onMoved((encounterId, over) => (over ? this.#visitOver(encounterId) : Promise.resolve()));
  }

  /** Tells when a door takes people again after its mentor's five minutes. */
  onResumed(listener: (doorId: DoorId) => Promise<void>): void {
    this.#resumed.push(listener);
  }

  /** The last connection of this person is gone. Their door has two minutes. */
  async wentAway(memberId: MemberId): Promise<void> {
    const now = new Date();
    const doorId = await this.#options.db.transaction(async (tx) => {
      const door = await this.#lockOwn(tx, memberId);
      if (!door || door.state === 'closed' || door.awaySince || this.#options.around(memberId)) return null;
      await keep(tx, door.doorId, { awaySince: now });
      return door.doorId;
    });
    if (doorId) await this.#lookLater(doorId, this.#timing.away, now);
  }

  /** They are connected again. */
  async cameBack(memberId: MemberId): Promise<void> {
    await this.#options.db.transaction(async (tx) => {
      const door = await this.#lockOwn(tx, memberId);
      if (door?.awaySince) await keep(tx, door.doorId, { awaySince: null });
    });
  }

  /**
   * Nobody is called for five minutes, and everybody sees it; or the mentor is back before.
   * @throws AjarError `door-not-open`.
   */
  async pause({ memberId }: Visiting, on: boolean): Promise<void> {
    const now = new Date();
    const door = await this.#atOwnOpenDoor(memberId, async (tx, door) => {
      await keep(tx, door.doorId, { backAt: on ? new Date(now.getTime() + this.#timing.pause) : null });
      if (on) await uncall(tx, door.doorId);
    });
    if (on) await this.#lookLater(door.doorId, this.#timing.pause, now);
    await this.#announce(door);
    if (!on) await this.#tellResumed(door.doorId);
  }

  /**
   * The door closes when the visit under way ends, and those who wait are told so at once; or it does not after all.
   * @throws AjarError `door-not-open`, `nobody-inside`.
   */
  async closeAfter({ memberId }: Visiting, on: boolean): Promise<void> {
    const door = await this.#atOwnOpenDoor(memberId, async (tx, door) => {
      if (on && !door.visited) {
        throw new AjarError(
          'conflict',
          'nobody-inside',
          'Nobody is with you just now. You can close your door at once.',
        );
      }
      await keep(tx, door.doorId, { closing: on });
      if (on) await uncall(tx, door.doorId);
    });
    await this.#announce(door);
  }

  /**
   * The mentor ends the visit; whoever visits is told so kindly.
   * @throws AjarError `no-such-visit`.
   */
  async moveOn({ memberId, name }: Visiting, encounterId: EncounterId): Promise<void> {
    const inside = await this.#options.db
      .select({ visitorId: visits.visitorId })
      .from(visits)
      .where(and(eq(visits.encounterId, encounterId), eq(visits.state, 'inside'), eq(visits.hostId, memberId)));
    if (inside.length === 0) {
      throw new AjarError('not-found', 'no-such-visit', 'This visit is over. Nothing was changed.');
    }
    // Before the room closes, so that its last screen has the words.
    for (const { visitorId } of inside) this.#options.announcer.movedOn(visitorId, encounterId, name);
    await this.#options.encounters.close(encounterId, new Date());
  }

  /** Does what a lost job or a server that went down left undone. */
  async sweep(): Promise<void> {
    for (const { doorId, memberId, state, awaySince } of await doorsToLookAfter(this.#options.db)) {
      const unseen = state !== 'closed' && !awaySince;
      if (memberId && unseen && !this.#options.around(memberId)) await this.wentAway(memberId);
      else await this.look(doorId);
    }
  }

  /** Does what is due at this door now, once. */
  async look(doorId: DoorId, now = new Date()): Promise<void> {
    const done = await this.#options.db.transaction(async (tx): Promise<Done | null> => {
      const door = await lockKept(tx, doorId, this.#options.around);
      const due = door && dueAt(door, now, this.#timing);
      return due ? { due, door, ...(await this.#do(tx, door, due, now)) } : null;
    });
    if (!done) return;
    const { due, door, released, why } = done;
    if (due === 'still-there') return;
    this.#options.log.info({ doorId, due, released: released.length }, 'A door was looked after');
    if (due === 'close-kept') await this.#lookLater(doorId, this.#timing.kept, now);
    for (const { visitorId, id } of released) {
      this.#options.announcer.declined(visitorId, id, door.mentorName, why);
    }
    await this.#announce(
      door,
      released.map((visit) => visit.visitorId),
    );
    if (due === 'resume') await this.#tellResumed(doorId);
    if (due === 'close-kept') await this.#tellAway(door, await waitingAt(this.#options.db, doorId), keptWords);
    if (due === 'release') {
      const people = released.map((visit) => visit.visitorId);
      await this.#tellAway(door, people, endedWords);
    }
  }

  /** Those of them who have no page open. Who has one reads it there. */
  async #tellAway(
    { doorId, mentorName }: LockedDoor,
    people: readonly MemberId[],
    words: typeof keptWords,
  ): Promise<void> {
    const { around, notify, log } = this.#options;
    const ttlSeconds = Math.ceil(this.#timing.kept / 1_000);
    for (const memberId of people.filter((each) => !around(each))) {
      const message = { words: words(mentorName), path: '/', tag: `kept-${doorId}`, ttlSeconds };
      await notify(memberId, message).catch((err: unknown) =>
        log.error({ err, doorId }, 'Somebody away could not be told of a line'),
      );
    }
  }

  async #do(tx: Transaction, door: LockedDoor, due: Due, now: Date): Promise<Pick<Done, 'released' | 'why'>> {
    const { doorId } = door;
    const why = due === 'close' && door.closing ? 'closing' : 'away';
    let released: Turned[] = [];
    if (due === 'close' || due === 'close-kept') {
      await tx.update(doors).set({ state: 'closed', changedAt: now }).where(eq(doors.id, doorId));
      await writeTurn(tx, door, { from: door.state, to: 'closed', at: now });
    }
    if (due === 'close' || due === 'release') released = await endLine(tx, doorId, why);
    switch (due) {
      case 'still-there':
        await keep(tx, doorId, { awaySince: null });
        break;
      case 'close-kept':
        await keep(tx, doorId, { awaySince: null, keptUntil: new Date(now.getTime() + this.#timing.kept) });
        break;
      case 'close':
        await keep(tx, doorId, { awaySince: null });
        break;
      case 'release':
        await keep(tx, doorId, { keptUntil: null });
        break;
      case 'resume':
        await keep(tx, doorId, { backAt: null });
        break;
    }
    return { released, why };
  }

  async #visitOver(encounterId: EncounterId): Promise<void> {
    const closing = await this.#options.db
      .selectDistinct({ doorId: visits.doorId })
      .from(visits)
      .innerJoin(doorKeeping, eq(doorKeeping.doorId, visits.doorId))
      .where(and(eq(visits.encounterId, encounterId), doorKeeping.closing));
    for (const { doorId } of closing) await this.look(doorId);
  }

  async #atOwnOpenDoor(
    memberId: MemberId,
    work: (tx: Transaction, door: LockedDoor) => Promise<void>,
  ): Promise<LockedDoor> {
    return this.#options.db.transaction(async (tx) => {
      const door = await this.#lockOwn(tx, memberId);
      if (!door || door.state === 'closed') throw noDoor();
      await work(tx, door);
      return door;
    });
  }

  async #lockOwn(tx: Transaction, memberId: MemberId): Promise<LockedDoor | null> {
    const [own] = await tx.select({ id: doors.id }).from(doors).where(eq(doors.memberId, memberId));
    return own ? lockKept(tx, own.id, this.#options.around) : null;
  }

  #lookLater(doorId: DoorId, delay: number, from: Date): Promise<void> {
    return this.#options.queues.add(this.#lookJob, { doorId }, { delay, jobId: `${doorId} ${from.getTime() + delay}` });
  }

  async #announce({ doorId, memberId }: LockedDoor, also: readonly MemberId[] = []): Promise<void> {
    const { announcer, db } = this.#options;
    await announcer.doorsChanged([doorId]);
    await announcer.mineChanged([memberId, ...also, ...(await waitingAt(db, doorId))]);
  }

  async #tellResumed(doorId: DoorId): Promise<void> {
    for (const listener of this.#resumed) await listener(doorId);
  }
}
