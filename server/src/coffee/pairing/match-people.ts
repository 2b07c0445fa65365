import type { PairingGraph } from './graph.ts';
import { matchExactly } from './matching/exact.ts';

export type MatchedPeople = {
  pairs: number[][];
  alone: number[];
  exact: boolean;
  /** Upper bound of the sum of `drawn`; null when none was computed. */
  bound: number | null;
};

/** As many pairs as the rules permit, then the heaviest. */
export function matchPeople(graph: PairingGraph, people: readonly number[]): MatchedPeople {
  const { mate, total } = matchExactly(edgesOf(graph, people), { maxCardinality: true });
  const pairs: number[][] = [];
  const alone: number[] = [];
  for (const [place, person] of people.entries()) {
    const partner = people[mate[place] ?? -1];
    if (partner === undefined) alone.push(person);
    else if (person < partner) pairs.push([person, partner]);
  }
  return { pairs, alone, exact: true, bound: total };
}

/** Every permitted pair, people being numbered as they are listed. */
function edgesOf(graph: PairingGraph, people: readonly number[]) {
  const size = people.length;
  const most = (size * (size - 1)) / 2;
  const [from, to, weight] = [new Int32Array(most), new Int32Array(most), new Float64Array(most)];
  let edges = 0;
  for (const [a, one] of people.entries()) {
    for (let b = a + 1; b < size; b += 1) {
      const other = people[b] ?? -1;
      if (!graph.permitted(one, other)) continue;
      from[edges] = a;
      to[edges] = b;
      weight[edges] = graph.drawn(one, other);
      edges += 1;
    }
  }
  return { size, from: from.subarray(0, edges), to: to.subarray(0, edges), weight: weight.subarray(0, edges) };
}
