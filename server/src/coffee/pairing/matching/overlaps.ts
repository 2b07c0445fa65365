import { at } from './arrays.ts';
import type { Crowd, Words } from './crowd.ts';

/**
 * What one person has in common with everybody else, as rows of bits, a bit a place: 32 others are looked at together.
 * Whoever stands at a place is for who makes this to say.
 */
export class Overlaps {
  /** Who offers what the person wants, and who wants what they offer. */
  readonly gives: Int32Array;
  readonly asks: Int32Array;
  /** Who likes at least one, two, three of the same. */
  readonly likes1: Int32Array;
  readonly likes2: Int32Array;
  readonly likes3: Int32Array;
  readonly #crowd: Crowd;
  readonly #offering: Having;
  readonly #wanting: Having;
  readonly #liking: Having;

  constructor(crowd: Crowd, order: Int32Array) {
    const words = Math.ceil(crowd.size / 32);
    this.#crowd = crowd;
    this.gives = new Int32Array(words);
    this.asks = new Int32Array(words);
    this.likes1 = new Int32Array(words);
    this.likes2 = new Int32Array(words);
    this.likes3 = new Int32Array(words);
    this.#offering = havingOf(crowd.offers, order);
    this.#wanting = havingOf(crowd.wants, order);
    this.#liking = havingOf(crowd.likes, order);
  }

  /** Fills the rows for this person. */
  of(person: number): void {
    const { wants, offers, likes } = this.#crowd;
    mark(this.gives, wants, person, this.#offering);
    mark(this.asks, offers, person, this.#wanting);
    const { likes1, likes2, likes3 } = this;
    likes1.fill(0);
    likes2.fill(0);
    likes3.fill(0);
    const { start, row: rows, bits } = this.#liking;
    for (let n = at(likes.start, person); n < at(likes.start, person + 1); n += 1) {
      const word = at(likes.word, n);
      const last = at(start, word + 1);
      for (let e = at(start, word); e < last; e += 1) {
        const row = at(rows, e);
        const who = at(bits, e);
        const one = at(likes1, row);
        const two = at(likes2, row);
        likes3[row] = at(likes3, row) | (two & who);
        likes2[row] = two | (one & who);
        likes1[row] = one | who;
      }
    }
  }
}

function mark(marked: Int32Array, words: Words, person: number, { start, row, bits }: Having): void {
  marked.fill(0);
  for (let n = at(words.start, person); n < at(words.start, person + 1); n += 1) {
    const word = at(words.word, n);
    const last = at(start, word + 1);
    for (let e = at(start, word); e < last; e += 1) marked[at(row, e)] = at(marked, at(row, e)) | at(bits, e);
  }
}

/** The other way round: who has a word, as the rows in which anybody does, and those people's bits there. */
type Having = {
  /** By word: its first entry; the next word's is its end. */
  start: Int32Array;
  row: Int32Array;
  bits: Int32Array;
};

function havingOf({ count, start, word }: Words, order: Int32Array): Having {
  const size = new Int32Array(count);
  const latest = new Int32Array(count).fill(-1);
  const forEach = (visit: (word: number, place: number) => void) => {
    for (let place = 0; place < order.length; place += 1) {
      const person = at(order, place);
      for (let n = at(start, person); n < at(start, person + 1); n += 1) visit(at(word, n), place);
    }
  };
  forEach((w, place) => {
    if (at(latest, w) === place >>> 5) return;
    latest[w] = place >>> 5;
    size[w] = at(size, w) + 1;
  });
  const first = new Int32Array(count + 1);
  for (let w = 0; w < count; w += 1) first[w + 1] = at(first, w) + at(size, w);
  const row = new Int32Array(at(first, count));
  const bits = new Int32Array(at(first, count));
  const next = first.slice(0, count);
  latest.fill(-1);
  forEach((w, place) => {
    if (at(latest, w) !== place >>> 5) {
      latest[w] = place >>> 5;
      row[at(next, w)] = place >>> 5;
      next[w] = at(next, w) + 1;
    }
    bits[at(next, w) - 1] = at(bits, at(next, w) - 1) | (1 << (place & 31));
  });
  return { start: first, row, bits };
}
