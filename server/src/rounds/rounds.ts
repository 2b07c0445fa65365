import { AjarError, type MemberId, type OccurrenceId, occurrenceId, type ProgramId, roundId } from '@ajar/shared';
import { and, eq, lte, ne, or } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Transaction } from '../database/index.ts';
import type { Encounters } from '../encounters/index.ts';
import type { Announcer } from '../hub/index.ts';
import type { Log } from '../log/index.ts';
import { defineJob, type Queues } from '../queue/index.ts';
import { Asks } from './asks.ts';
import type { RoundPost } from './mail.ts';
import { forgetOnce, invitedTo, unseated, useTurns } from './people.ts';
import { type OccurrenceRow, planNext, type RoundRow, unplanned } from './plan.ts';
import { callIn, closeRooms, closeTables } from './rooms.ts';
import { type PairPeople, planSeating, releaseAbsent, seat } from './seating.ts';
import { endOf, nextStage } from './stages.ts';
import { roundOccurrences, roundPresence, roundSeats, rounds } from './tables.ts';

export type RoundsOptions = {
  db: Db;
  encounters: Encounters;
  announcer: Announcer;
  queues: Pick<Queues, 'register' | 'add'>;
  /** Makes tables of those who are there. */
  pair: PairPeople;
  /** Who is connected right now. */
  around: (memberId: MemberId) => boolean;
  /** Writes to people beforehand. */
  post: RoundPost;
  log: Log;
  /** Default: the clock. */
  now?: () => Date;
};

/** So long after its start, in ms, a hub does not hold it against anybody that it has not seen them yet. */
const settling = 30_000;

type Of = { round: RoundRow; occurrence: OccurrenceRow };
export type Participant = { memberId: MemberId; programId: ProgramId };

/**
 * Takes each occurrence of a round through its stages. The row is the truth: a job, a sweep or a person only say that it
 * is time to look, so one that comes early, late or twice changes nothing. A stage is entered by one conditional update,
 * together with everything it writes; what must be said and set going afterwards is done until the row says `told`.
 */
