import {
  type Admission,
  AjarError,
  type DoorId,
  type MemberId,
  mayMoveVisit,
  type VisitId,
  visitId,
} from '@ajar/shared';
import { and, eq, inArray, lt } from 'drizzle-orm';
import { z } from 'zod';
import { companionOf, companionsInto, takeLead } from '../bringing/index.ts';
import type { Db, Transaction } from '../database/index.ts';
import { takesNobody } from '../doorkeeping/index.ts';
import { type Encounters, encounterPeople, type Opened } from '../encounters/index.ts';
import type { Announcer } from '../hub/index.ts';
import type { Log } from '../log/index.ts';
import { conflictsOf, mayMeet } from '../people/index.ts';
import type { Notification } from '../push/index.ts';
import { defineJob, type Queues } from '../queue/index.ts';
import type { Visiting } from './attempt.ts';
import { callNextAt, forgetMisses, missCall, type TheCalled, writeCalled } from './calling.ts';
import { type LockedVisit, lockVisit, moveVisit, noSuchVisit, waitingAt } from './line.ts';
import { answerWithin } from './rules.ts';
import { doors, visits } from './tables.ts';
import { calledWords, letInWords } from './words.ts';

export type TurnsOptions = {
  db: Db;
  encounters: Encounters;
  announcer: Announcer;
  queues: Pick<Queues, 'register' | 'add'>;
  /** Who is connected right now. */
  around: (memberId: MemberId) => boolean;
  /** Reaches somebody whose page is closed. */
  notify: (memberId: MemberId, message: Notification) => Promise<void>;
  /** How long who is called has to come in, in ms. Default: `answerWithin()`. */
  answer?: number | undefined;
  log: Log;
};

/**
 * Whose turn it is: calls the next person when a mentor is free at an open door, lets them in when they come, and has
 * them go back one place when they do not. All of it is rows; a job looks when two minutes are over, wherever it runs,
 * and a sweep finds what a server left undone when it died.
 */
