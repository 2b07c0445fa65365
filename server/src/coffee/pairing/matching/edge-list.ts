import type { Crowd } from './crowd.ts';
import type { Edges } from './network.ts';

/** The permitted pairs that a near matching chooses from, each once. It grows. */
export class EdgeList {
  readonly #crowd: Crowd;
  readonly #known = new Set<number>();
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #weight: number[] = [];

  constructor(crowd: Crowd) {
    this.#crowd = crowd;
  }

  get length(): number {
    return this.#from.length;
  }

  add(a: number, b: number): void {
    const { size, weight } = this.#crowd;
    const key = Math.min(a, b) * size + Math.max(a, b);
    if (this.#known.has(key)) return;
    const weighs = weight(a, b);
    if (Number.isNaN(weighs)) return;
    this.#known.add(key);
    this.#from.push(a);
    this.#to.push(b);
    this.#weight.push(weighs);
  }

  edges(): Edges {
    return {
      size: this.#crowd.size,
      from: Int32Array.from(this.#from),
      to: Int32Array.from(this.#to),
      weight: Float64Array.from(this.#weight),
    };
  }
}
