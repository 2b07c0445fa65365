import { at, valueAt } from './arrays.ts';

/** Edges by number: who they join and what they weigh. */
export type Edges = {
  /** How many vertices, numbered from 0. */
  size: number;
  from: Int32Array;
  to: Int32Array;
  /** Whole numbers; times the number of pairs they stay below 2⁵⁰. */
  weight: Float64Array;
};

/** Edges as a search walks them. An edge e has the ends 2e and 2e + 1. */
export type Network = {
  size: number;
  /** By end: its vertex. */
  end: Int32Array;
  /** By edge: twice its weight, so that half-integral duals are integers. */
  doubled: Float64Array;
  /** The edges at vertex v are `arcs[start[v] … start[v + 1] − 1]`, each named by its end at the other vertex. */
  start: Int32Array;
  arcs: Int32Array;
};

/** @param chosen The numbers of the edges to take; the network's edge n is `chosen[n]`. */
export function networkOf(edges: Edges, chosen: Int32Array, lift: number): Network {
  const { size } = edges;
  const end = new Int32Array(2 * chosen.length);
  const doubled = new Float64Array(chosen.length);
  const start = new Int32Array(size + 2);
  for (let e = 0; e < chosen.length; e += 1) {
    const edge = at(chosen, e);
    const from = at(edges.from, edge);
    const to = at(edges.to, edge);
    end[2 * e] = from;
    end[2 * e + 1] = to;
    doubled[e] = 2 * (valueAt(edges.weight, edge) + lift);
    start[from + 2] = at(start, from + 2) + 1;
    start[to + 2] = at(start, to + 2) + 1;
  }
  for (let v = 2; v < size + 2; v += 1) start[v] = at(start, v) + at(start, v - 1);
  const arcs = new Int32Array(end.length);
  for (let p = 0; p < end.length; p += 1) {
    const near = at(end, p ^ 1) + 1;
    const place = at(start, near);
    arcs[place] = p;
    start[near] = place + 1;
  }
  return { size, end, doubled, start: start.subarray(0, size + 1), arcs };
}

/** Where a search starts from: duals that cover every edge, and a matching of edges they cover exactly. */
export type Start = {
  /** By vertex, in doubled weights: at least 0, and even for whoever is alone. */
  dual: Float64Array;
  mate: Int32Array;
};

/**
 * Lowers each dual in turn as far as its edges let it, and matches two that meet: most of the work, in one pass.
 * Duals that come in must cover every edge; none may be negative.
 */
export function startGreedily(network: Network, { dual, mate }: Start): Start {
  const { size, end, doubled, start, arcs } = network;
  for (let v = 0; v < size; v += 1) {
    if (at(mate, v) >= 0) continue;
    let least = 0;
    let partner = -1;
    for (let n = at(start, v); n < at(start, v + 1); n += 1) {
      const p = at(arcs, n);
      const w = at(end, p);
      const needed = valueAt(doubled, p >> 1) - valueAt(dual, w);
      if (needed > least) {
        least = needed;
        partner = -1;
      }
      if (needed === least && at(mate, w) < 0) partner = p;
    }
    // Whoever is alone has an even dual: then every meeting of two searches happens at a whole number.
    dual[v] = least + (partner < 0 ? least % 2 : 0);
    if (partner < 0) continue;
    mate[v] = partner;
    mate[at(end, partner)] = partner ^ 1;
  }
  return { dual, mate };
}
