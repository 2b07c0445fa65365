import { AjarError, type EncounterId, type MemberId, type OccurrenceId, type PersonSeen } from '@ajar/shared';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { policyOf } from '../coffee/index.ts';
import type { Db, Queryable, Transaction } from '../database/index.ts';
import { type Encounters, encounterPeople, inCalls } from '../encounters/index.ts';
import type { Announcer } from '../hub/index.ts';
import { conflictsOf, mayMeet } from '../people/index.ts';
import { members } from '../programs/tables.ts';
import { unseated } from './people.ts';
import type { OccurrenceRow, RoundRow } from './plan.ts';
import type { Participant } from './rounds.ts';
import { roundAsks, roundOccurrences, roundSeats } from './tables.ts';

type Of = { round: RoundRow; occurrence: OccurrenceRow };

export type AsksOptions = {
  db: Db;
  encounters: Encounters;
  announcer: Announcer;
  read: (id: OccurrenceId) => Promise<Of | undefined>;
};

/**
 * Somebody late joins a pair as a trio if both agree. A no is told to nobody: to whoever asked it looks like no answer,
 * and the next sitting is theirs anyway.
 */
export class Asks {
  readonly #options: AsksOptions;

  constructor(options: AsksOptions) {
    this.#options = options;
  }

  /** Asks one pair that may meet this person. @throws AjarError `no-pair`. */
  async ask({ memberId, programId }: Participant, id: OccurrenceId): Promise<void> {
    const { db, announcer, read } = this.#options;
    const of = await read(id);
    if (of?.round.programId !== programId || of.occurrence.phase !== 'sitting') throw noPair();
    const waits = await unseated(db, of.occurrence);
    if (!waits.some((person) => person.memberId === memberId)) throw noPair();
    const { sitting } = of.occurrence;
    const [encounterId, pair] = (await this.#pairFor(of, memberId)) ?? [];
    if (!encounterId || !pair) throw noPair();
    await db.insert(roundAsks).values({ occurrenceId: id, memberId, sitting, encounterId }).onConflictDoNothing();
    await announcer.roundChanged(programId, pair);
  }

  /** One of a pair answers. With the second yes the person comes in. Asked no more, or answered already: nothing happens. */
  async answer({ memberId, programId }: Participant, id: OccurrenceId, asking: MemberId, yes: boolean): Promise<void> {
    const { db, encounters, announcer, read } = this.#options;
    const of = await read(id);
    if (of?.round.programId !== programId) return;
    const joined = await db.transaction((tx) => this.#write(tx, of, memberId, asking, yes));
    if (joined) {
      const [person] = await db.select({ name: members.name }).from(members).where(eq(members.id, asking));
      const admission = await encounters.enter(joined, { memberId: asking, name: person?.name ?? '' });
      announcer.admit(asking, admission, 'round');
      await encounters.expectSoon(joined);
      await announcer.mineChanged([asking]);
    }
    await announcer.roundChanged(programId);
  }

  async #write(
    tx: Transaction,
    { round, occurrence }: Of,
    me: MemberId,
    asking: MemberId,
    yes: boolean,
  ): Promise<EncounterId | null> {
    const { id, sitting } = occurrence;
    const its = and(
      eq(roundAsks.occurrenceId, id),
      eq(roundAsks.sitting, sitting),
      eq(roundAsks.memberId, asking),
      eq(roundAsks.declined, false),
    );
    // The occurrence first, as every stage does: a sitting cannot end while somebody is let into it.
    const [now] = await tx
      .select({ phase: roundOccurrences.phase, sitting: roundOccurrences.sitting })
      .from(roundOccurrences)
      .where(eq(roundOccurrences.id, id))
      .for('update');
    const [ask] = await tx.select().from(roundAsks).where(its).for('update');
    if (!ask || now?.phase !== 'sitting' || now.sitting !== sitting) return null;
    const pair = (await insideOf(tx, [ask.encounterId])).get(ask.encounterId) ?? [];
    if (!pair.includes(me)) return null;
    const said = [...new Set([...ask.yes, me])];
    await tx
      .update(roundAsks)
      .set(yes ? { yes: said } : { declined: true })
      .where(its);
    const busy = await inCalls(tx, [asking]);
    if (!yes || busy.size > 0 || !pair.every((memberId) => said.includes(memberId))) return null;
    if (!(await mayJoin(tx, round, asking, pair))) return null;
    await this.#options.encounters.admitInto(tx, ask.encounterId, asking);
    await tx
      .insert(roundSeats)
      .values({ occurrenceId: id, sitting, memberId: asking, encounterId: ask.encounterId })
      .onConflictDoUpdate({
        target: [roundSeats.occurrenceId, roundSeats.sitting, roundSeats.memberId],
        set: { encounterId: ask.encounterId },
      });
    await tx.delete(roundAsks).where(its);
    return ask.encounterId;
  }

  /** A table of two, both in its room, nobody of whom this person may not meet, and that was not asked yet. */
  async #pairFor({ round, occurrence }: Of, memberId: MemberId): Promise<[EncounterId, MemberId[]] | undefined> {
    const { db } = this.#options;
    const { id, sitting } = occurrence;
    const seats = await db
      .selectDistinct({ encounterId: roundSeats.encounterId })
      .from(roundSeats)
      .where(and(eq(roundSeats.occurrenceId, id), eq(roundSeats.sitting, sitting)));
    const asked = await db
      .select({ encounterId: roundAsks.encounterId })
      .from(roundAsks)
      .where(and(eq(roundAsks.occurrenceId, id), eq(roundAsks.sitting, sitting)));
    const busy = new Set(asked.map((row) => row.encounterId));
    const free = seats.flatMap(({ encounterId }) => (encounterId && !busy.has(encounterId) ? [encounterId] : []));
    for (const [encounterId, pair] of await insideOf(db, free)) {
      if (pair.length === 2 && (await mayJoin(db, round, memberId, pair))) return [encounterId, pair];
    }
    return undefined;
  }
}

