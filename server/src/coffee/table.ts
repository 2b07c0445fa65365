import { AjarError, type EncounterId, type MemberId, type ProgramId, programId, type SittingDown } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '../database/index.ts';
import { type Encounters, inCalls } from '../encounters/index.ts';
import type { Announcer } from '../hub/index.ts';
import type { Log } from '../log/index.ts';
import { particulars } from '../people/tables.ts';
import { defineJob, type Queues } from '../queue/index.ts';
import { TableCalls, type TableCallsOptions } from './calls.ts';
import { Coffees } from './coffees.ts';
import { longestPatience } from './good-enough.ts';
import type { CoffeeTiming } from './moments.ts';
import { pairNow } from './pair-now.ts';
import type { PairingPool } from './pairing/index.ts';
import { programsSeatingTwo, seatedIn } from './seats.ts';
import { seats } from './tables.ts';
import { callAgain, untold, writeTold } from './untold.ts';

export type CoffeeTableOptions = {
  db: Db;
  encounters: Encounters;
  announcer: Announcer;
  queues: Pick<Queues, 'register' | 'add'>;
  pool: Pick<PairingPool, 'pair'>;
  /** Who is connected right now: nobody is paired with an empty chair. */
  around: (memberId: MemberId) => boolean;
  /** Everybody in the corridor of a programme. */
  aroundIn: (programId: ProgramId) => readonly { memberId: MemberId }[];
  /** Reaches somebody whose page is closed. */
  notify: TableCallsOptions['notify'];
  /** Default: `coffeeTiming`. */
  timing?: CoffeeTiming | undefined;
  log: Log;
};

/** How long, in ms, the chair of somebody who went offline is kept. */
export const chairKept = 120_000;

/** So long after it was poured, in ms, a coffee that is still untold has lost its server. */
const untoldFor = 5_000;

type Sitting = { memberId: MemberId; programId: ProgramId };

