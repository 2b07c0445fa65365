import { at } from './arrays.ts';
import type { Blossoms } from './blossoms.ts';
import type { Forest } from './forest.ts';

/** The ways from outer blossoms to the roots of their trees, outer and inner by turns. */
export class Ways {
  readonly #blossoms: Blossoms;
  readonly #forest: Forest;
  readonly #end: Int32Array;
  readonly #seen: Int32Array;
  #sight = 0;

  /** @param end By end of an edge: its vertex. */
  constructor(blossoms: Blossoms, forest: Forest, end: Int32Array) {
    this.#blossoms = blossoms;
    this.#forest = forest;
    this.#end = end;
    this.#seen = new Int32Array(forest.label.length);
  }

  /** The blossoms from this one towards the root, up to the joint, which is not among them. */
  up(from: number, joint: number): number[] {
    const way: number[] = [];
    for (let b = from; b !== joint; b = this.#blossoms.around(at(this.#end, at(this.#forest.via, b)))) {
      way.push(b);
    }
    return way;
  }

  /** Where the ways of two outer blossoms to the root of their tree come together. */
  joint(a: number, b: number): number {
    const end = this.#end;
    this.#sight += 1;
    let [one, other] = [a, b];
    for (;;) {
      if (one >= 0) {
        if (at(this.#seen, one) === this.#sight) return one;
        this.#seen[one] = this.#sight;
        const up = at(this.#forest.via, one);
        if (up < 0) one = -1;
        else one = this.#blossoms.around(at(end, at(this.#forest.via, this.#blossoms.around(at(end, up)))));
      }
      [one, other] = [other, one];
    }
  }

  /** Matches an outer vertex by this edge, or leaves it alone for −1, and changes the matching up to the root. */
  flip(vertex: number, edge: number): void {
    const end = this.#end;
    const { mate } = this.#blossoms;
    const { via } = this.#forest;
    for (let v = vertex, far = edge; ; ) {
      const b = this.#blossoms.around(v);
      this.#blossoms.rebase(b, v);
      mate[v] = far;
      if (at(via, b) < 0) return;
      const above = this.#blossoms.around(at(end, at(via, b)));
      const up = at(via, above);
      this.#blossoms.rebase(above, at(end, up ^ 1));
      mate[at(end, up ^ 1)] = up;
      v = at(end, up);
      far = up ^ 1;
    }
  }
}
