import type { TableSize } from '@ajar/shared';
import { boundOf } from './bound.ts';
import type { PairingGraph } from './graph.ts';
import { formGroups } from './groups.ts';
import { matchPeople } from './match-people.ts';
import { shuffled } from './random.ts';
import { seatLate } from './seat-late.ts';
import { planTables } from './table-plan.ts';
import { drawTrio } from './trio.ts';

/** Who sits with whom, people being places in the graph. */
export type Seating = {
  tables: number[][];
  waiting: number[];
  /** The table of three at which somebody sits who would rather have sat with one other, if there is one. */
  oddTable: number[] | undefined;
  /** Whether the pairs are a proven optimum, and nobody asked for a small table. */
  exact: boolean;
  /** Proven upper bound of the shown total, as `boundOf` says; null when none was computed. */
  bound: number | null;
};

/**
 * Seats everybody at a table of the size they like, as far as the numbers let it: small tables first, with as many of
 * those who like either as it takes; the rest in pairs, and one trio when the number is odd. Who asked for a small table
 * is never seated with one other alone: for many that is a dread, and waiting is not.
 */
export function seat(graph: PairingGraph): Seating {
  const liking = (size: TableSize) => everybody(graph).filter((person) => sizeOf(graph, person) === size);
  const [pair, small, either] = [liking('pair'), liking('small'), liking('either')];
  const plan = planTables({ pair: pair.length, small: small.length, either: either.length });
  const groups = formGroups(graph, { pair, small, either }, plan);
  const rest = [...pair, ...either].filter((person) => !groups.seated.has(person)).sort((a, b) => a - b);

  const odd = rest.length % 2 === 1 && plan.borrowed === 0;
  const trio = odd ? drawTrio(graph, rest) : undefined;
  const matched = trio ?? matchPeople(graph, rest);
  const tables = [...groups.tables, ...matched.pairs, ...(trio ? [trio.table] : [])];

  const placed = new Set(tables.flat());
  const waiting = everybody(graph).filter((person) => !placed.has(person));
  const mixed = groups.tables.find((table) => table.some((person) => sizeOf(graph, person) === 'pair'));
  const late = seatLate(graph, tables, waiting, { oddTable: trio?.table ?? mixed });
  const bound = boundOf(graph, matched, { tables, waiting: late.waiting, small });
  return {
    tables: shuffled(inOrder(tables), graph.random('tables')),
    ...late,
    exact: matched.exact && small.length === 0,
    bound: bound === null ? null : graph.shown(bound),
  };
}

/**
 * Tables by who sits at them and by nothing else: in what order they were found may come of a private likeness. The
 * tables stay the same ones.
 */
function inOrder(tables: number[][]): number[][] {
  for (const table of tables) table.sort((a, b) => a - b);
  return tables.sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0));
}

function everybody(graph: PairingGraph): number[] {
  return Array.from({ length: graph.size }, (_, person) => person);
}

function sizeOf(graph: PairingGraph, person: number): TableSize {
  return graph.people.persons[person]?.tableSize ?? 'pair';
}
