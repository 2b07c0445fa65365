import { at, valueAt } from './arrays.ts';
import { type Crowd, promisingEdges } from './crowd.ts';
import { type Matching, matchExactly } from './exact.ts';
import type { Edges } from './network.ts';
import { BlossomDuals, worthOf } from './proof.ts';
import { Shortlist } from './shortlist.ts';

/** A matching of most weight among some of the edges there are. */
export type NearMatching = Matching & { edges: Edges };

/** Who is left over is tried with everybody as long as that makes no more pairs than this, else with each other. */
const MOST_TRIED = 4_000_000;
/** Uncovered edges added for each person when a bound is improved. */
const ADDED = 6;

/**
 * Pairs of nearly the most weight: the matching that is exactly best among promising edges, more pairs before more
 * weight. Who is left over is then tried with everybody, so that nobody is while somebody else is whom they may meet.
 * The same seed gives the same matching.
 */
export function matchNearly(crowd: Crowd): NearMatching {
  const edges = promisingEdges(crowd);
  return withLeftOver(crowd, { ...matchExactly(edges, { maxCardinality: true }), edges });
}

function withLeftOver(crowd: Crowd, matching: NearMatching): NearMatching {
  const alone = [...matching.mate.keys()].filter((v) => at(matching.mate, v) < 0);
  if (alone.length < 2) return matching;
  const everybody = alone.length * crowd.size <= MOST_TRIED;
  const tried = everybody ? [...matching.mate.keys()] : alone;
  const pairs = function* (): Generator<[number, number]> {
    for (const a of alone) for (const b of tried) if (a < b || (a !== b && at(matching.mate, b) >= 0)) yield [a, b];
  };
  const edges = withPairs(crowd, matching.edges, pairs());
  return { ...matchExactly(edges, { maxCardinality: true }), edges };
}

function withPairs(crowd: Crowd, edges: Edges, pairs: Iterable<[number, number]>): Edges {
  const known = new Set<number>();
  for (let e = 0; e < edges.weight.length; e += 1) known.add(keyOf(crowd.size, at(edges.from, e), at(edges.to, e)));
  const added: [number, number, number][] = [];
  for (const [a, b] of pairs) {
    const w = known.has(keyOf(crowd.size, a, b)) ? Number.NaN : crowd.weight(a, b);
    if (Number.isNaN(w)) continue;
    known.add(keyOf(crowd.size, a, b));
    added.push([a, b, w]);
  }
  return {
    size: crowd.size,
    from: Int32Array.from([...edges.from, ...added.map(([a]) => a)]),
    to: Int32Array.from([...edges.to, ...added.map(([, b]) => b)]),
    weight: Float64Array.from([...edges.weight, ...added.map(([, , w]) => w)]),
  };
}

const keyOf = (size: number, a: number, b: number) => Math.min(a, b) * size + Math.max(a, b);

/**
 * What no matching of at least as many pairs can weigh more than, among all permitted pairs: the duals of the matching,
 * raised until they cover every pair. Looks at every pair, so it takes longer than the matching itself.
 *
 * @param turns How often at most the pairs that were not covered are solved for too, to bring the bound down. Default: 0.
 */
export function boundOf(crowd: Crowd, matching: NearMatching, turns = 0): number {
  const { bound, uncovered } = priceAll(crowd, matching);
  if (turns === 0 || uncovered.length === 0) return bound;
  const edges = withPairs(crowd, matching.edges, uncovered);
  const better = { ...matchExactly(edges, { maxCardinality: true }), edges };
  // With fewer or more pairs than were asked about, the duals would be about something else.
  return better.cardinality === matching.cardinality ? Math.min(bound, boundOf(crowd, better, turns - 1)) : bound;
}

function priceAll({ size, weight }: Crowd, { proof, cardinality }: NearMatching) {
  const blossoms = new BlossomDuals(proof, size);
  const { dual, lift } = proof;
  const lacking = new Float64Array(size);
  const worst = new Shortlist(size, ADDED);
  for (let a = 0; a < size; a += 1) {
    for (let b = a + 1; b < size; b += 1) {
      // NaN, a forbidden pair, is not more than 0.
      const missing = 2 * (weight(a, b) + lift) - valueAt(dual, a) - valueAt(dual, b);
      if (!(missing > 0)) continue;
      const uncovered = missing - blossoms.between(a, b, missing);
      if (uncovered <= 0) continue;
      if (uncovered > valueAt(lacking, a)) lacking[a] = uncovered;
      if (uncovered > valueAt(lacking, b)) lacking[b] = uncovered;
      worst.offer(a, b, uncovered);
      worst.offer(b, a, uncovered);
    }
  }
  // Half of what is lacking to each covers every pair, since none lacks more than either of its two.
  const raised = lacking.reduce((sum, one) => sum + one / 2, 0);
  const uncovered: [number, number][] = [];
  for (let a = 0; a < size; a += 1) worst.forEachOf(a, (b) => uncovered.push([a, b]));
  return { bound: Math.floor((worthOf(proof, size) + raised) / 2 - cardinality * lift), uncovered };
}
