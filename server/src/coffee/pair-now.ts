import { AjarError, type EncounterId, type MemberId, type ProgramId } from '@ajar/shared';
import { count, eq } from 'drizzle-orm';
import type { Db, Queryable, Transaction } from '../database/index.ts';
import { type Encounters, inCalls, type Opened } from '../encounters/index.ts';
import { languagesOf } from '../languages/index.ts';
import { conflictsOf, mayMeet } from '../people/index.ts';
import { members, programs } from '../programs/tables.ts';
import type { Coffees } from './coffees.ts';
import { tableWindow } from './good-enough.ts';
import { keepDrawing } from './keep-drawing.ts';
import { roundOf } from './load-round.ts';
import { type Drawn, lookAt } from './look.ts';
import { newSalt, type PairedTable, type PairingPool, type Round } from './pairing/index.ts';
import { type Seated, seatedIn } from './seats.ts';

type PairNowOptions = {
  db: Db;
  encounters: Encounters;
  pool: Pick<PairingPool, 'pair'>;
  coffees: Coffees;
  around: (memberId: MemberId) => boolean;
  aroundIn: (programId: ProgramId) => readonly { memberId: MemberId }[];
};

/**
 * Looks at the table and opens an encounter for every table that is good enough. Exactly once: who sits where is decided
 * beside the database, and asked of it again with the programme's row locked, in the transaction that opens the encounter,
 * takes the chairs and keeps the receipt.
 * @returns what was opened, and when to look again, in ms since the epoch.
 */
export async function pairNow(
  options: PairNowOptions,
  programId: ProgramId,
): Promise<{ opened: Opened[]; again: number | null }> {
  const { db, pool, encounters, around, aroundIn } = options;
  const here = await freeSeats(db, programId, around);
  if (here.length < 2) return { opened: [], again: null };
  const now = Date.now();
  const ids = here.map((seat) => seat.memberId);
  const [round, languageOf] = await Promise.all([tableRound(db, programId, here, now), languagesOf(db, ids)]);
  const names = Object.fromEntries(here.map((seat) => [seat.memberId, firstName(seat.name)]));
  const languages = Object.fromEntries(ids.map((id) => [id, languageOf(id)]));
  const seen = await lookAt({
    here,
    round,
    pair: (wanted) => pool.pair(wanted, { names, languages, salt: newSalt() }),
    somebodyElseAround: await anybodyElse(db, here, aroundIn(programId)),
    now,
  });
  if (seen.drawn.every(({ open }) => open.length === 0)) return { opened: [], again: seen.again };
  const node = await encounters.place();
  const opened = await db.transaction(async (tx) => {
    await tx.select({ id: programs.id }).from(programs).where(eq(programs.id, programId)).for('update');
    const all: Opened[] = [];
    for (const drawn of seen.drawn) all.push(...(await openDrawn(tx, options, programId, drawn, node)));
    return all;
  });
  return { opened, again: seen.again };
}

async function freeSeats(
  db: Queryable,
  programId: ProgramId,
  around: (memberId: MemberId) => boolean,
): Promise<Seated[]> {
  const here = (await seatedIn(db, programId)).filter((seat) => around(seat.memberId));
  const busy = await inCalls(
    db,
    here.map((seat) => seat.memberId),
  );
  return here.filter((seat) => !busy.has(seat.memberId));
}

/** What the pairing goes by, as the table asks it: its own window, and the first in line goes first. */
async function tableRound(db: Queryable, programId: ProgramId, here: Seated[], now: number): Promise<Round> {
  const memberIds = here.map((seat) => seat.memberId);
  const round = await roundOf(db, { programId, memberIds, on: new Date(now).toISOString().slice(0, 10) });
  const [size] = await db.select({ members: count() }).from(members).where(eq(members.programId, programId));
  const first = new Set<string>(here.filter((seat, at) => at === 0 || seat.again).map((seat) => seat.memberId));
  return {
    ...round,
    repeatWindowDays: tableWindow(round.repeatWindowDays, size?.members ?? 0),
    people: round.people.map((person) => ({ ...person, leftOverLast: person.leftOverLast || first.has(person.id) })),
  };
}

/** Whether anybody in the corridor, neither at the table nor in a call, could still sit down. */
async function anybodyElse(db: Queryable, here: Seated[], around: readonly { memberId: MemberId }[]): Promise<boolean> {
  const seated = new Set(here.map((seat) => seat.memberId));
  const others = around.map((person) => person.memberId).filter((memberId) => !seated.has(memberId));
  return (await inCalls(db, others)).size < others.length;
}

async function openDrawn(
  tx: Transaction,
  options: PairNowOptions,
  programId: ProgramId,
  { round, pairing, open }: Drawn,
  node: Awaited<ReturnType<Encounters['place']>>,
): Promise<Opened[]> {
  const here = new Map((await freeSeats(tx, programId, options.around)).map((seat) => [seat.memberId as string, seat]));
  const all: Opened[] = [];
  const kept = new Map<PairedTable, EncounterId>();
  for (const table of open) {
    const sitting = table.people.flatMap((id) => here.get(id) ?? []);
    if (sitting.length < table.people.length || !(await mayAllMeet(tx, sitting, round.supervisorsMay))) continue;
    const opened = await openOne(tx, options, programId, sitting, node);
    if (!opened) continue;
    kept.set(table, opened.encounterId);
    all.push(withReasons(opened, table.reasons));
  }
  await keepDrawing(tx, { programId, round, pairing, encounters: kept, fairness: false });
  return all;
}

/** Asked again at the moment of meeting: a block may be younger than the drawing. */
async function mayAllMeet(tx: Transaction, sitting: readonly Seated[], supervisorsMay: boolean): Promise<boolean> {
  const ids = sitting.map((seat) => seat.memberId);
  const graph = await conflictsOf(tx, ids, { supervisorsMay });
  return ids.every((a) => ids.every((b) => a === b || mayMeet(graph, a, b, 'coffee')));
}

/** In a savepoint: somebody who walked through a door this very moment costs only their own table. */
async function openOne(
  tx: Transaction,
  { encounters, coffees }: PairNowOptions,
  programId: ProgramId,
  sitting: readonly Seated[],
  node: Awaited<ReturnType<Encounters['place']>>,
): Promise<Opened | null> {
  try {
    return await tx.transaction(async (savepoint) => {
      const opened = await encounters.open(savepoint, 'coffee', programId, [...sitting], node);
      await coffees.pour(savepoint, opened.encounterId, programId, sitting);
      return opened;
    });
  } catch (thrown) {
    if (thrown instanceof AjarError && thrown.code === 'in-a-call') return null;
    throw thrown;
  }
}

function withReasons({ encounterId, admissions }: Opened, reasons: Readonly<Record<string, string>>): Opened {
  return {
    encounterId,
    admissions: new Map([...admissions].map(([id, admission]) => [id, { ...admission, reason: reasons[id] ?? null }])),
  };
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}
