import type { PairingGraph } from './graph.ts';
import { matchSimply } from './simple-match.ts';

/** Who sits with whom, people being places in the graph. */
export type Seating = {
  tables: number[][];
  waiting: number[];
  /** The table that is of three because the number was odd, if there is one. */
  oddTable: number[] | undefined;
  exact: boolean;
  /** Proven upper bound of the shown total; null when none was computed. */
  bound: number | null;
};

/** Seats everybody in pairs, and one trio when the number is odd. */
export function seat(graph: PairingGraph): Seating {
  const everybody = Array.from({ length: graph.size }, (_, person) => person);
  const tables = matchSimply(graph, everybody);
  const placed = new Set(tables.flat());
  const waiting = everybody.filter((person) => !placed.has(person));
  const oddTable = graph.size % 2 === 1 ? seatThird(graph, tables, waiting) : undefined;
  return { tables, waiting, oddTable, exact: false, bound: null };
}

/** Seats one of those waiting as a third, where it costs the least; nobody's second trio in a row if avoidable. */
function seatThird(graph: PairingGraph, tables: number[][], waiting: number[]): number[] | undefined {
  const { persons } = graph.people;
  const cost = (people: number[]) =>
    people.filter((person) => persons[person]?.trioLast).length * 4 +
    people.filter((person) => persons[person]?.tableSize === 'pair').length;
  let best: { table: number[]; third: number; cost: number; gain: number } | undefined;
  for (const third of waiting) {
    for (const table of tables) {
      if (!table.every((person) => graph.permitted(person, third))) continue;
      const one = { table, third, cost: cost([...table, third]), gain: gainOf(graph, table, third) };
      if (!best || one.cost < best.cost || (one.cost === best.cost && one.gain > best.gain)) best = one;
    }
  }
  if (!best) return undefined;
  best.table.push(best.third);
  waiting.splice(waiting.indexOf(best.third), 1);
  return best.table;
}

function gainOf(graph: PairingGraph, table: number[], third: number): number {
  return table.reduce((sum, person) => sum + graph.drawn(person, third), 0);
}
