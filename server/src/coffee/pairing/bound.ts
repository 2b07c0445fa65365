import { crowdOf } from './crowd-of.ts';
import type { PairingGraph } from './graph.ts';
import type { MatchedPeople } from './match-people.ts';
import { coveringPrices } from './matching/covering.ts';

type Seated = {
  tables: readonly number[][];
  waiting: readonly number[];
  /** Who asked for a small table. */
  small: readonly number[];
};

/**
 * What tables weigh at most, as the sum of `ranked`. Where all sit in pairs: any as many pairs. Otherwise, of a near
 * matching, any tables of these sizes at which nobody who asked for a small table sits with one other. Null where
 * that was not computed.
 */
export function boundOf(graph: PairingGraph, matched: MatchedPeople, seated: Seated): number | null {
  if (seated.tables.every((table) => table.length === 2)) return matched.bound;
  if (!matched.prices || seated.waiting.length > 0) return null;
  const everybody = Array.from({ length: graph.size }, (_, person) => person);
  const prices = coveringPrices(crowdOf(graph, everybody), matched.prices);
  // A pair weighs no more than its two cost together, so tables weigh no more than everybody costs, as often as they sit
  // with somebody: once, and at a larger table more often, at the most those who cost the most.
  const more = seated.tables
    .flatMap((table) => table.map(() => table.length - 2))
    .filter((times) => times > 0)
    .sort((a, b) => b - a);
  const asked = new Set(seated.small);
  const others = prices.filter((_, person) => !asked.has(person)).sort();
  const dearest = others.subarray(others.length - Math.max(0, more.length - asked.size));
  const candidates = Float64Array.from([...seated.small.map((person) => prices[person] ?? 0), ...dearest])
    .sort()
    .reverse();
  const once = prices.reduce((sum, price) => sum + price, 0);
  return Math.floor(more.reduce((sum, times, at) => sum + times * (candidates[at] ?? 0), once));
}
