import { at, valueAt } from './arrays.ts';
import type { Edges } from './network.ts';

/** Turns of lowering. Each is one pass over all edges. */
const TURNS = 8;

/**
 * Duals that cover every edge and are nearly as low as that lets them be. Each vertex starts with half of its heaviest
 * edge; then all at once go half the way down to what their edges need. Two that share an edge give way equally, so
 * the edge stays covered, and nobody is left with the whole burden, as when one is lowered after the other.
 *
 * @param lift Added to every weight.
 * @returns By vertex, in doubled weights: even whole numbers of at least 0.
 */
export function lowDuals({ size, from, to, weight }: Edges, lift: number): Float64Array {
  const dual = new Float64Array(size);
  for (let e = 0; e < weight.length; e += 1) {
    const w = valueAt(weight, e) + lift;
    const a = at(from, e);
    const b = at(to, e);
    if (w > valueAt(dual, a)) dual[a] = w;
    if (w > valueAt(dual, b)) dual[b] = w;
  }
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
    for (let v = 0; v < size; v += 1) {
      dual[v] = Math.ceil((valueAt(dual, v) + valueAt(needed, v)) / 2);
    }
  }
  return dual.map((value) => value + (value % 2));
}