/** The coffee table: chairs are rows, pairing is a job, so a restart keeps both. */
export class CoffeeTable {
  /** The coffees people sit at, once they were paired. */
  readonly coffees: Coffees;
  /** Those who want to be called when somebody sits down. */
  readonly calls: TableCalls;
  readonly #options: CoffeeTableOptions;
  #emptySince = new Map<MemberId, number>();
  readonly #pairJob = defineJob({
    name: 'coffee.pair',
    schema: z.object({ programId }),
    handler: ({ programId }) => this.#pair(programId),
  });

  constructor(options: CoffeeTableOptions) {
    this.#options = options;
    this.coffees = new Coffees({ ...options, backAtTable: (programId, people) => this.#backAt(programId, people) });
    this.calls = new TableCalls(options);
    options.queues.register(this.#pairJob);
  }

  /** Sits down, or changes for how long. @throws AjarError `in-a-call`. */
  async sitDown({ memberId, programId }: Sitting, { minutes = 20, tableSize }: SittingDown = {}) {
    const { db } = this.#options;
    if ((await inCalls(db, [memberId])).size > 0) {
      throw new AjarError('conflict', 'in-a-call', 'You are in a conversation. Leave it first, then sit down.');
    }
    await db.transaction(async (tx) => {
      if (tableSize) {
        const chosen = { target: particulars.memberId, set: { tableSize } };
        await tx.insert(particulars).values({ memberId, tableSize }).onConflictDoUpdate(chosen);
      }
      const again = { target: seats.memberId, set: { minutes } };
      await tx.insert(seats).values({ memberId, programId, minutes }).onConflictDoUpdate(again);
    });
    await this.#lookSoon(programId, [memberId]);
    await this.calls.satDown({ memberId, programId });
    await this.#announce(programId, [memberId]);
  }

  /** Gets up. Not sitting is fine. */
  async leave({ memberId, programId }: Sitting): Promise<void> {
    await this.#options.db.delete(seats).where(eq(seats.memberId, memberId));
    await this.#announce(programId, [memberId]);
  }

  /**
   * Clears chairs whose people have been gone for `chairKept`, as this hub saw it: a chair that only looks taken
   * would keep others waiting for nobody. To be called now and then.
   */
  async clearLeftChairs(now: number): Promise<void> {
    const chosen = { memberId: seats.memberId, programId: seats.programId };
    const rows = await this.#options.db.select(chosen).from(seats);
    const empty = rows.filter((seat) => !this.#options.around(seat.memberId));
    const before = this.#emptySince;
    this.#emptySince = new Map(empty.map((seat) => [seat.memberId, before.get(seat.memberId) ?? now]));
    for (const seat of empty) {
      if (now - (this.#emptySince.get(seat.memberId) ?? now) >= chairKept) await this.leave(seat);
    }
  }

  /** Somebody at the table is here again, or sat down: see who can be paired. */
  async seek(programId: ProgramId): Promise<void> {
    await this.#options.queues.add(this.#pairJob, { programId }, { jobId: programId });
  }

  /** Now, and when their patience ends: whatever else is missed, then everybody permitted is good enough. */
  async #lookSoon(programId: ProgramId, people: readonly MemberId[]): Promise<void> {
    await this.seek(programId);
    for (const memberId of people) await this.#lookAgain(programId, Date.now() + longestPatience, memberId);
  }

  async #lookAgain(programId: ProgramId, at: number, why: string): Promise<void> {
    const options = { delay: Math.max(0, at - Date.now()), jobId: `${programId}/${why}/${at}` };
    await this.#options.queues.add(this.#pairJob, { programId }, options);
  }

  async #backAt(programId: ProgramId, people: MemberId[]): Promise<void> {
    await this.#announce(programId, people);
    await this.#lookSoon(programId, people);
  }

  async #pair(programId: ProgramId): Promise<void> {
    const { db, announcer, log } = this.#options;
    if ((await seatedIn(db, programId)).length < 2) return;
    const { opened, again } = await pairNow({ ...this.#options, coffees: this.coffees }, programId);
    // Everybody hears of it before anything else is seen to.
    for (const { encounterId, admissions } of opened) {
      log.info({ encounterId, people: [...admissions.keys()] }, 'Coffee was poured');
      for (const [memberId, admission] of admissions) announcer.admit(memberId, admission, 'coffee');
    }
    for (const { encounterId } of opened) await this.#seeTo(encounterId);
    const people = opened.flatMap(({ admissions }) => [...admissions.keys()]);
    if (people.length > 0) await this.#announce(programId, people);
    if (again !== null) await this.#lookAgain(programId, again, 'again');
  }

  /** What must follow once the people of a coffee were called; until all of it is done the coffee counts as untold. */
  async #seeTo(id: EncounterId): Promise<void> {
    await this.#options.encounters.expectSoon(id);
    await this.coffees.mind(id);
    await writeTold(this.#options.db, id);
  }

  /**
   * Whatever a server that died left undone: people who were paired and not called are called, and a table at which people
   * sit is looked at. All of it is as good done twice as once. To be called now and then.
   */
  async sweep(now = Date.now()): Promise<void> {
    const { db, announcer, encounters, log } = this.#options;
    for (const { encounterId, programId, people } of await untold(db, new Date(now - untoldFor))) {
      log.info({ encounterId }, 'A coffee that its server could not call people to is called again');
      for (const person of people) await callAgain(encounters, announcer, encounterId, person);
      await this.#seeTo(encounterId);
      await this.#announce(
        programId,
        people.map((person) => person.memberId),
      );
    }
    for (const programId of await programsSeatingTwo(db)) await this.seek(programId);
  }

  async #announce(programId: ProgramId, people: MemberId[]): Promise<void> {
    const { announcer } = this.#options;
    await announcer.tableChanged(programId);
    await announcer.mineChanged(people);
    await announcer.doorsOfChanged(people);
  }
}
