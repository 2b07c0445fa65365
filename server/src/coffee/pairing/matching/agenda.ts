import { at, popped, valueAt } from './arrays.ts';

const arity = 4;

/**
 * What is to come, each item at the time it is due at the earliest. An item is kept once: setting it earlier counts,
 * later does not, since whoever takes an item looks whether its time has come and sets it again if not. That makes
 * decreasing and withdrawing free: a heap of four children a node in which outdated entries are passed over.
 */
export class Agenda {
  /** The time of the item last taken. It never goes back. */
  now = 0;
  readonly #due: Float64Array;
  #times = new Float64Array(1024);
  #items = new Int32Array(1024);
  #length = 0;
  /** Due now: last in, first out. */
  readonly #ready: number[] = [];
  /** Due now and before the rest. */
  readonly #urgent: number[] = [];

  /** @param items Items are numbered from 0 to this, exclusive. */
  constructor(items: number) {
    this.#due = new Float64Array(items).fill(Number.POSITIVE_INFINITY);
  }

  set(item: number, time: number): void {
    if (time >= valueAt(this.#due, item)) return;
    this.#due[item] = time;
    if (time <= this.now) this.#ready.push(item);
    else this.#insert(time, item);
  }

  /** Sets an item to now, ahead of what else is due now. */
  hurry(item: number): void {
    this.#due[item] = this.now;
    this.#urgent.push(item);
  }

  /** The next item, or −1 when there is none; `now` is its time. */
  take(): number {
    for (const stack of [this.#urgent, this.#ready]) {
      while (stack.length > 0) {
        const item = popped(stack);
        if (valueAt(this.#due, item) === this.now) return this.#taken(item);
      }
    }
    while (this.#length > 0) {
      const time = valueAt(this.#times, 0);
      const item = at(this.#items, 0);
      this.#removeFirst();
      if (valueAt(this.#due, item) !== time) continue;
      this.now = time;
      return this.#taken(item);
    }
    return -1;
  }

  #taken(item: number): number {
    this.#due[item] = Number.POSITIVE_INFINITY;
    return item;
  }

  #insert(time: number, item: number): void {
    if (this.#length === this.#items.length) this.#enlarge();
    const times = this.#times;
    const items = this.#items;
    let place = this.#length++;
    while (place > 0) {
      const above = ((place - 1) / arity) | 0;
      const other = valueAt(times, above);
      if (other <= time) break;
      times[place] = other;
      items[place] = at(items, above);
      place = above;
    }
    times[place] = time;
    items[place] = item;
  }

  #removeFirst(): void {
    const times = this.#times;
    const items = this.#items;
    const length = --this.#length;
    const time = valueAt(times, length);
    const item = at(items, length);
    let place = 0;
    for (;;) {
      const first = place * arity + 1;
      if (first >= length) break;
      let least = first;
      const last = Math.min(first + arity, length);
      for (let child = first + 1; child < last; child += 1) {
        if (valueAt(times, child) < valueAt(times, least)) least = child;
      }
      if (valueAt(times, least) >= time) break;
      times[place] = valueAt(times, least);
      items[place] = at(items, least);
      place = least;
    }
    times[place] = time;
    items[place] = item;
  }

  #enlarge(): void {
    const times = new Float64Array(this.#times.length * 2);
    const items = new Int32Array(this.#items.length * 2);
    times.set(this.#times);
    items.set(this.#items);
    this.#times = times;
    this.#items = items;
  }
}
