import {
  AjarError,
  type DoorId,
  type HoursAnswer,
  type HoursId,
  type HoursTimeId,
  hoursId,
  hoursTimeId,
  type MemberId,
  type ProgramId,
} from '@ajar/shared';
import { and, eq, isNull, lte, ne, or } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Queryable, Transaction } from '../database/index.ts';
import type { Doors } from '../doors/index.ts';
import { doors as doorsTable } from '../doors/tables.ts';
import type { Announcer } from '../hub/index.ts';
import type { Log } from '../log/index.ts';
import { defineJob, type Queues } from '../queue/index.ts';
import { type HoursRow, hoursOf, planNext, type TimeRow, unplanned, type Whose } from './plan.ts';
import { answered, nextStage, type Stage } from './stages.ts';
import { doorHours, doorHoursTimes } from './tables.ts';
import { type Notify, readersOf, tellMentor } from './telling.ts';
import { doorStands, turnOf } from './turn.ts';

/** How long before the hour, in ms, a mentor is asked `Open now?`. */
const hoursLead = 300_000;

export type HoursOptions = {
  db: Db;
  doors: Pick<Doors, 'set' | 'staffed'>;
  announcer: Pick<Announcer, 'mineChanged' | 'doorsOfChanged' | 'doorsChanged'>;
  queues: Pick<Queues, 'register' | 'add'>;
  /** Who is connected right now. */
  around: (memberId: MemberId) => boolean;
  /** Tells people who have no page of ours open. */
  notify: Notify;
  /** Sees that those who hoped are told that the door stays closed; `readers` have its hours in their calendar. */
  missed: (id: HoursTimeId, readers: readonly MemberId[]) => Promise<void>;
  log: Log;
  /** How long before the hour the mentor is asked, in ms. Default: 300,000. */
  lead?: number;
  /** Default: the clock. */
  now?: () => Date;
};

/** Whose hours; both ids from the one who asks. */
export type Holder = { memberId: MemberId; programId: ProgramId };

/**
 * Takes each time of a door's hours through its stages. The row is the truth: a job, a sweep or a press only say that it
 * is time to look, so one that comes early, late or twice changes nothing. A stage is entered by one conditional update,
 * in the transaction that turns the door; what must be said afterwards is said until the row says `told`.
 */