/** Whom each member of an occurrence is asked about. */
export async function asksFor(
  db: Queryable,
  { id, sitting, phase }: OccurrenceRow,
): Promise<Map<MemberId, PersonSeen>> {
  const asked = new Map<MemberId, PersonSeen>();
  if (phase !== 'sitting') return asked;
  const rows = await db
    .select({ memberId: members.id, name: members.name, encounterId: roundAsks.encounterId, yes: roundAsks.yes })
    .from(roundAsks)
    .innerJoin(members, eq(members.id, roundAsks.memberId))
    .where(and(eq(roundAsks.occurrenceId, id), eq(roundAsks.sitting, sitting), eq(roundAsks.declined, false)));
  const tables = await insideOf(
    db,
    rows.map((row) => row.encounterId),
  );
  for (const { memberId, name, encounterId, yes } of rows) {
    for (const sits of tables.get(encounterId) ?? []) if (!yes.includes(sits)) asked.set(sits, { memberId, name });
  }
  return asked;
}

/** Who is in each of these encounters' rooms, or expected there. */
async function insideOf(db: Queryable, ids: readonly EncounterId[]): Promise<Map<EncounterId, MemberId[]>> {
  const tables = new Map<EncounterId, MemberId[]>();
  if (ids.length === 0) return tables;
  const rows = await db
    .select({ encounterId: encounterPeople.encounterId, memberId: encounterPeople.memberId })
    .from(encounterPeople)
    .where(and(inArray(encounterPeople.encounterId, [...ids]), isNull(encounterPeople.leftAt)))
    .orderBy(encounterPeople.encounterId, encounterPeople.memberId);
  for (const { encounterId, memberId } of rows) {
    tables.set(encounterId, [...(tables.get(encounterId) ?? []), memberId]);
  }
  return tables;
}

/** Asked again at the moment of meeting: the one rule of who may meet whom, as this programme has it for rounds. */
async function mayJoin(db: Queryable, round: RoundRow, memberId: MemberId, pair: MemberId[]): Promise<boolean> {
  const { supervisorsMay } = await policyOf(db, round.programId);
  const graph = await conflictsOf(db, [memberId, ...pair]);
  return pair.every((other) => mayMeet(graph, memberId, other, supervisorsMay ? 'door' : 'round'));
}

function noPair(): AjarError {
  const words = 'There is no pair to ask just now. You have a place in the next sitting.';
  return new AjarError('conflict', 'no-pair', words);
}
