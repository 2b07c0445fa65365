import type { PairingGraph } from './graph.ts';

/** How many exchanges are looked at in all, at most. */
const budget = 400_000;

/**
 * Exchanges people between tables for as long as that makes the tables better, or the budget lasts. Two who may not
 * meet count as worse than anything; `fixed` people stay where they are.
 */
export function improveTables(graph: PairingGraph, tables: number[][], fixed: ReadonlySet<number>): void {
  const seats = tables.flatMap((table, at) => table.map((_, seat) => ({ table, at, seat })));
  const movable = seats.filter(({ table, seat }) => !fixed.has(table[seat] ?? -1));
  const random = graph.random('exchanges');
  const rounds = movable.length ** 2 / 2 <= budget / 4 ? everyTwo(movable) : drawn(movable, random, budget);
  let left = budget;
  for (let better = true; better && left > 0; ) {
    better = false;
    for (const [one, other] of rounds()) {
      if (one.at === other.at) continue;
      left -= 1;
      const gain = gainOfExchange(graph, one, other);
      if (gain > 0 || left < 0) {
        if (gain > 0) exchange(one, other);
        better ||= gain > 0;
        if (left < 0) return;
      }
    }
  }
}

type Seat = { table: number[]; at: number; seat: number };

function everyTwo(seats: readonly Seat[]) {
  return function* () {
    for (const [at, one] of seats.entries()) {
      for (const other of seats.slice(at + 1)) yield [one, other] as const;
    }
  };
}

function drawn(seats: readonly Seat[], random: () => number, times: number) {
  return function* () {
    for (let time = 0; time < times; time += 1) {
      const one = seats[Math.floor(random() * seats.length)];
      const other = seats[Math.floor(random() * seats.length)];
      if (one && other) yield [one, other] as const;
    }
  };
}

function exchange(one: Seat, other: Seat): void {
  const [a, b] = [one.table[one.seat], other.table[other.seat]];
  if (a === undefined || b === undefined) return;
  one.table[one.seat] = b;
  other.table[other.seat] = a;
}

function gainOfExchange(graph: PairingGraph, one: Seat, other: Seat): number {
  const [a, b] = [one.table[one.seat] ?? -1, other.table[other.seat] ?? -1];
  return between(graph, one, b) + between(graph, other, a) - between(graph, one, a) - between(graph, other, b);
}

/** What a person would have with the others at a table, in the place of who sits on this seat. */
function between(graph: PairingGraph, { table, seat }: Seat, person: number): number {
  let sum = 0;
  for (const [at, other] of table.entries()) {
    if (at !== seat) sum += graph.permitted(person, other) ? graph.liking(person, other) : conflict;
  }
  return sum;
}

const conflict = -(2 ** 50);
