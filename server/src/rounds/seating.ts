import {
  AjarError,
  type EncounterId,
  type MemberId,
  type OccurrenceId,
  type PageLanguage,
  type PersonSeen,
} from '@ajar/shared';
import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import { dateOf } from '../calendar/index.ts';
import { keepDrawing, roundOf } from '../coffee/index.ts';
import type { Db, Queryable, Transaction } from '../database/index.ts';
import { type Encounters, encounterPeople, encounters, inCalls } from '../encounters/index.ts';
import { languagesOf } from '../languages/index.ts';
import { conflictsOf, mayMeet } from '../people/index.ts';
import { unseated } from './people.ts';
import type { OccurrenceRow, RoundRow } from './plan.ts';
import { roundPresence, roundSeats } from './tables.ts';

type PairingRound = Awaited<ReturnType<typeof roundOf>>;
type Pairing = Parameters<typeof keepDrawing>[1]['pairing'];

/** Makes tables of whoever is in the round. */
export type PairPeople = (
  round: PairingRound,
  told: { names: Readonly<Record<string, string>>; languages: Readonly<Record<string, PageLanguage>> },
) => Promise<Pairing>;

/** Who sits with whom, decided before the transaction that seats them. */
export type SeatingPlan = { people: PersonSeen[]; round: PairingRound; pairing: Pairing } | null;

type Place = Awaited<ReturnType<Encounters['place']>>;
type Of = { round: RoundRow; occurrence: OccurrenceRow };

/** Decides who sits with whom of those who are there and without a table: never a pair of an earlier sitting. */
export async function planSeating(
  db: Db,
  { round, occurrence }: Of,
  sitting: number,
  around: (memberId: MemberId) => boolean,
  pair: PairPeople,
): Promise<SeatingPlan> {
  const there = (await unseated(db, { id: occurrence.id, sitting })).filter(({ memberId }) => around(memberId));
  const busy = await inCalls(
    db,
    there.map((person) => person.memberId),
  );
  const people = there.filter(({ memberId }) => !busy.has(memberId));
  if (people.length < 2) return null;
  const on = dateOf(occurrence.startsAt, round.timeZone);
  const memberIds = people.map((person) => person.memberId);
  const before = await roundOf(db, { programId: round.programId, memberIds, on });
  const pairs = await pairsSoFar(db, occurrence.id);
  const window = round.repeatWindowDays ?? before.repeatWindowDays;
  const wanted: PairingRound = {
    ...before,
    ...(round.preset ? { preset: round.preset, weights: {} } : {}),
    // A window of no days would let a pair of this very round sit together again: then only they are remembered.
    repeatWindowDays: Math.max(1, window),
    met: [...(window > 0 ? before.met : []), ...pairs.map((people) => ({ people, on }))],
  };
  const languageOf = await languagesOf(db, memberIds);
  const names = Object.fromEntries(people.map(({ memberId, name }) => [memberId, name]));
  const languages = Object.fromEntries(memberIds.map((memberId) => [memberId, languageOf(memberId)]));
  return { people, round: wanted, pairing: await pair(wanted, { names, languages }) };
}

/**
 * Seats people in a sitting and opens an encounter a table. Each place is taken by an insert that only one can win, so
 * whoever has a place by now keeps it, and a table that lost somebody does not come about.
 */
export async function seat(
  tx: Transaction,
  encounters: Encounters,
  { round, occurrence }: Of,
  sitting: number,
  plan: SeatingPlan,
  node: Place,
): Promise<EncounterId[]> {
  if (!plan) return [];
  const names = new Map(plan.people.map((person) => [person.memberId as string, person]));
  const graph = await conflictsOf(
    tx,
    plan.people.map((person) => person.memberId),
  );
  // A programme may let supervisors meet whom they supervise, as people do at a door; a block it cannot lift.
  const kind = plan.round.supervisorsMay ? 'door' : 'round';
  const opened = new Map<Pairing['tables'][number], EncounterId>();
  for (const table of plan.pairing.tables) {
    const people = table.people.flatMap((id) => names.get(id) ?? []);
    const mayAll = people.every((a) => people.every((b) => a === b || mayMeet(graph, a.memberId, b.memberId, kind)));
    if (people.length < 2 || !mayAll) continue;
    const id = await openTable(tx, encounters, { round, occurrence }, sitting, people, node);
    if (id) opened.set(table, id);
  }
  const { pairing, round: input } = plan;
  await keepDrawing(tx, { programId: round.programId, round: input, pairing, encounters: opened });
  return [...opened.values()];
}