export class Rounds {
  readonly #options: RoundsOptions;
  readonly #now: () => Date;
  readonly #startedAt = Date.now();
  /** People who came late and ask to join a pair. */
  readonly asks: Asks;
  readonly #stepJob = defineJob({
    name: 'rounds.step',
    schema: z.object({ occurrenceId }),
    handler: ({ occurrenceId }) => this.step(occurrenceId),
  });
  readonly #planJob = defineJob({
    name: 'rounds.plan',
    schema: z.object({ roundId }),
    handler: ({ roundId }) => this.plan(roundId),
  });

  constructor(options: RoundsOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
    this.asks = new Asks({ ...options, read: (id) => this.read(id) });
    options.queues.register(this.#stepJob);
    options.queues.register(this.#planJob);
  }

  /** Sees that the next time of a round is announced: after it was made or changed, and when one is over. */
  async plan(roundId: RoundRow['id']): Promise<void> {
    const planned = await this.#options.db.transaction((tx) => planNext(tx, roundId, this.#now()));
    if (planned) await this.step(planned);
    const [round] = await this.#options.db.select().from(rounds).where(eq(rounds.id, roundId));
    if (round) await this.#options.announcer.roundChanged(round.programId);
  }

  /** Whatever a lost job or a crash left behind. To be called now and then. */
  async sweep(): Promise<void> {
    const { db, post } = this.#options;
    for (const roundId of await unplanned(db)) await this.plan(roundId);
    const left = await db
      .select({ id: roundOccurrences.id })
      .from(roundOccurrences)
      .where(
        or(
          and(ne(roundOccurrences.phase, 'over'), lte(roundOccurrences.until, this.#now())),
          eq(roundOccurrences.told, false),
        ),
      );
    for (const { id } of left) await this.step(id);
    await post.sweep(this.#now());
  }

  /** Does whatever is due for an occurrence by now, and sees that everything which belongs to its stage is done. */
  async step(id: OccurrenceId): Promise<void> {
    while (await this.#enterNext(id)) {
      // A server that was away for long catches up, stage by stage.
    }
    await this.#tell(id);
  }

  /** Somebody is there, or has to go. @throws AjarError `not-invited`, `not-gathering`. */
  async here({ memberId, programId }: Participant, id: OccurrenceId, isHere: boolean): Promise<void> {
    const of = await this.read(id);
    if (of?.round.programId !== programId) throw notGathering();
    const { db, announcer } = this.#options;
    const { phase } = of.occurrence;
    if (isHere && (phase === 'announced' || phase === 'over')) throw notGathering();
    const [known] = await invitedTo(db, { round: of.round, startsAt: of.occurrence.startsAt }, [memberId]);
    if (!known) throw notGathering();
    const goneAt = isHere ? null : this.#now();
    await db
      .insert(roundPresence)
      .values({ occurrenceId: id, memberId, goneAt })
      .onConflictDoUpdate({ target: [roundPresence.occurrenceId, roundPresence.memberId], set: { goneAt } });
    if (isHere && phase === 'sitting') await this.#seatLate(of);
    await announcer.roundChanged(programId, [memberId]);
  }

  /** Somebody answered an invitation: what they see of rounds has changed. */
  async answered({ memberId, programId }: Participant): Promise<void> {
    await this.#options.announcer.roundChanged(programId, [memberId]);
  }

  async read(id: OccurrenceId): Promise<Of | undefined> {
    const [found] = await this.#options.db
      .select({ round: rounds, occurrence: roundOccurrences })
      .from(roundOccurrences)
      .innerJoin(rounds, eq(rounds.id, roundOccurrences.roundId))
      .where(eq(roundOccurrences.id, id));
    return found;
  }

  /** Enters the next stage if it is time. @returns whether to look again. */
  async #enterNext(id: OccurrenceId): Promise<boolean> {
    const of = await this.read(id);
    const now = this.#now();
    if (!of || now < of.occurrence.until) return false;
    const { phase, sitting, sittings, startsAt } = of.occurrence;
    const next = nextStage({ phase, sitting }, sittings, startsAt, now);
    if (!next) return false;
    if (next.phase === 'sitting') await closeTables(this.#options, id, next.sitting, now);
    const begins = next.phase === 'sitting';
    const plan = begins ? await this.#planSeating(of, next.sitting) : null;
    const node = plan && (await this.#options.encounters.place());
    await this.#options.db.transaction(async (tx) => {
      const entered = await tx
        .update(roundOccurrences)
        .set({ ...next, until: endOf(next, of.occurrence, startsAt, now), told: false })
        .where(
          and(
            eq(roundOccurrences.id, id),
            eq(roundOccurrences.phase, phase),
            eq(roundOccurrences.sitting, sitting),
            lte(roundOccurrences.until, now),
          ),
        )
        .returning({ id: roundOccurrences.id });
      if (entered.length === 0) return;
      if (phase === 'announced') await useTurns(tx, { round: of.round, startsAt });
      if (phase === 'sitting') await releaseAbsent(tx, id, sitting, now);
      if (next.phase === 'over') await forgetOnce(tx, of.round);
      if (plan && node) await seat(tx, this.#options.encounters, of, next.sitting, plan, node);
      if (begins) await this.#leaveOver(tx, id, next.sitting);
    });
    this.#options.log.info({ occurrenceId: id, from: phase, to: next.phase, sitting: next.sitting }, 'A round goes on');
    return true;
  }

  #planSeating(of: Of, sitting: number) {
    const settled = Date.now() - this.#startedAt > settling;
    const around = settled ? this.#options.around : () => true;
    return planSeating(this.#options.db, of, sitting, around, this.#options.pair);
  }

  /** Whoever is there and has no table sits this one out: a row says so, and a late arrival may still change it. */
  async #leaveOver(tx: Transaction, id: OccurrenceId, sitting: number): Promise<void> {
    const left = await unseated(tx, { id, sitting });
    if (left.length === 0) return;
    const rows = left.map(({ memberId }) => ({ occurrenceId: id, sitting, memberId, encounterId: null }));
    await tx.insert(roundSeats).values(rows).onConflictDoNothing();
  }

  /** Somebody came late: with another who has no table they begin at once, if enough of the sitting is left. */
  async #seatLate(of: Of): Promise<void> {
    const { id, sitting, until, sittingSeconds } = of.occurrence;
    if (until.getTime() - this.#now().getTime() < (sittingSeconds * 1000) / 3) return;
    const plan = await this.#planSeating(of, sitting);
    const node = plan && (await this.#options.encounters.place());
    if (!node) return;
    const seated = await this.#options.db.transaction(async (tx) => {
      const still = and(eq(roundOccurrences.phase, 'sitting'), eq(roundOccurrences.sitting, sitting));
      const [locked] = await tx
        .update(roundOccurrences)
        .set({ told: false })
        .where(and(eq(roundOccurrences.id, id), still))
        .returning({ id: roundOccurrences.id });
      return locked ? seat(tx, this.#options.encounters, of, sitting, plan, node) : [];
    });
    if (seated.length === 0) return;
    await callIn(this.#options, id, sitting);
    await this.#options.announcer.roundChanged(of.round.programId);
    await this.#tell(id);
  }

  /** Everything that follows from a stage, as often as it takes: each of it is as good done twice as once. */
  async #tell(id: OccurrenceId): Promise<void> {
    const of = await this.read(id);
    if (!of) return;
    const { phase, sitting, until, told } = of.occurrence;
    const { queues, announcer, db, post } = this.#options;
    if (!told) {
      await closeTables(this.#options, id, phase === 'sitting' ? sitting : sitting + 1, this.#now());
      if (phase === 'sitting') await callIn(this.#options, id, sitting);
      await announcer.roundChanged(of.round.programId);
      if (phase === 'sitting' || phase === 'over')
        await closeRooms(this.#options, id, phase === 'over' ? sitting : sitting - 1);
      if (phase === 'announced') await post.schedule(of.occurrence);
      if (phase === 'over') await queues.add(this.#planJob, { roundId: of.round.id }, { jobId: of.round.id });
    }
    if (phase !== 'over') {
      const delay = Math.max(0, until.getTime() - this.#now().getTime());
      // Named by its time: a change of the round is not a job that waits already.
      await queues.add(this.#stepJob, { occurrenceId: id }, { delay, jobId: `${id}/${until.getTime()}` });
    }
    const still = and(eq(roundOccurrences.phase, phase), eq(roundOccurrences.sitting, sitting));
    if (!told)
      await db
        .update(roundOccurrences)
        .set({ told: true })
        .where(and(eq(roundOccurrences.id, id), still));
  }
}

function notGathering(): AjarError {
  const words = 'This round is not gathering just now. The rounds page says when it takes place next.';
  return new AjarError('conflict', 'not-gathering', words);
}
