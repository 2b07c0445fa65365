import {
  AjarError,
  type MemberId,
  type MySeat,
  type PersonSeen,
  type ProgramId,
  programId,
  type TableSeen,
} from '@ajar/shared';
import { and, asc, count, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Db, Queryable, Transaction } from '../database/index.ts';
import { type Encounters, encounterPeople, encounters, inCalls, type Opened } from '../encounters/index.ts';
import type { Announcer } from '../hub/index.ts';
import type { Log } from '../log/index.ts';
import { conflictsOf, mayMeet } from '../people/index.ts';
import { members, programs } from '../programs/tables.ts';
import { defineJob, type Queues } from '../queue/index.ts';
import { choosePairs } from './choose-pairs.ts';
import { seats } from './tables.ts';

export type CoffeeTableOptions = {
  db: Db;
  encounters: Encounters;
  announcer: Announcer;
  queues: Pick<Queues, 'register' | 'add'>;
  /** Who is connected right now: nobody is paired with an empty chair. */
  around: (memberId: MemberId) => boolean;
  log: Log;
};

/** How long, in ms, the chair of somebody who went offline is kept. */
export const chairKept = 120_000;

type Place = Awaited<ReturnType<Encounters['place']>>;
type Sitting = { memberId: MemberId; programId: ProgramId };

