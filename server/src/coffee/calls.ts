import { type CallMeMinutes, type MemberId, memberId, type ProgramId, programId } from '@ajar/shared';
import { and, eq, gt, inArray, ne } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Transaction } from '../database/index.ts';
import { inCalls } from '../encounters/index.ts';
import type { Announcer } from '../hub/index.ts';
import { conflictsOf, mayMeet } from '../people/index.ts';
import type { Notification } from '../push/index.ts';
import { defineJob, type Queues } from '../queue/index.ts';
import { policyOf } from './policy.ts';
import { coffeeCalls, seats } from './tables.ts';
import { callWords } from './words.ts';

export type TableCallsOptions = {
  db: Db;
  announcer: Pick<Announcer, 'tableCalls'>;
  queues: Pick<Queues, 'register' | 'add'>;
  /** Reaches somebody whose page is closed. */
  notify: (memberId: MemberId, message: Notification) => Promise<void>;
};

/** Nobody is called for somebody who is paired within so long, in ms. */
const settled = 3_000;

/** How long a call is worth answering, in s. */
const worthTelling = 300;

/** Calls those who asked for it when somebody sits down for coffee. Never who. */
export class TableCalls {
  readonly #options: TableCallsOptions;
  readonly #callJob = defineJob({
    name: 'coffee.call',
    schema: z.object({ memberId, programId }),
    handler: (sitting) => this.#call(sitting),
  });

  constructor(options: TableCallsOptions) {
    this.#options = options;
    options.queues.register(this.#callJob);
  }

  /** Once, within so many minutes from now. Asking again changes until when. */
  async ask(memberId: MemberId, programId: ProgramId, minutes: CallMeMinutes): Promise<void> {
    const until = new Date(Date.now() + minutes * 60_000);
    const again = { target: coffeeCalls.memberId, set: { until } };
    await this.#options.db.insert(coffeeCalls).values({ memberId, programId, until }).onConflictDoUpdate(again);
  }

  async forget(memberId: MemberId): Promise<void> {
    await this.#options.db.delete(coffeeCalls).where(eq(coffeeCalls.memberId, memberId));
  }

  /** Until when somebody is called; null: they are not. */
  async until(memberId: MemberId): Promise<Date | null> {
    const mine = and(eq(coffeeCalls.memberId, memberId), gt(coffeeCalls.until, new Date()));
    const [row] = await this.#options.db.select({ until: coffeeCalls.until }).from(coffeeCalls).where(mine);
    return row?.until ?? null;
  }

  /** Somebody sat down. Who was waiting to be called is, unless the table finds somebody for them at once. */
  async satDown(sitting: { memberId: MemberId; programId: ProgramId }): Promise<void> {
    await this.#options.queues.add(this.#callJob, sitting, { delay: settled, jobId: sitting.memberId });
  }

  async #call(sitting: { memberId: MemberId; programId: ProgramId }): Promise<void> {
    const { announcer, notify } = this.#options;
    for (const memberId of await this.#options.db.transaction((tx) => takeCalls(tx, sitting))) {
      announcer.tableCalls(memberId);
      await notify(memberId, {
        words: callWords,
        path: '/',
        tag: 'coffee',
        ttlSeconds: worthTelling,
      });
    }
  }
}

/** Takes the wishes of everybody this sitting person could meet: each is called once. */
async function takeCalls(
  tx: Transaction,
  { memberId, programId }: { memberId: MemberId; programId: ProgramId },
): Promise<MemberId[]> {
  const [still] = await tx.select({ id: seats.memberId }).from(seats).where(eq(seats.memberId, memberId));
  if (!still) return [];
  const wishes = await tx
    .select({ memberId: coffeeCalls.memberId })
    .from(coffeeCalls)
    .where(
      and(eq(coffeeCalls.programId, programId), ne(coffeeCalls.memberId, memberId), gt(coffeeCalls.until, new Date())),
    )
    .orderBy(coffeeCalls.memberId)
    .for('update');
  const ids = wishes.map((wish) => wish.memberId);
  const { supervisorsMay } = await policyOf(tx, programId);
  const graph = await conflictsOf(tx, [memberId, ...ids], { supervisorsMay });
  const busy = await inCalls(tx, ids);
  const called = ids.filter((other) => !busy.has(other) && mayMeet(graph, memberId, other, 'coffee'));
  if (called.length > 0) await tx.delete(coffeeCalls).where(inArray(coffeeCalls.memberId, called));
  return called;
}
