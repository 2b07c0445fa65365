import { setTimeout as wait } from 'node:timers/promises';
import {
  AjarError,
  type ChatMinutes,
  type MemberId,
  memberId,
  type OfferId,
  offerId,
  type ProgramId,
  programId,
} from '@ajar/shared';
import { and, eq, inArray, lt, lte } from 'drizzle-orm';
import { z } from 'zod';
import { policyOf, roundOf } from '../coffee/index.ts';
import type { Db, Transaction } from '../database/index.ts';
import { type Encounters, inCalls, type Opened } from '../encounters/index.ts';
import type { Announcer } from '../hub/index.ts';
import { newId } from '../ids/index.ts';
import type { Log } from '../log/index.ts';
import { conflictsOf, mayMeet } from '../people/index.ts';
import { members, programs } from '../programs/tables.ts';
import { defineJob, type Queues } from '../queue/index.ts';
import { askedLately, programsWithTwoUp, upIn } from './candidates.ts';
import { lockStanding, type Offer, writeOver } from './offers.ts';
import { askAgainAfter, chooseOffers, mayBeAsked, offerStands } from './rules.ts';
import { passingAnswers, passingOffers, passingPeople } from './tables.ts';

export type PassingOptions = {
  db: Db;
  encounters: Encounters;
  announcer: Announcer;
  queues: Pick<Queues, 'register' | 'add'>;
  /** Who is connected right now: nobody is offered somebody who is not there. */
  around: (memberId: MemberId) => boolean;
  log: Log;
};

type Passer = { memberId: MemberId; programId: ProgramId };
type Place = Awaited<ReturnType<Encounters['place']>>;

/** How late, in ms, an offer may end before its job counts as lost. */
const lostAfter = 3_000;

/**
 * Passing by: two who are up for a chat are asked about each other, and meet only if both say yes. An offer ends at its
 * time and no earlier, whatever is said, so that no, silence and being away are the same to the other.
 */
