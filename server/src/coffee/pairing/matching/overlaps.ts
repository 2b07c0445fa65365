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
  readonly #offering: Words;
  readonly #wanting: Words;
  readonly #liking: Words;

  constructor(crowd: Crowd, order: Int32Array) {
    const words = Math.ceil(crowd.size / 32);
    this.#crowd = crowd;
    this.gives = new Int32Array(words);
    this.asks = new Int32Array(words);
    this.likes1 = new Int32Array(words);
    this.likes2 = new Int32Array(words);
    this.likes3 = new Int32Array(words);
    this.#offering = placesByWord(crowd.offers, order);
    this.#wanting = placesByWord(crowd.wants, order);
    this.#liking = placesByWord(crowd.likes, order);
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
    for (let n = at(likes.start, person); n < at(likes.start, person + 1); n += 1) {
      const word = at(likes.word, n);
      const last = at(this.#liking.start, word + 1);
      for (let p = at(this.#liking.start, word); p < last; p += 1) {
        const place = at(this.#liking.word, p);
        const row = place >>> 5;
        const bit = 1 << (place & 31);
        const one = at(likes1, row);
        const two = at(likes2, row);
        likes3[row] = at(likes3, row) | (two & bit);
        likes2[row] = two | (one & bit);
        likes1[row] = one | bit;
      }
    }
  }
}

function mark(row: Int32Array, words: Words, person: number, places: Words): void {
  row.fill(0);
  for (let n = at(words.start, person); n < at(words.start, person + 1); n += 1) {
    const word = at(words.word, n);
    const last = at(places.start, word + 1);
    for (let p = at(places.start, word); p < last; p += 1) {
      const place = at(places.word, p);
      row[place >>> 5] = at(row, place >>> 5) | (1 << (place & 31));
    }
  }
}

/** The other way round: by word, the places of those who have it. */
function placesByWord({ count, start, word }: Words, order: Int32Array): Words {
  const first = new Int32Array(count + 2);
  for (let n = 0; n < word.length; n += 1) first[at(word, n) + 2] = at(first, at(word, n) + 2) + 1;
  for (let w = 2; w < first.length; w += 1) first[w] = at(first, w) + at(first, w - 1);
  const places = new Int32Array(word.length);
  for (let place = 0; place < order.length; place += 1) {
    const person = at(order, place);
    for (let n = at(start, person); n < at(start, person + 1); n += 1) {
      const w = at(word, n) + 1;
      places[at(first, w)] = place;
      first[w] = at(first, w) + 1;
    }
  }
  return { count: order.length, start: first.subarray(0, count + 1), word: places };
}
