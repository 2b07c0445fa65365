import {
  AjarError,
  type EncounterId,
  encounterId,
  type MemberId,
  type ProgramId,
  type StarterPress,
} from '@ajar/shared';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Transaction } from '../database/index.ts';
import type { Encounters } from '../encounters/index.ts';
import type { Announcer } from '../hub/index.ts';
import type { Log } from '../log/index.ts';
import { defineJob, type Queues } from '../queue/index.ts';
import { type CoffeeTiming, coffeeTiming, nextStep } from './moments.ts';
import type { Seated } from './seats.ts';
import { writeShown } from './shown.ts';
import { startersOf } from './starter-set.ts';
import { starterAt } from './starters.ts';
import { lockCoffee, type Standing, takeStep } from './steps.ts';
import { coffeePeople, coffees } from './tables.ts';

export type CoffeesOptions = {
  db: Db;
  encounters: Encounters;
  announcer: Announcer;
  queues: Pick<Queues, 'register' | 'add'>;
  /** These people are back on their chairs, first in line: nobody came into their call. */
  backAtTable: (programId: ProgramId, people: MemberId[]) => Promise<void>;
  /** Default: `coffeeTiming`. */
  timing?: CoffeeTiming | undefined;
  log: Log;
};

/**
 * The coffees people sit at: who showed up, the starter on the table, the bell and the end. All of it is rows, and what
 * happens next follows from them (`nextStep`); one job a coffee looks when the next thing is due, wherever it runs.
 */
export class Coffees {
  readonly #options: CoffeesOptions;
  readonly #timing: CoffeeTiming;
  readonly #mindJob = defineJob({
    name: 'coffee.mind',
    schema: z.object({ encounterId }),
    handler: ({ encounterId }) => this.mind(encounterId),
  });

  constructor(options: CoffeesOptions) {
    this.#options = options;
    this.#timing = options.timing ?? coffeeTiming;
    options.queues.register(this.#mindJob);
    options.encounters.onMoved((id, over) => (over ? Promise.resolve() : this.mind(id)));
  }

  /** Writes the coffee beside the encounter that was just opened. For the shortest time anybody has. */
  async pour(tx: Transaction, id: EncounterId, programId: ProgramId, people: readonly Seated[]): Promise<void> {
    const starter = starterAt(await startersOf(tx, programId), id, 0);
    const minutes = Math.min(...people.map((person) => person.minutes));
    await tx.insert(coffees).values({ encounterId: id, programId, minutes, starter });
    const sitting = people.map(({ memberId, since, minutes }) => ({
      encounterId: id,
      memberId,
      since: new Date(since),
      minutes,
    }));
    await tx.insert(coffeePeople).values(sitting);
  }

  /**
   * Does whatever is due for this coffee and has itself called when the next thing is. Any other encounter, and a coffee
   * that is over, are left alone.
   */
  async mind(id: EncounterId): Promise<void> {
    for (;;) {
      const taken = await this.#options.db.transaction((tx) => this.#step(tx, id));
      if (!taken) return;
      const { standing, step } = taken;
      if (step.do === 'wait') {
        // The moment is part of its name: a job that is under way does not swallow the next.
        const options = { delay: Math.max(0, step.until - Date.now()), jobId: `${id}/${step.until}` };
        await this.#options.queues.add(this.#mindJob, { encounterId: id }, options);
        return;
      }
      await this.#tell(id, standing, taken);
      if (step.do === 'end') return await this.#options.encounters.close(id, new Date());
    }
  }

  async #step(tx: Transaction, id: EncounterId) {
    const standing = await lockCoffee(tx, id);
    if (!standing) return null;
    const now = Date.now();
    const step = nextStep(standing, now, this.#timing);
    return { standing, step, ...(await takeStep(tx, id, standing, step, new Date(now))) };
  }

  async #tell(
    id: EncounterId,
    { programId, nodeId, people }: Standing,
    { back, over }: { back: MemberId[]; over: boolean },
  ): Promise<void> {
    const { announcer, encounters, backAtTable, log } = this.#options;
    const ids = people.map((person) => person.memberId);
    if (back.length > 0) await backAtTable(programId, back);
    await announcer.mineChanged(ids);
    if (!over) return;
    log.info({ encounterId: id, back: back.length }, 'Nobody came to a coffee; it is not waited for');
    await announcer.doorsOfChanged(ids);
    encounters.closeRoom(id, nodeId);
  }

  /** This person's page is at the call. */
  async came(memberId: MemberId, id: EncounterId): Promise<void> {
    const mine = and(eq(coffeePeople.encounterId, id), eq(coffeePeople.memberId, memberId));
    await this.#options.db
      .update(coffeePeople)
      .set({ cameAt: new Date() })
      .where(and(mine, isNull(coffeePeople.cameAt)));
  }

  /** Would like to stay longer; told to nobody. When everybody would, it goes on. @throws AjarError `no-such-coffee`. */
  async stayLonger(memberId: MemberId, id: EncounterId): Promise<void> {
    const mine = and(eq(coffeePeople.encounterId, id), eq(coffeePeople.memberId, memberId));
    const said = await this.#options.db.update(coffeePeople).set({ staying: true }).where(mine).returning();
    if (said.length === 0) throw noSuchCoffee();
    await this.mind(id);
    await this.#options.announcer.mineChanged([memberId]);
  }

  /**
   * Shows the others at this coffee what this person does. @throws AjarError `no-such-coffee`, `nothing-to-show`.
   */
  async show(memberId: MemberId, id: EncounterId): Promise<void> {
    const people = await this.#options.db.transaction(async (tx) => {
      const standing = await lockCoffee(tx, id);
      if (!standing?.people.some((person) => person.memberId === memberId && !person.left)) throw noSuchCoffee();
      await writeShown(tx, id, memberId);
      return standing.people.map((person) => person.memberId);
    });
    await this.#options.announcer.mineChanged(people);
  }

  /**
   * Another starter for everybody at the table, or none. A press on one that is not there any more changes nothing.
   * @throws AjarError `no-such-coffee`.
   */
  async starter(memberId: MemberId, { encounterId: id, turn, press }: StarterPress): Promise<void> {
    const people = await this.#options.db.transaction(async (tx) => {
      const standing = await lockCoffee(tx, id);
      if (!standing?.people.some((person) => person.memberId === memberId && !person.left)) throw noSuchCoffee();
      if (standing.starterTurn !== turn) return [];
      const next = turn + 1;
      const starter = press === 'another' ? starterAt(await startersOf(tx, standing.programId), id, next) : null;
      await tx.update(coffees).set({ starterTurn: next, starter }).where(eq(coffees.encounterId, id));
      return standing.people.map((person) => person.memberId);
    });
    await this.#options.announcer.mineChanged(people);
  }
}

function noSuchCoffee(): AjarError {
  return new AjarError('not-found', 'no-such-coffee', 'You are not at this coffee any more. Nothing was changed.');
}
