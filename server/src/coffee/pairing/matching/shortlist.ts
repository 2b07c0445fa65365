import { mix } from '../random.ts';
import { at, valueAt } from './arrays.ts';

/**
 * The best few edges of every vertex. Equals are chosen between by a number mixed from the edge's own: were the first
 * in order kept, everybody would list the same few people wherever many weights are equal.
 */
export class Shortlist {
  readonly #length: number;
  readonly #filled: Int32Array;
  readonly #edges: Int32Array;
  readonly #merits: Float64Array;

  constructor(size: number, length: number) {
    this.#length = length;
    this.#filled = new Int32Array(size);
    this.#edges = new Int32Array(size * length);
    this.#merits = new Float64Array(size * length);
  }

  offer(vertex: number, edge: number, merit: number): void {
    const first = vertex * this.#length;
    const filled = at(this.#filled, vertex);
    let place = first + filled;
    if (filled === this.#length) {
      place -= 1;
      if (!this.#before(edge, merit, place)) return;
    } else this.#filled[vertex] = filled + 1;
    while (place > first && this.#before(edge, merit, place - 1)) {
      this.#edges[place] = at(this.#edges, place - 1);
      this.#merits[place] = valueAt(this.#merits, place - 1);
      place -= 1;
    }
    this.#edges[place] = edge;
    this.#merits[place] = merit;
  }

  #before(edge: number, merit: number, place: number): boolean {
    const other = valueAt(this.#merits, place);
    return merit > other || (merit === other && mix(edge) < mix(at(this.#edges, place)));
  }

  /** Calls back for every edge on the list of a vertex; twice for an edge on the lists of both. */
  forEach(visit: (edge: number) => void): void {
    for (let v = 0; v < this.#filled.length; v += 1) {
      const first = v * this.#length;
      for (let place = first; place < first + at(this.#filled, v); place += 1) visit(at(this.#edges, place));
    }
  }
}