export class Hours {
  readonly #options: HoursOptions;
  readonly #now: () => Date;
  readonly #lead: number;
  readonly #stepJob = defineJob({
    name: 'hours.step',
    schema: z.object({ timeId: hoursTimeId }),
    handler: ({ timeId }) => this.step(timeId),
  });
  readonly #planJob = defineJob({
    name: 'hours.plan',
    schema: z.object({ hoursId }),
    handler: ({ hoursId }) => this.plan(hoursId),
  });

  constructor(options: HoursOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
    this.#lead = options.lead ?? hoursLead;
    options.queues.register(this.#stepJob);
    options.queues.register(this.#planJob);
  }

  /** Sees that the next time of hours is announced: after they were set or changed, and when one has begun. */
  async plan(id: HoursId): Promise<void> {
    const moment = { now: this.#now(), lead: this.#lead };
    const planned = await this.#options.db.transaction((tx) => planNext(tx, id, moment));
    if (planned) await this.step(planned);
  }

  /** The same for all hours of a person or a programme, whose calendar has changed. */
  async planAll(whose: Whose): Promise<void> {
    const rows = await hoursOf(this.#options.db, whose);
    for (const { id } of rows) await this.plan(id);
    await this.#changed(rows);
  }

  /** These hours were set, changed or stopped. */
  async changed(id: HoursId): Promise<void> {
    await this.plan(id);
    await this.#changed(await this.#options.db.select().from(doorHours).where(eq(doorHours.id, id)));
  }

  /** Whatever a lost job or a crash left behind. To be called now and then. */
  async sweep(): Promise<void> {
    const { db } = this.#options;
    for (const id of await unplanned(db)) await this.plan(id);
    const due = and(ne(doorHoursTimes.phase, 'over'), lte(doorHoursTimes.until, this.#now()));
    const left = await db
      .select({ id: doorHoursTimes.id })
      .from(doorHoursTimes)
      .where(or(due, eq(doorHoursTimes.told, false)));
    for (const { id } of left) await this.step(id);
  }

  /** Does whatever is due for a time by now, and sees that everything which belongs to its stage is done. */
  async step(id: HoursTimeId): Promise<void> {
    while (await this.#enterNext(id)) {
      // A server that was away for long catches up, stage by stage.
    }
    await this.#tell(id);
  }

  /** The mentor answers `Open now?`, or opens early or late. @throws AjarError `no-such-hours`, `hours-over`. */
  async answer({ memberId }: Holder, id: HoursTimeId, answer: HoursAnswer): Promise<void> {
    const row = await this.#read(id);
    if (row?.memberId !== memberId) throw noSuchHours();
    const stage = answered(row, answer, this.#now());
    if (!stage) throw new AjarError('conflict', 'hours-over', 'These hours are over. Nothing was changed.');
    if (row.phase !== 'held' || answer !== 'now') await this.#enter(row, stage, answer);
    await this.step(id);
  }

  /** The mentor opened this door, or went on duty there, by hand: hours that were given up are held after all. */
  async opened(doorId: DoorId, memberId: MemberId): Promise<void> {
    const own = and(isNull(doorHoursTimes.doorId), eq(doorsTable.id, doorId));
    const rows = await this.#options.db
      .select({ row: doorHoursTimes })
      .from(doorHoursTimes)
      .leftJoin(doorsTable, eq(doorsTable.memberId, doorHoursTimes.memberId))
      .where(
        and(
          eq(doorHoursTimes.memberId, memberId),
          eq(doorHoursTimes.phase, 'closed'),
          or(eq(doorHoursTimes.doorId, doorId), own),
        ),
      );
    for (const { row } of rows) {
      const stage = answered(row, 'now', this.#now());
      if (stage && row.startsAt <= this.#now()) await this.#enter(row, stage, 'now');
      await this.step(row.id);
    }
  }

  /** Keeps the door open for longer, this time. @returns when it ends now. @throws AjarError `no-such-hours`. */
  async extend({ memberId }: Holder, id: HoursTimeId, minutes: number): Promise<Date> {
    const endsAt = await this.#options.db.transaction(async (tx) => {
      const row = await lockTime(tx, id);
      if (row?.memberId !== memberId || row.phase !== 'held' || row.until <= this.#now()) throw noSuchHours();
      const endsAt = new Date(row.endsAt.getTime() + minutes * 60_000);
      await tx.update(doorHoursTimes).set({ endsAt, until: endsAt, told: false }).where(eq(doorHoursTimes.id, id));
      return endsAt;
    });
    await this.step(id);
    return endsAt;
  }

  /** Enters the next stage if it is time. @returns whether to look again. */
  async #enterNext(id: HoursTimeId): Promise<boolean> {
    const row = await this.#read(id);
    if (!row) return false;
    const now = this.#now();
    const sight = {
      now,
      around: this.#options.around(row.memberId),
      doorStands: await doorStands(this.#options.db, row),
    };
    const stage = nextStage(row, sight, this.#lead);
    if (!stage || (stage.phase === row.phase && stage.until <= now)) return false;
    return this.#enter(row, stage, row.answer);
  }

  /** Enters a stage once, whoever else tries, and turns the door with it. @returns whether it was this one who did. */
  async #enter(row: TimeRow, stage: Stage, answer: TimeRow['answer']): Promise<boolean> {
    const { db, doors, log } = this.#options;
    const write = async (tx: Queryable) => {
      const still = and(eq(doorHoursTimes.phase, row.phase), eq(doorHoursTimes.until, row.until));
      const entered = await tx
        .update(doorHoursTimes)
        .set({ ...stage, answer, told: false })
        .where(and(eq(doorHoursTimes.id, row.id), still))
        .returning({ id: doorHoursTimes.id });
      return entered.length > 0;
    };
    let entered = false;
    const turn = await turnOf(db, row, stage, this.#now());
    if (turn) {
      const also = async (tx: Queryable) => {
        entered = await write(tx);
        return entered;
      };
      const { owner, to, desk } = turn;
      if (desk) await doors.staffed.setDuty(owner, desk, to !== 'closed', also);
      else await doors.set(owner, to, also);
    } else {
      entered = await write(db);
    }
    if (entered) log.info({ timeId: row.id, from: row.phase, to: stage.phase }, 'Hours go on');
    return entered;
  }

  /** Everything that follows from a stage, as often as it takes: each of it is as good done twice as once. */
  async #tell(id: HoursTimeId): Promise<void> {
    const row = await this.#read(id);
    if (!row) return;
    const { db, queues, notify, missed } = this.#options;
    const { phase, until, told } = row;
    if (phase !== 'over') {
      const delay = Math.max(0, until.getTime() - this.#now().getTime());
      // Named by its time: hours that were made longer are not a job that waits already.
      await queues.add(this.#stepJob, { timeId: id }, { delay, jobId: `${id}/${until.getTime()}` });
    }
    if (told) return;
    // What is ahead now comes after one that has begun, or was given up.
    const begun = phase !== 'announced' && phase !== 'asked';
    if (begun) await queues.add(this.#planJob, { hoursId: row.hoursId }, { jobId: row.hoursId });
    if (phase === 'asked' && row.answer === null && !(await doorStands(db, row))) {
      await tellMentor(db, notify, row, this.#now());
    }
    if (phase === 'closed' && this.#now() < row.endsAt) {
      await missed(id, await readersOf(db, row));
    }
    await this.#changed([row]);
    const still = and(eq(doorHoursTimes.phase, phase), eq(doorHoursTimes.until, until));
    await db
      .update(doorHoursTimes)
      .set({ told: true })
      .where(and(eq(doorHoursTimes.id, id), still));
  }

  async #changed(rows: readonly Pick<HoursRow, 'memberId' | 'doorId'>[]): Promise<void> {
    const { announcer } = this.#options;
    const people = rows.map((row) => row.memberId);
    await announcer.mineChanged(people);
    await announcer.doorsOfChanged(people);
    const desks = new Set(rows.flatMap((row) => row.doorId ?? []));
    if (desks.size > 0) await announcer.doorsChanged([...desks]);
  }

  async #read(id: HoursTimeId): Promise<TimeRow | undefined> {
    const [row] = await this.#options.db.select().from(doorHoursTimes).where(eq(doorHoursTimes.id, id));
    return row;
  }
}

async function lockTime(tx: Transaction, id: HoursTimeId): Promise<TimeRow | undefined> {
  const [row] = await tx.select().from(doorHoursTimes).where(eq(doorHoursTimes.id, id)).for('update');
  return row;
}

function noSuchHours(): AjarError {
  return new AjarError('not-found', 'no-such-hours', 'These hours are over, or were changed. Nothing was changed.');
}