/** The coffee table: chairs are rows, pairing is a job, so a restart keeps both. */
export class CoffeeTable {
  readonly #db: Db;
  readonly #encounters: Encounters;
  readonly #announcer: Announcer;
  readonly #queues: CoffeeTableOptions['queues'];
  readonly #around: CoffeeTableOptions['around'];
  readonly #log: Log;
  #emptySince = new Map<MemberId, number>();
  readonly #pairJob = defineJob({
    name: 'coffee.pair',
    schema: z.object({ programId }),
    handler: ({ programId }) => this.#pair(programId),
  });

  constructor({ db, encounters, announcer, queues, around, log }: CoffeeTableOptions) {
    this.#db = db;
    this.#encounters = encounters;
    this.#announcer = announcer;
    this.#queues = queues;
    this.#around = around;
    this.#log = log;
    queues.register(this.#pairJob);
  }

  /** Sits down. Sitting already is fine. @throws AjarError `in-a-call`. */
  async sitDown({ memberId, programId }: Sitting): Promise<void> {
    if ((await inCalls(this.#db, [memberId])).size > 0) {
      throw new AjarError('conflict', 'in-a-call', 'You are in a conversation. Leave it first, then sit down.');
    }
    await this.#db.insert(seats).values({ memberId, programId }).onConflictDoNothing();
    await this.seek(programId);
    await this.#announce(programId, [memberId]);
  }

  /** Gets up. Not sitting is fine. */
  async leave({ memberId, programId }: Sitting): Promise<void> {
    await this.#db.delete(seats).where(eq(seats.memberId, memberId));
    await this.#announce(programId, [memberId]);
  }

  /**
   * Clears chairs whose people have been gone for `chairKept`, as this hub saw it: a chair that only looks taken
   * would keep others waiting for nobody. To be called now and then.
   */
  async clearLeftChairs(now: number): Promise<void> {
    const rows = await this.#db.select({ memberId: seats.memberId, programId: seats.programId }).from(seats);
    const empty = rows.filter((seat) => !this.#around(seat.memberId));
    const before = this.#emptySince;
    this.#emptySince = new Map(empty.map((seat) => [seat.memberId, before.get(seat.memberId) ?? now]));
    for (const seat of empty) {
      if (now - (this.#emptySince.get(seat.memberId) ?? now) >= chairKept) await this.leave(seat);
    }
  }

  /** Somebody at the table is here again, or sat down: see who can be paired. */
  async seek(programId: ProgramId): Promise<void> {
    await this.#queues.add(this.#pairJob, { programId }, { jobId: programId });
  }

  /** Exactly once: the programme's row is locked, the chairs go in the transaction that writes the encounter. */
  async #pair(programId: ProgramId): Promise<void> {
    const waiting = await seatedIn(this.#db, programId);
    if (waiting.length < 2) return;
    const node = await this.#encounters.place();
    const opened = await this.#db.transaction(async (tx) => {
      await tx.select({ id: programs.id }).from(programs).where(eq(programs.id, programId)).for('update');
      const pairs = await this.#chosenPairs(tx, programId);
      const all: Opened[] = [];
      for (const people of pairs) {
        const one = await this.#open(tx, programId, people, node);
        if (one) all.push(one);
      }
      return all;
    });
    for (const { encounterId, admissions } of opened) {
      this.#log.info({ encounterId, people: [...admissions.keys()] }, 'Coffee was poured for two');
      for (const [memberId, admission] of admissions) this.#announcer.admit(memberId, admission, 'coffee');
      await this.#encounters.expectSoon(encounterId);
    }
    const people = opened.flatMap(({ admissions }) => [...admissions.keys()]);
    if (people.length > 0) await this.#announce(programId, people);
  }

  /** Each pair in a savepoint: somebody who walked through a door this very moment costs only their own pair. */
  async #open(tx: Transaction, programId: ProgramId, people: PersonSeen[], node: Place): Promise<Opened | null> {
    try {
      return await tx.transaction((savepoint) => this.#encounters.open(savepoint, 'coffee', programId, people, node));
    } catch (thrown) {
      if (thrown instanceof AjarError && thrown.code === 'in-a-call') return null;
      throw thrown;
    }
  }

  async #chosenPairs(tx: Transaction, programId: ProgramId) {
    const here = (await seatedIn(tx, programId)).filter((seat) => this.#around(seat.memberId));
    const ids = here.map((seat) => seat.memberId);
    const busy = await inCalls(tx, ids);
    const graph = await conflictsOf(tx, ids);
    const met = await lastMeetings(tx, ids);
    const pairs = choosePairs(
      here.filter((seat) => !busy.has(seat.memberId)),
      { mayMeet: (a, b) => mayMeet(graph, a, b, 'coffee'), lastMet: (a, b) => met.get(pairKey(a, b)) },
    );
    const names = new Map(here.map((seat) => [seat.memberId, seat.name]));
    return pairs.map((pair) => pair.map((memberId) => ({ memberId, name: names.get(memberId) ?? '' })));
  }

  async #announce(programId: ProgramId, people: MemberId[]): Promise<void> {
    await this.#announcer.tableChanged(programId);
    await this.#announcer.mineChanged(people);
    await this.#announcer.doorsOfChanged(people);
  }
}

async function seatedIn(db: Queryable, programId: ProgramId) {
  const rows = await db
    .select({ memberId: seats.memberId, since: seats.since, name: members.name })
    .from(seats)
    .innerJoin(members, eq(members.id, seats.memberId))
    .where(eq(seats.programId, programId))
    .orderBy(asc(seats.since));
  return rows.map((row) => ({ ...row, since: row.since.getTime() }));
}

/** When each two of these people last met, by `pairKey`, in ms since the epoch. */
async function lastMeetings(db: Queryable, ids: readonly MemberId[]): Promise<Map<string, number>> {
  if (ids.length < 2) return new Map();
  const other = alias(encounterPeople, 'other');
  const rows = await db
    .selectDistinctOn([encounterPeople.memberId, other.memberId], {
      a: encounterPeople.memberId,
      b: other.memberId,
      at: encounters.startedAt,
    })
    .from(encounterPeople)
    .innerJoin(other, eq(other.encounterId, encounterPeople.encounterId))
    .innerJoin(encounters, eq(encounters.id, encounterPeople.encounterId))
    .where(
      and(
        inArray(encounterPeople.memberId, [...ids]),
        inArray(other.memberId, [...ids]),
        isNotNull(encounters.startedAt),
      ),
    )
    .orderBy(encounterPeople.memberId, other.memberId, desc(encounters.startedAt));
  return new Map(rows.flatMap(({ a, b, at }) => (at && a !== b ? [[pairKey(a, b), at.getTime()] as const] : [])));
}

function pairKey(a: MemberId, b: MemberId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** The table as everybody sees it. */
export async function tableOf(db: Queryable, programId: ProgramId): Promise<TableSeen> {
  const [row] = await db.select({ taken: count() }).from(seats).where(eq(seats.programId, programId));
  return { taken: row?.taken ?? 0 };
}

export async function seatOf(db: Queryable, memberId: MemberId): Promise<MySeat | null> {
  const [row] = await db.select({ since: seats.since }).from(seats).where(eq(seats.memberId, memberId));
  return row ? { since: row.since.toISOString() } : null;
}