export class Passing {
  readonly #db: Db;
  readonly #encounters: Encounters;
  readonly #announcer: Announcer;
  readonly #queues: PassingOptions['queues'];
  readonly #around: PassingOptions['around'];
  readonly #log: Log;
  readonly #lookJob = defineJob({
    name: 'passing.look',
    schema: z.object({ programId }),
    handler: ({ programId }) => this.#look(programId),
  });
  readonly #endJob = defineJob({
    name: 'passing.end',
    schema: z.object({ offerId }),
    handler: ({ offerId }) => this.#end(offerId),
  });
  readonly #offJob = defineJob({
    name: 'passing.off',
    schema: z.object({ memberId }),
    handler: ({ memberId }) => this.#off(memberId),
  });

  constructor({ db, encounters, announcer, queues, around, log }: PassingOptions) {
    this.#db = db;
    this.#encounters = encounters;
    this.#announcer = announcer;
    this.#queues = queues;
    this.#around = around;
    this.#log = log;
    queues.register(this.#lookJob);
    queues.register(this.#endJob);
    queues.register(this.#offJob);
  }

  /** Switches on for so many minutes from now, or off with `null`. */
  async setUp({ memberId, programId }: Passer, minutes: ChatMinutes | null): Promise<void> {
    const upUntil = minutes === null ? null : new Date(Date.now() + minutes * 60_000);
    await this.#db
      .insert(passingPeople)
      .values({ memberId, programId, upUntil })
      .onConflictDoUpdate({ target: passingPeople.memberId, set: { upUntil } });
    if (upUntil) {
      await this.#queues.add(
        this.#offJob,
        { memberId },
        { delay: until(upUntil), jobId: `${memberId} ${upUntil.getTime()}` },
      );
      await this.#queues.add(this.#lookJob, { programId }, { jobId: programId });
    }
    await this.#announcer.mineChanged([memberId]);
  }

  async setOffersADay({ memberId, programId }: Passer, offersADay: number): Promise<void> {
    await this.#db
      .insert(passingPeople)
      .values({ memberId, programId, offersADay })
      .onConflictDoUpdate({ target: passingPeople.memberId, set: { offersADay } });
    await this.#announcer.mineChanged([memberId]);
  }

  /**
   * Answers an offer; the answer may be changed while it stands. The second yes opens the call. Everything up to there is
   * done for every yes, so that how long it takes tells nothing either.
   * @throws AjarError `offer-over`.
   */
  async answer({ memberId, programId }: Passer, id: OfferId, yes: boolean): Promise<void> {
    const node = yes ? await this.#encounters.place() : null;
    const opened = await this.#db.transaction(async (tx) => {
      const offer = await lockStanding(tx, id, memberId);
      await tx
        .insert(passingAnswers)
        .values({ offerId: id, memberId, yes })
        .onConflictDoUpdate({ target: [passingAnswers.offerId, passingAnswers.memberId], set: { yes } });
      if (!node) return null;
      const answers = await tx.select().from(passingAnswers).where(eq(passingAnswers.offerId, id));
      const mayBegin = await this.#mayBegin(tx, offer);
      if (answers.filter((answer) => answer.yes).length < 2 || !mayBegin) return null;
      return await this.#open(tx, programId, offer, node);
    });
    await this.#announcer.mineChanged([memberId]);
    if (opened) await this.#begin(opened);
  }

  /** Looks for offers that can be made now, ends what a crash left standing, and forgets what need not be known. */
  async sweep(now = Date.now()): Promise<void> {
    for (const programId of await programsWithTwoUp(this.#db, now)) {
      await this.#queues.add(this.#lookJob, { programId }, { jobId: programId });
    }
    const lost = await this.#db
      .select({ id: passingOffers.id })
      .from(passingOffers)
      .where(and(eq(passingOffers.over, false), lt(passingOffers.endsAt, new Date(now - lostAfter))));
    for (const { id } of lost) await this.#end(id);
    await this.#db
      .delete(passingOffers)
      .where(and(eq(passingOffers.over, true), lte(passingOffers.madeAt, new Date(now - askAgainAfter))));
  }

  /** Exactly once: the programme's row is locked while it is decided who is asked. */
  async #look(programId: ProgramId): Promise<void> {
    const now = Date.now();
    const offers = await this.#db.transaction(async (tx) => {
      await tx.select({ id: programs.id }).from(programs).where(eq(programs.id, programId)).for('no key update');
      const up = (await upIn(tx, programId, { now, around: this.#around })).filter((one) => mayBeAsked(one, now));
      if (up.length < 2) return [];
      const pairs = await this.#choose(
        tx,
        programId,
        up.map((one) => one.memberId),
        now,
      );
      const times = { madeAt: new Date(now), endsAt: new Date(now + offerStands) };
      const made = pairs.map(([oneId, otherId]) => ({ id: newId<OfferId>(), programId, oneId, otherId, ...times }));
      if (made.length > 0) await tx.insert(passingOffers).values(made);
      return made;
    });
    for (const { id, endsAt, oneId, otherId } of offers) {
      await this.#queues.add(this.#endJob, { offerId: id }, { delay: until(endsAt), jobId: id });
      this.#log.info({ offerId: id }, 'Two people are asked about each other');
      await this.#announcer.mineChanged([oneId, otherId]);
    }
  }

  async #choose(tx: Transaction, programId: ProgramId, ids: MemberId[], now: number) {
    const on = new Date(now).toISOString().slice(0, 10);
    const round = await roundOf(tx, { programId, memberIds: ids, on });
    const { passingBar } = await policyOf(tx, programId);
    const graph = await conflictsOf(tx, ids);
    const asked = await askedLately(tx, ids, now);
    const mayOffer = (a: MemberId, b: MemberId) => mayMeet(graph, a, b, 'passing') && !asked(a, b);
    return chooseOffers({ round, bar: passingBar, mayOffer });
  }

  /** Asked again at the moment of meeting: much can have happened since the offer was made. */
  async #mayBegin(tx: Transaction, { oneId, otherId }: Offer): Promise<boolean> {
    const both = [oneId, otherId];
    const up = await tx.select().from(passingPeople).where(inArray(passingPeople.memberId, both));
    const graph = await conflictsOf(tx, both);
    const busy = await inCalls(tx, both);
    return (
      busy.size === 0 &&
      both.every(this.#around) &&
      up.filter((one) => one.upUntil !== null).length === 2 &&
      mayMeet(graph, oneId, otherId, 'passing')
    );
  }

  /** In a savepoint: one of them may have walked through a door this very moment. Then the offer just runs out. */
  async #open(tx: Transaction, programId: ProgramId, offer: Offer, node: Place): Promise<Opened | null> {
    const people = await tx
      .select({ memberId: members.id, name: members.name })
      .from(members)
      .where(inArray(members.id, [offer.oneId, offer.otherId]));
    try {
      const opened = await tx.transaction((part) => this.#encounters.open(part, 'passing', programId, people, node));
      await writeOver(tx, offer.id);
      return opened;
    } catch (thrown) {
      if (thrown instanceof AjarError && thrown.code === 'in-a-call') return null;
      throw thrown;
    }
  }

  async #begin({ encounterId, admissions }: Opened): Promise<void> {
    const people = [...admissions.keys()];
    this.#log.info({ encounterId, people }, 'Two people who passed by stopped for a chat');
    for (const [memberId, admission] of admissions) this.#announcer.admit(memberId, admission, 'passing');
    await this.#encounters.expectSoon(encounterId);
    await this.#announcer.mineChanged(people);
    await this.#announcer.doorsOfChanged(people);
  }

  /** The offer's time is up: the same for both, at once, whatever was said. */
  async #end(id: OfferId): Promise<void> {
    const [offer] = await this.#db.select().from(passingOffers).where(eq(passingOffers.id, id));
    if (!offer || offer.over) return;
    // A job may be a moment early, an offer's end never.
    await wait(until(offer.endsAt));
    const ended = await this.#db.transaction((tx) => writeOver(tx, id));
    if (ended) await this.#announcer.mineChanged([offer.oneId, offer.otherId]);
  }

  /** The time somebody picked is up. Who has picked a later one meanwhile has a job for that. */
  async #off(memberId: MemberId): Promise<void> {
    const [row] = await this.#db.select().from(passingPeople).where(eq(passingPeople.memberId, memberId));
    if (!row?.upUntil) return;
    const left = until(row.upUntil);
    if (left > lostAfter) return;
    await wait(left);
    await this.#announcer.mineChanged([memberId]);
  }
}

/** In ms from now, never negative. */
function until(time: Date): number {
  return Math.max(0, time.getTime() - Date.now());
}
