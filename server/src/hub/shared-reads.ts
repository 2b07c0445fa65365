/**
 * Reads what is the same for many, once for all who ask meanwhile. Whoever asks gets what was read no earlier than they
 * asked: of each key one read runs and at most one waits to begin.
 */
export class SharedReads<K, V> {
  readonly #read: (key: K) => Promise<V>;
  readonly #running = new Map<K, Promise<V>>();
  readonly #next = new Map<K, Promise<V>>();

  constructor(read: (key: K) => Promise<V>) {
    this.#read = read;
  }

  get(key: K): Promise<V> {
    const running = this.#running.get(key);
    if (!running) return this.#begin(key);
    const waiting = this.#next.get(key);
    if (waiting) return waiting;
    const begin = () => {
      this.#next.delete(key);
      return this.#begin(key);
    };
    const next = running.then(begin, begin);
    this.#next.set(key, next);
    return next;
  }

  #begin(key: K): Promise<V> {
    const reading = this.#read(key);
    this.#running.set(key, reading);
    const done = () => {
      if (this.#running.get(key) === reading) this.#running.delete(key);
    };
    reading.then(done, done);
    return reading;
  }
}
