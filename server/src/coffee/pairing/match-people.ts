import type { PairingGraph } from './graph.ts';
import { matchSimply } from './simple-match.ts';

export type MatchedPeople = {
  pairs: number[][];
  alone: number[];
  exact: boolean;
  /** Upper bound of the sum of `drawn`; null when none was computed. */
  bound: number | null;
};

/** As many pairs as the rules permit, then the heaviest. */
export function matchPeople(graph: PairingGraph, people: readonly number[]): MatchedPeople {
  const pairs = matchSimply(graph, people);
  const placed = new Set(pairs.flat());
  return { pairs, alone: people.filter((person) => !placed.has(person)), exact: false, bound: null };
}
