import type { PairingGraph } from './graph.ts';
import { matchPeople } from './match-people.ts';
import { mix } from './random.ts';
import type { TablePlan } from './table-plan.ts';
import { improveTables } from './table-swaps.ts';

type Wishes = { pair: readonly number[]; small: readonly number[]; either: readonly number[] };

/**
 * Small tables, as planned: begun by the heaviest pairs of a matching, filled up one by one where it gains most, and
 * bettered by exchanging people between tables. A table with two who may not meet loses people, or is not held.
 */
export function formGroups(graph: PairingGraph, wishes: Wishes, plan: TablePlan) {
  if (plan.sizes.length === 0) return { tables: [], seated: new Set<number>() };
  const either = bestFor(graph, wishes.either, wishes.small).slice(0, plan.either);
  const people = [...wishes.small, ...either];
  const borrowed = bestFor(graph, wishes.pair, people).slice(0, plan.borrowed);
  const sizes = [...plan.sizes];
  // Who would rather sit with one other sits at the smaller table, and the rest of it is filled around them.
  if (borrowed.length > 0) sizes.splice(sizes.indexOf(3), 1);
  const started = begin(graph, people, sizes);
  const tables = borrowed.length > 0 ? [...started, borrowed.slice()] : started;
  fill(graph, people, tables, borrowed.length > 0 ? [...sizes, 3] : sizes);
  improveTables(graph, tables, new Set(borrowed));
  const held = tables.map((table) => withoutConflicts(graph, table)).filter((table) => table.length >= 3);
  return { tables: held, seated: new Set(held.flat()) };
}

/** Those first who may sit with most of these people; equals by lot. */
function bestFor(graph: PairingGraph, candidates: readonly number[], people: readonly number[]): number[] {
  const some = people.slice(0, 50);
  return candidates
    .map((person) => ({
      person,
      permitted: some.filter((other) => graph.permitted(person, other)).length,
      turn: graph.people.persons[person]?.trioLast ? 1 : 0,
      lot: mix(graph.lots, person),
    }))
    .sort((a, b) => b.permitted - a.permitted || a.turn - b.turn || a.lot - b.lot)
    .map(({ person }) => person);
}

function begin(graph: PairingGraph, people: readonly number[], sizes: readonly number[]): number[][] {
  const { pairs } = matchPeople(
    graph,
    [...people].sort((a, b) => a - b),
  );
  const weights = new Map(pairs.map((pair) => [pair, graph.liking(pair[0] ?? 0, pair[1] ?? 0)]));
  pairs.sort((one, other) => (weights.get(other) ?? 0) - (weights.get(one) ?? 0));
  return sizes.map((_, at) => [...(pairs[at] ?? [])]);
}

function fill(graph: PairingGraph, people: readonly number[], tables: number[][], sizes: readonly number[]): void {
  const seated = new Set(tables.flat());
  for (const person of people) {
    if (seated.has(person)) continue;
    let best: { table: number[]; gain: number } | undefined;
    for (const [at, table] of tables.entries()) {
      if (table.length >= (sizes[at] ?? 0)) continue;
      const gain = gainOf(graph, table, person);
      if (!best || gain > best.gain) best = { table, gain };
    }
    best?.table.push(person);
  }
}

/** What a person adds to a table; a conflict costs more than anything else gains. */
function gainOf(graph: PairingGraph, table: readonly number[], person: number): number {
  return table.reduce(
    (sum, other) => sum + (graph.permitted(person, other) ? graph.liking(person, other) : conflict),
    0,
  );
}

const conflict = -(2 ** 50);

function withoutConflicts(graph: PairingGraph, table: readonly number[]): number[] {
  const conflicts = (person: number) =>
    table.filter((other) => other !== person && !graph.permitted(person, other)).length;
  const worst = table.reduce<number | undefined>(
    (kept, person) => (kept === undefined || conflicts(person) > conflicts(kept) ? person : kept),
    undefined,
  );
  if (worst === undefined || conflicts(worst) === 0) return [...table];
  return withoutConflicts(
    graph,
    table.filter((person) => person !== worst),
  );
}
