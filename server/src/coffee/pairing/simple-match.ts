import type { PairingGraph } from './graph.ts';

/** The heaviest permitted pair first, then whoever is left changes partners if that seats them. */
export function matchSimply(graph: PairingGraph, people: readonly number[]): number[][] {
  const edges = people.flatMap((a, at) =>
    people.slice(at + 1).flatMap((b) => (graph.permitted(a, b) ? [{ a, b, weight: graph.drawn(a, b) }] : [])),
  );
  edges.sort((left, right) => right.weight - left.weight);
  const mates = new Map<number, number>();
  for (const { a, b } of edges) if (!mates.has(a) && !mates.has(b)) mates.set(a, b).set(b, a);
  const left = () => people.filter((person) => !mates.has(person));
  for (let again = true; again; ) {
    again = false;
    for (const a of left()) {
      const b = left().find((other) => other !== a && augment(graph, mates, a, other));
      if (b !== undefined) again = true;
    }
  }
  return [...mates].flatMap(([a, b]) => (a < b ? [[a, b]] : []));
}

function augment(graph: PairingGraph, mates: Map<number, number>, a: number, b: number): boolean {
  if (mates.has(a) || mates.has(b)) return false;
  for (const [c, d] of mates) {
    if (!graph.permitted(a, c) || !graph.permitted(d, b)) continue;
    mates.set(a, c).set(c, a).set(b, d).set(d, b);
    return true;
  }
  return false;
}