/** In a savepoint: somebody who walked through a door this very moment costs only their own table. */
async function openTable(
  tx: Transaction,
  encounters: Encounters,
  { round, occurrence }: Of,
  sitting: number,
  people: PersonSeen[],
  node: Place,
): Promise<EncounterId | null> {
  try {
    return await tx.transaction(async (savepoint) => {
      const { encounterId } = await encounters.open(savepoint, 'round', round.programId, people, node);
      const rows = people.map(({ memberId }) => ({ occurrenceId: occurrence.id, sitting, memberId, encounterId }));
      const seated = await savepoint
        .insert(roundSeats)
        .values(rows)
        .onConflictDoUpdate({
          target: [roundSeats.occurrenceId, roundSeats.sitting, roundSeats.memberId],
          set: { encounterId },
          setWhere: isNull(roundSeats.encounterId),
        })
        .returning({ memberId: roundSeats.memberId });
      if (seated.length < people.length) throw new AjarError('conflict', 'in-a-call', 'Somebody has a table already.');
      return encounterId;
    });
  } catch (thrown) {
    if (thrown instanceof AjarError && thrown.code === 'in-a-call') return null;
    throw thrown;
  }
}

/** The tables of an occurrence's sittings up to one, as far as they are not over: with who is still in them. */
export async function openTables(db: Queryable, occurrenceId: OccurrenceId, before: number) {
  const rows = await db
    .select({ encounterId: encounterPeople.encounterId, memberId: encounterPeople.memberId })
    .from(roundSeats)
    .innerJoin(encounters, eq(encounters.id, roundSeats.encounterId))
    .innerJoin(
      encounterPeople,
      and(
        eq(encounterPeople.encounterId, roundSeats.encounterId),
        eq(encounterPeople.memberId, roundSeats.memberId),
        isNull(encounterPeople.leftAt),
      ),
    )
    .where(and(eq(roundSeats.occurrenceId, occurrenceId), lt(roundSeats.sitting, before), isNull(encounters.endedAt)));
  const tables = new Map<EncounterId, MemberId[]>();
  for (const { encounterId, memberId } of rows) {
    tables.set(encounterId, [...(tables.get(encounterId) ?? []), memberId]);
  }
  return tables;
}

/** The rooms of a sitting's tables, over or not. */
export function roomsOf(db: Queryable, occurrenceId: OccurrenceId, sitting: number) {
  return db
    .selectDistinct({ encounterId: encounters.id, nodeId: encounters.nodeId })
    .from(roundSeats)
    .innerJoin(encounters, eq(encounters.id, roundSeats.encounterId))
    .where(and(eq(roundSeats.occurrenceId, occurrenceId), eq(roundSeats.sitting, sitting)));
}

/** Who has been admitted to a table of this sitting and is not in its room yet. */
export function notIn(db: Queryable, occurrenceId: OccurrenceId, sitting: number) {
  return db
    .select({ encounterId: encounterPeople.encounterId, memberId: encounterPeople.memberId })
    .from(roundSeats)
    .innerJoin(
      encounterPeople,
      and(
        eq(encounterPeople.encounterId, roundSeats.encounterId),
        eq(encounterPeople.memberId, roundSeats.memberId),
        isNull(encounterPeople.leftAt),
        isNull(encounterPeople.joinedAt),
      ),
    )
    .where(and(eq(roundSeats.occurrenceId, occurrenceId), eq(roundSeats.sitting, sitting)));
}

/**
 * Who let others wait at their table never came to it: they are taken to have gone, until they say that they are there
 * again. Where nobody came in, the fault was not theirs.
 */
export async function releaseAbsent(tx: Transaction, occurrenceId: OccurrenceId, sitting: number, at: Date) {
  const rows = await tx
    .select({
      encounterId: encounterPeople.encounterId,
      memberId: encounterPeople.memberId,
      joinedAt: encounterPeople.joinedAt,
    })
    .from(roundSeats)
    .innerJoin(
      encounterPeople,
      and(eq(encounterPeople.encounterId, roundSeats.encounterId), eq(encounterPeople.memberId, roundSeats.memberId)),
    )
    .where(and(eq(roundSeats.occurrenceId, occurrenceId), eq(roundSeats.sitting, sitting)));
  const met = new Set(rows.filter((row) => row.joinedAt).map((row) => row.encounterId));
  for (const { encounterId, memberId, joinedAt } of rows) {
    if (joinedAt || !met.has(encounterId)) continue;
    await tx
      .update(roundPresence)
      .set({ goneAt: at })
      .where(and(eq(roundPresence.occurrenceId, occurrenceId), eq(roundPresence.memberId, memberId)));
  }
}

/** Every two people who have sat at a table in this occurrence. */
async function pairsSoFar(db: Queryable, occurrenceId: OccurrenceId): Promise<[string, string][]> {
  const rows = await db
    .select({ memberId: roundSeats.memberId, encounterId: roundSeats.encounterId })
    .from(roundSeats)
    .where(and(eq(roundSeats.occurrenceId, occurrenceId), isNotNull(roundSeats.encounterId)));
  const tables = Map.groupBy(rows, (row) => row.encounterId);
  return [...tables.values()].flatMap((table) =>
    table.flatMap((a, n) => table.slice(n + 1).map((b): [string, string] => [a.memberId, b.memberId])),
  );
}
