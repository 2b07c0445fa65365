/** Gathers things that come one after the other and hands them over once: `after` ms after the first. */
export class Batch<T> {
  readonly #after: number;
  readonly #handOver: (things: T[]) => void;
  #things = new Set<T>();

  constructor(after: number, handOver: (things: T[]) => void) {
    this.#after = after;
    this.#handOver = handOver;
  }

  /** A process that ends in between hands nothing over: only for what is read anew by whoever connects next. */
  add(things: readonly T[]): void {
    if (this.#things.size === 0 && things.length > 0) setTimeout(() => this.#flush(), this.#after).unref();
    for (const thing of things) this.#things.add(thing);
  }

  #flush(): void {
    const things = [...this.#things];
    this.#things = new Set();
    this.#handOver(things);
  }
}
