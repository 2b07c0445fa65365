import { at, valueAt } from './arrays.ts';
import type { Edges } from './network.ts';

/** Turns of lowering. Each is one pass over all edges. */
const TURNS = 8;

type Known = { own?: Float64Array | undefined; start?: Float64Array | undefined };

/**
 * Duals that cover every edge and are nearly as low as that lets them be. Each vertex starts with what its edges weigh
 * on average, and half of what its heaviest is above that; then all at once go half the way down to what their edges
 * need. Two that share an edge give way equally, so the edge stays covered, and nobody is left with the whole burden,
 * as when one is lowered after the other.
 *
 * @param lift Added to every weight.
 * @param known By vertex, in weights: what it adds to all of its edges, which is in its dual from the start; or a price
 *   to start from.
 * @returns By vertex, in doubled weights: even whole numbers of at least 0.
 */
export function lowDuals(edges: Edges, lift: number, known: Known = {}): Float64Array {
  const { own, start } = known;
  if (own && !start) {
    const rest = edges.weight.map((w, e) => w - valueAt(own, at(edges.from, e)) - valueAt(own, at(edges.to, e)));
    return lowDuals({ ...edges, weight: rest }, lift).map((dual, v) => dual + 2 * valueAt(own, v));
  }
  const { size, from, to, weight } = edges;
  const dual = start ? start.map((price) => Math.max(0, 2 * price + lift)) : dualsOfAverages(edges, lift);
  const needed = new Float64Array(size);
  for (let turn = 0; turn < TURNS; turn += 1) {
    needed.fill(0);
    for (let e = 0; e < weight.length; e += 1) {
      const doubled = 2 * (valueAt(weight, e) + lift);
      const a = at(from, e);
      const b = at(to, e);
      const ofA = doubled - valueAt(dual, b);
      const ofB = doubled - valueAt(dual, a);
      if (ofA > valueAt(needed, a)) needed[a] = ofA;
      if (ofB > valueAt(needed, b)) needed[b] = ofB;
    }
    for (let v = 0; v < size; v += 1) dual[v] = Math.ceil((valueAt(dual, v) + valueAt(needed, v)) / 2);
  }
  return dual.map((value) => value + (value % 2));
}

/** What somebody adds to the weight of every edge of theirs is all in their own dual, from the start. */
function dualsOfAverages({ size, from, to, weight }: Edges, lift: number): Float64Array {
  const sum = new Float64Array(size);
  const degree = new Int32Array(size);
  let all = 0;
  for (let e = 0; e < weight.length; e += 1) {
    const w = valueAt(weight, e) + lift;
    const a = at(from, e);
    const b = at(to, e);
    sum[a] = valueAt(sum, a) + w;
    sum[b] = valueAt(sum, b) + w;
    degree[a] = at(degree, a) + 1;
    degree[b] = at(degree, b) + 1;
    all += w;
  }
  const own = sum.map((total, v) =>
    Math.floor(total / Math.max(1, at(degree, v)) - all / Math.max(1, weight.length) / 2),
  );
  const most = new Float64Array(size);
  for (let e = 0; e < weight.length; e += 1) {
    const a = at(from, e);
    const b = at(to, e);
    const above = valueAt(weight, e) + lift - valueAt(own, a) - valueAt(own, b);
    if (above > valueAt(most, a)) most[a] = above;
    if (above > valueAt(most, b)) most[b] = above;
  }
  return own.map((value, v) => Math.max(0, 2 * value + valueAt(most, v)));
}