export class Turns {
  readonly #options: TurnsOptions;
  readonly #answer: number;
  readonly #missJob = defineJob({
    name: 'doors.miss',
    schema: z.object({ visitId, calledAt: z.iso.datetime() }),
    handler: ({ visitId, calledAt }) => this.#miss(visitId, new Date(calledAt)),
  });

  constructor(options: TurnsOptions) {
    this.#options = options;
    this.#answer = options.answer ?? answerWithin();
    options.queues.register(this.#missJob);
    options.encounters.onMoved(async (id, over) => {
      if (!over) return;
      const people = await options.db
        .select({ memberId: encounterPeople.memberId })
        .from(encounterPeople)
        .where(eq(encounterPeople.encounterId, id));
      await this.#lookAtDoorsOf(people.map((person) => person.memberId));
    });
  }

  /** Calls whoever is next, where the mentor is free at an open door and nobody is called yet. Twice is as good as once. */
  async callNext(doorId: DoorId): Promise<void> {
    const called = await this.#options.db.transaction((tx) => callNextAt(tx, doorId, this.#options.around));
    if (called) await this.tellCalled(called);
  }

  /** Calls somebody by name: the mentor wants them in, and they are away. In the transaction that locked their door. */
  async call(tx: Transaction, visit: LockedVisit): Promise<TheCalled | undefined> {
    const { id: visitId, visitorId, doorId, mentorId, mentorName } = visit;
    if (visit.kind !== 'single' || !mentorId || !mentorName) return undefined;
    return writeCalled(tx, { visitId, visitorId, doorId, mentorId, mentorName });
  }

  /** After it is written down that somebody is called: their pages, their browsers, and the mentor hear of it. */
  async tellCalled({ visitId, visitorId, doorId, mentorId, mentorName, calledAt }: TheCalled): Promise<void> {
    const { announcer, notify, queues, log } = this.#options;
    log.info({ doorId, visitId }, 'Somebody is called');
    const moment = calledAt.toISOString();
    // The moment is part of its name: the job of an earlier call does not swallow this one.
    const options = { delay: this.#answer, jobId: `${visitId}/${moment}` };
    await queues.add(this.#missJob, { visitId, calledAt: moment }, options);
    const along = await companionOf(this.#options.db, visitId);
    const called = [visitorId, ...(along ? [along] : [])];
    await announcer.mineChanged([...called, mentorId]);
    for (const memberId of called) {
      await notify(memberId, {
        words: calledWords(mentorName),
        path: '/',
        tag: 'turn',
        ttlSeconds: Math.ceil(this.#answer / 1_000),
      });
    }
  }

  /** The mentor let one of two in who share a place: nobody called the other, who hears of it now, in their browsers too. */
  async tellLetIn(companion: MemberId, { visitorName, mentorName }: Pick<LockedVisit, 'visitorName' | 'mentorName'>) {
    await this.#options.notify(companion, {
      words: letInWords(visitorName, mentorName ?? ''),
      path: '/',
      tag: 'turn',
      ttlSeconds: Math.ceil(this.#answer / 1_000),
    });
  }

  /** Who is called comes in; the mentor is told to come too. @throws AjarError `not-called`, `in-a-call`. */
  async comeIn(visitor: Visiting, visitId: VisitId): Promise<Admission> {
    const { db, encounters, announcer } = this.#options;
    const node = await encounters.place();
    const { mentor, doorId, opened } = await db.transaction(async (tx) => {
      await lockVisit(tx, visitId);
      // Of two who share the place, whoever comes first goes in.
      await takeLead(tx, visitId, visitor.memberId);
      const visit = await lockVisit(tx, visitId);
      if (visit?.visitorId !== visitor.memberId || !mayMoveVisit(visit.state, 'inside')) throw noSuchVisit();
      if (!visit.calledAt || (await takesNobody(tx, visit.doorId))) {
        throw new AjarError('conflict', 'not-called', 'It is not your turn just now. You are in line as before.');
      }
      if (!visit.mentorId) throw noSuchVisit();
      const mentor = { memberId: visit.mentorId, name: visit.mentorName ?? '' };
      const graph = await conflictsOf(tx, [mentor.memberId, visitor.memberId]);
      if (!mayMeet(graph, mentor.memberId, visitor.memberId, 'door')) throw noSuchVisit();
      const opened = await encounters.open(tx, 'door', visitor.programId, [mentor, visitor], node);
      await moveVisit(tx, visit, 'inside', opened);
      return { mentor, doorId: visit.doorId, opened };
    });
    const [own, theirs] = [opened.admissions.get(visitor.memberId), opened.admissions.get(mentor.memberId)];
    if (!own || !theirs) throw new AjarError('internal', 'no-admission', 'Something went wrong on our side.');
    announcer.admit(mentor.memberId, theirs, 'visitor');
    this.#afterComing(doorId, opened, [mentor.memberId, visitor.memberId]);
    return own;
  }

  /** This person is seen: what calls they missed is forgotten, and doors that waited for them are looked at. */
  async seen(memberId: MemberId): Promise<void> {
    const { db, announcer } = this.#options;
    const forgotten = await forgetMisses(db, memberId);
    if (forgotten > 0) await announcer.mineChanged([memberId]);
    await this.#lookAtDoorsOf([memberId]);
  }

  /** What a server that died left undone: calls that nobody ended, and free mentors for whom nobody was called. */
  async sweep(now = new Date()): Promise<void> {
    const { db } = this.#options;
    const overdue = await db
      .select({ id: visits.id, calledAt: visits.calledAt })
      .from(visits)
      .where(and(eq(visits.state, 'waiting'), lt(visits.calledAt, new Date(now.getTime() - this.#answer))));
    for (const { id, calledAt } of overdue) if (calledAt) await this.#miss(id, calledAt);
    const waitedAt = await db
      .selectDistinct({ doorId: visits.doorId })
      .from(visits)
      .innerJoin(doors, eq(doors.id, visits.doorId))
      .where(and(eq(visits.state, 'waiting'), eq(doors.state, 'open')));
    for (const { doorId } of waitedAt) await this.callNext(doorId);
  }

  /** Two minutes are over. Whoever has come meanwhile, or is called anew, is left alone. */
  async #miss(visitId: VisitId, calledAt: Date): Promise<void> {
    const { db, announcer, log } = this.#options;
    const missed = await db.transaction((tx) => missCall(tx, visitId, calledAt, this.#options.around));
    if (!missed) return;
    const { doorId, mentorId, back } = missed;
    log.info({ doorId, visitId, back }, 'Somebody who was called did not come');
    await announcer.mineChanged([...(mentorId ? [mentorId] : []), ...(await waitingAt(db, doorId))]);
    await this.callNext(doorId);
  }

  /** The doors these people hold, and those they wait at: it may be somebody's turn there now. */
  async #lookAtDoorsOf(people: readonly MemberId[]): Promise<void> {
    const { db } = this.#options;
    const ids = [...people];
    const held = await db
      .select({ id: doors.id })
      .from(doors)
      .where(and(inArray(doors.memberId, ids), eq(doors.state, 'open')));
    const waited = await db
      .select({ id: visits.doorId })
      .from(visits)
      .where(and(inArray(visits.visitorId, ids), eq(visits.state, 'waiting')));
    for (const doorId of new Set([...held, ...waited].map((door) => door.id))) await this.callNext(doorId);
  }

  #afterComing(doorId: DoorId, { encounterId }: Opened, people: MemberId[]): void {
    const { db, encounters, announcer, log } = this.#options;
    log.info({ doorId, encounterId }, 'A visit began');
    const tell = async () => {
      const along = await companionsInto(db, encounterId);
      announcer.goIn([...people, ...along, ...(await waitingAt(db, doorId))]);
      await announcer.doorsChanged([doorId]);
      await encounters.expectSoon(encounterId);
    };
    tell().catch((err: unknown) => log.error({ err, encounterId }, 'A visit could not be told to the corridor'));
  }
}
