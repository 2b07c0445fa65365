import {
  AjarError,
  type DrawingExplained,
  type DrawingId,
  type DrawingListed,
  type MemberId,
  type ProgramId,
  type Replayable,
  type TableExplained,
} from '@ajar/shared';
import { and, count, desc, eq, inArray, max, sql, sum } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { encounters } from '../encounters/tables.ts';
import { members } from '../programs/tables.ts';
import { roundOccurrences, roundSeats, rounds } from '../rounds/tables.ts';
import {
  engineVersion,
  keptApart,
  type PairedTable,
  type Pairing,
  type Round,
  round,
  turnNames,
} from './pairing/index.ts';
import { drawings, pairings } from './tables.ts';

/** So many drawings are listed at a time. */
export const drawingsListed = 20;

/** A figure about fewer people is not shown. */
const fewest = 5;

type DrawingRow = typeof drawings.$inferSelect;

/**
 * The last drawings of a programme, newest first.
 *
 * @param before Only those before this one. @throws AjarError `no-such-drawing`.
 */
export async function listDrawings(
  db: Queryable,
  programId: ProgramId,
  before?: DrawingId,
): Promise<{ drawings: DrawingListed[]; more: boolean }> {
  const ofProgram = eq(drawings.programId, programId);
  const from = before && (await drawingRow(db, programId, before));
  // From the database itself: a JavaScript date is less exact.
  const earlier =
    from && sql`(${drawings.madeAt}, ${drawings.id}) < (select made_at, id from ${drawings} where id = ${from.id})`;
  const rows = await db
    .select({ id: drawings.id, madeAt: drawings.madeAt })
    .from(drawings)
    .where(earlier ? and(ofProgram, earlier) : ofProgram)
    .orderBy(desc(drawings.madeAt), desc(drawings.id))
    .limit(drawingsListed + 1);
  return { drawings: await listed(db, rows.slice(0, drawingsListed)), more: rows.length > drawingsListed };
}

/** Why the people of a drawing sat together. @throws AjarError `no-such-drawing`. */
export async function explainDrawing(db: Queryable, programId: ProgramId, id: DrawingId): Promise<DrawingExplained> {
  const row = await drawingRow(db, programId, id);
  const [line] = await listed(db, [row]);
  if (!line) throw noSuchDrawing();
  const input = inputOf(row);
  const { preset, mark } = policyNamed(row.policyVersion);
  return {
    ...line,
    seed: row.seed,
    policy: row.policy,
    policyMark: mark,
    preset,
    repeatWindowDays: input?.repeatWindowDays ?? null,
    rules: input && keptApart(input).map((rule) => ({ ...rule, people: rule.people < fewest ? null : rule.people })),
    seating: await seatingOf(db, row),
    replay: replayableNow(row),
  };
}

/** What went into a drawing and how it was drawn, to draw it again. @throws AjarError `no-such-drawing`, `no-replay`. */
export async function storedDrawing(
  db: Queryable,
  programId: ProgramId,
  id: DrawingId,
): Promise<{ input: Round; result: Pairing }> {
  const row = await drawingRow(db, programId, id);
  const input = inputOf(row);
  const can = replayableNow(row);
  if (can === 'yes' && input) return { input, result: resultOf(row) };
  const words =
    can === 'drawn-otherwise'
      ? 'This drawing cannot be made again: Ajar has changed how it draws since then.'
      : 'This drawing cannot be made again: what went into it has been forgotten.';
  throw new AjarError('conflict', 'no-replay', words);
}

/** A drawing of this programme; of another one, it does not exist. */
async function drawingRow(db: Queryable, programId: ProgramId, id: DrawingId): Promise<DrawingRow> {
  const [row] = await db
    .select()
    .from(drawings)
    .where(and(eq(drawings.id, id), eq(drawings.programId, programId)));
  if (!row) throw noSuchDrawing();
  return row;
}

function noSuchDrawing(): AjarError {
  return new AjarError('not-found', 'no-such-drawing', 'There is no such drawing in your programme.');
}

