import { mix } from '../random.ts';
import { at, valueAt } from './arrays.ts';

/** The best few edges of every vertex. Between equals, who came first stays: whoever offers takes care of ties. */
export class Shortlist {
  readonly #length: number;
  readonly #filled: Int32Array;
  readonly #edges: Int32Array;
  readonly #merits: Float64Array;
  /** By vertex: what has to be reached to be listed. */
  readonly least: Float64Array;

  constructor(size: number, length: number) {
    this.#length = length;
    this.#filled = new Int32Array(size);
    this.#edges = new Int32Array(size * length);
    this.#merits = new Float64Array(size * length);
    this.least = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  }

  offer(vertex: number, edge: number, merit: number): void {
    const first = vertex * this.#length;
    const filled = at(this.#filled, vertex);
    const full = filled === this.#length;
    if (full && merit <= valueAt(this.least, vertex)) return;
    const edges = this.#edges;
    const merits = this.#merits;
    let place = full ? first + filled - 1 : first + filled;
    for (; place > first && valueAt(merits, place - 1) < merit; place -= 1) {
      merits[place] = valueAt(merits, place - 1);
      edges[place] = at(edges, place - 1);
    }
    edges[place] = edge;
    merits[place] = merit;
    if (!full) this.#filled[vertex] = filled + 1;
    if (filled + 1 >= this.#length) this.least[vertex] = valueAt(merits, first + this.#length - 1);
  }

  /** Calls back for everything on every list; an edge on the lists of both its ends comes twice. */
  forEach(visit: (edge: number) => void): void {
    for (let v = 0; v < this.#filled.length; v += 1) this.forEachOf(v, visit);
  }

  forEachOf(vertex: number, visit: (edge: number) => void): void {
    const first = vertex * this.#length;
    for (let place = first; place < first + at(this.#filled, vertex); place += 1) visit(at(this.#edges, place));
  }

  has(vertex: number, edge: number): boolean {
    const first = vertex * this.#length;
    for (let place = first; place < first + at(this.#filled, vertex); place += 1) {
      if (at(this.#edges, place) === edge) return true;
    }
    return false;
  }
}

/**
 * A part of 1 that goes by the edge's number alone. Added to whole merits it breaks ties by lot: were the first in order
 * kept, everybody would list the same few people wherever many weights are equal.
 */
export const lotOf = (edge: number): number => mix(edge) / 2 ** 32;
