import { at, valueAt } from './arrays.ts';

/**
 * Duals that prove a matching to be of most weight (Edmonds 1965): every vertex and every blossom carries a dual of at
 * least 0, and the two ends of an edge together with the blossoms around both carry at least twice its weight. No
 * matching weighs more than half of what the duals come to; one that weighs as much is therefore a heaviest.
 */
export type Proof = {
  /** Added to every weight before anything else, so that more pairs always weigh more than fewer; 0 for plain weight. */
  lift: number;
  /** By vertex, then by blossom: its dual, in doubled weights. */
  dual: Float64Array;
  /** By vertex, then by blossom: the blossom around it, or −1. */
  parent: Int32Array;
  /** By vertex, then by blossom: how many vertices it holds; 0 for a number not in use. */
  count: Int32Array;
};

/** What the duals of a proof come to. */
export function worthOf({ dual, count }: Proof, size: number): number {
  let value = 0;
  for (let v = 0; v < size; v += 1) value += valueAt(dual, v);
  for (let b = size; b < dual.length; b += 1)
    if (at(count, b) > 0) value += valueAt(dual, b) * ((at(count, b) - 1) / 2);
  return value;
}

/** What blossoms carry, looked up by pairs of vertices. */
export class BlossomDuals {
  /** By vertex: what all blossoms around it carry together. */
  readonly around: Float64Array;
  readonly #root: Int32Array;
  readonly #depth: Int32Array;
  readonly #parent: Int32Array;
  readonly #dual: Float64Array;

  constructor({ dual, parent, count }: Proof, size: number) {
    this.#parent = parent;
    this.#dual = dual;
    this.#root = new Int32Array(parent.length).fill(-1);
    this.#depth = new Int32Array(parent.length);
    this.around = new Float64Array(parent.length);
    const way: number[] = [];
    for (let n = 0; n < parent.length; n += 1) {
      if (at(count, n) === 0) continue;
      for (let b = n; b >= 0 && at(this.#root, b) < 0; b = at(parent, b)) way.push(b);
      for (const b of way.toReversed()) {
        const above = at(parent, b);
        this.#root[b] = above < 0 ? b : at(this.#root, above);
        this.#depth[b] = above < 0 ? 0 : at(this.#depth, above) + 1;
        this.around[b] = (above < 0 ? 0 : valueAt(this.around, above)) + (b < size ? 0 : valueAt(dual, b));
      }
      way.length = 0;
    }
  }

  /** What the blossoms around both carry, as far as it is needed to reach `enough`. */
  between(a: number, b: number, enough: number): number {
    const root = at(this.#root, a);
    if (root !== at(this.#root, b)) return 0;
    const most = valueAt(this.#dual, root);
    if (most >= enough) return most;
    let [one, other] = [at(this.#parent, a), at(this.#parent, b)];
    while (one !== other) {
      if (at(this.#depth, one) >= at(this.#depth, other)) one = at(this.#parent, one);
      else other = at(this.#parent, other);
    }
    return valueAt(this.around, one);
  }
}