async function listed(db: Queryable, rows: readonly Pick<DrawingRow, 'id' | 'madeAt'>[]): Promise<DrawingListed[]> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const people = sql`(select count(*) from jsonb_object_keys(${pairings.reasons}))`;
  const tables = await db
    .select({
      id: pairings.drawingId,
      kind: max(encounters.kind),
      round: max(rounds.name),
      tables: count(),
      people: sum(people).mapWith(Number),
    })
    .from(pairings)
    .innerJoin(encounters, eq(encounters.id, pairings.encounterId))
    .leftJoin(rounds, eq(rounds.id, roundOf))
    .where(inArray(pairings.drawingId, ids))
    .groupBy(pairings.drawingId);
  const found = new Map(tables.map((each) => [each.id, each]));
  return rows.map(({ id, madeAt }) => {
    const about = found.get(id);
    return {
      drawingId: id,
      at: madeAt.toISOString(),
      kind: about?.kind === 'round' ? 'round' : 'table',
      round: about?.round ?? null,
      people: about?.people ?? 0,
      tables: about?.tables ?? 0,
    };
  });
}

/** The round a table was part of. By a lookup, since each table has a seat for each of its people. */
const roundOf = sql`(select ${roundOccurrences.roundId} from ${roundSeats}
  inner join ${roundOccurrences} on ${roundOccurrences.id} = ${roundSeats.occurrenceId}
  where ${roundSeats.encounterId} = ${pairings.encounterId} limit 1)`;

/** Only of the tables that came about: who else was there and found nobody is not told. */
async function seatingOf(db: Queryable, row: DrawingRow): Promise<TableExplained[]> {
  const receipts = await db
    .select({ reasons: pairings.reasons })
    .from(pairings)
    .where(eq(pairings.drawingId, row.id))
    .orderBy(pairings.encounterId);
  const came = new Set(receipts.map(({ reasons }) => together(Object.keys(reasons))));
  const tables = resultOf(row).tables.filter((table) => came.has(together(table.people)));
  const ids = tables.flatMap((table) => table.people) as MemberId[];
  const named = await db
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(sql`${members.id} = any(${sql.param(ids)}::uuid[])`);
  const names = new Map<string, string>(named.map(({ id, name }) => [id, name]));
  return tables.map((table) => explained(table, names));
}

function together(people: readonly string[]): string {
  return [...people].sort().join(' ');
}

function explained({ people, weighed }: PairedTable, names: ReadonlyMap<string, string>): TableExplained {
  const pairs = weighed.map(({ people: [a, b], factors }) => ({
    people: [a, b] as [MemberId, MemberId],
    weighed: factors.filter(({ name }) => !turnNames.has(name)).map(({ name, points }) => ({ name, points })),
    turns: factors.filter(({ name }) => turnNames.has(name)).map(({ name }) => name),
  }));
  const hundredths = pairs.flatMap((pair) => pair.weighed.map(({ points }) => Math.round(points * 100)));
  return {
    people: people.map((id) => ({ memberId: id as MemberId, name: names.get(id) ?? null })),
    points: hundredths.reduce((sum, each) => sum + each, 0) / 100,
    pairs,
  };
}

function replayableNow(row: DrawingRow): Replayable {
  if (policyNamed(row.policyVersion).engine !== engineVersion) return 'drawn-otherwise';
  return inputOf(row) ? 'yes' : 'forgotten';
}

function inputOf({ round: stored }: DrawingRow): Round | null {
  return round.safeParse(stored).data ?? null;
}

/** Written by `keepDrawing` and by nothing else. */
function resultOf({ result }: DrawingRow): Pairing {
  return result as Pairing;
}

/** `1 Near peers 0a1b2c3d`: the way of drawing, the preset, and a mark of all weights and rules. */
function policyNamed(version: string): { engine: number; preset: string; mark: string } {
  const [engine = '', ...words] = version.split(' ');
  const mark = words.pop() ?? '';
  return { engine: Number(engine), preset: words.join(' '), mark };
}
