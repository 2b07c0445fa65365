import { randomFrom, shuffled } from '../random.ts';
import { at, valueAt } from './arrays.ts';
import type { Crowd } from './crowd.ts';
import { Kinds } from './kinds.ts';
import { Overlaps } from './overlaps.ts';

/** Told of a pair that is worth more than was asked for, and by how much more than the duals of both. */
export type Visit = (a: number, b: number, above: number) => void;

/**
 * Looks at every pair of a crowd for those that weigh more than their duals, 32 pairs at a time: whatever these could
 * add by what they want, offer and like is known from rows of bits, and most pairs are passed over by that alone. None
 * is ever passed over that is worth more than was asked for, so that what is found proves a bound.
 */
export class Scan {
  readonly #crowd: Crowd;
  /** Two, since people are of many kinds taken together, and of few by each half of what makes them. */
  readonly #kinds: readonly [Kinds, Kinds];
  /** Everybody, those of a kind together. */
  readonly #rows: Int32Array;
  /** Everybody, in an order drawn by lot. */
  readonly #lots: Int32Array;

  constructor(crowd: Crowd) {
    this.#crowd = crowd;
    const { size, traits, classes } = crowd;
    const half = (n: number) =>
      new Kinds(
        size,
        traits.filter((_, at) => at % 2 === n),
        classes.filter((_, at) => at % 2 === n),
      );
    this.#kinds = [half(0), half(1)];
    // What the people of a kind are worth to somebody is filled in anew for every next kind: the more there are, the rarer.
    const [{ of: first }, { of: second }] = this.#kinds.toSorted((a, b) => b.worth.length - a.worth.length) as [
      Kinds,
      Kinds,
    ];
    this.#rows = Int32Array.from({ length: size }, (_, person) => person).sort(
      (a, b) => at(first, a) - at(first, b) || at(second, a) - at(second, b),
    );
    this.#lots = Int32Array.from(shuffled([...new Int32Array(crowd.size).keys()], randomFrom(crowd.seed)));
  }

  /**
   * Calls back for every permitted pair, from each of its sides, that weighs more than both duals and `least` together.
   *
   * @param dual By person, in weights.
   * @param least By person: what their pairs have to be above; Infinity where nothing is asked. May rise.
   */
  forEach(dual: Float64Array, least: Float64Array, visit: Visit): void {
    const { size, own } = this.#crowd;
    const price = dual.map((value, person) => value - valueAt(own, person));
    const order = this.#lots.slice().sort((a, b) => valueAt(price, a) - valueAt(price, b));
    const placeOf = new Int32Array(size);
    for (let place = 0; place < size; place += 1) placeOf[at(order, place)] = place;
    const sight: Sight = {
      order,
      prices: Float64Array.from(order, (person) => valueAt(price, person)),
      first: Int32Array.from(order, (person) => at(this.#kinds[0].of, person)),
      second: Int32Array.from(order, (person) => at(this.#kinds[1].of, person)),
      overlaps: new Overlaps(this.#crowd, order),
      open: everyPlace(size),
    };
    for (const person of this.#rows) {
      if (valueAt(least, person) === Number.POSITIVE_INFINITY) continue;
      const hidden = [at(placeOf, person)];
      for (const other of this.#crowd.apart(person)) {
        hidden.push(at(placeOf, other));
        const above = this.#crowd.weight(person, other) - valueAt(dual, person) - valueAt(dual, other);
        if (above > valueAt(least, person)) visit(person, other, above);
      }
      for (const place of hidden) sight.open[place >>> 5] = at(sight.open, place >>> 5) & ~(1 << (place & 31));
      this.#look(sight, person, at(placeOf, person), valueAt(price, person), least, visit);
      for (const place of hidden) sight.open[place >>> 5] = at(sight.open, place >>> 5) | (1 << (place & 31));
    }
  }

  /** From the place of the person on, and around: where many are worth the same, not everybody finds the same few. */
  #look(sight: Sight, person: number, from: number, price: number, least: Float64Array, visit: Visit): void {
    for (const kinds of this.#kinds) kinds.ask(person);
    sight.overlaps.of(person);
    const row = from >>> 5;
    const beyond = -2 << (from & 31);
    this.#lookAlong(sight, person, row, row + 1, beyond, price, least, visit);
    this.#lookAlong(sight, person, row + 1, sight.open.length, -1, price, least, visit);
    this.#lookAlong(sight, person, 0, row, -1, price, least, visit);
    this.#lookAlong(sight, person, row, row + 1, ~beyond, price, least, visit);
  }

  #lookAlong(
    { order, prices, first: firstKind, second: secondKind, overlaps, open }: Sight,
    person: number,
    first: number,
    end: number,
    bits: number,
    price: number,
    least: Float64Array,
    visit: Visit,
  ): void {
    const { gives, asks, likes1, likes2, likes3 } = overlaps;
    const { asked, liked } = this.#crowd;
    const [, one, both] = asked;
    const [, like1, like2, like3] = liked;
    const [{ worth: firstWorth, highest }, { worth: secondWorth, highest: second }] = this.#kinds;
    const budget = this.#crowd.base - price;
    for (let row = first; row < end; row += 1) {
      // The most that anybody in this row could be above, but for what they want and like.
      const most = budget + highest + second - valueAt(prices, 32 * row) - valueAt(least, person);
      // The prices ahead are no lower.
      if (most + both + like3 <= 0) return;
      const [g, k] = [at(gives, row), at(asks, row)];
      const [l1, l2, l3] = [at(likes1, row), at(likes2, row), at(likes3, row)];
      let left = at(open, row) & bits;
      if (most <= 0) {
        const any = most + like1 > 0 ? l1 : most + like2 > 0 ? l2 : most + like3 > 0 ? l3 : 0;
        const of1 = most + one;
        const of2 = most + both;
        const any1 = of1 > 0 ? -1 : of1 + like1 > 0 ? l1 : of1 + like2 > 0 ? l2 : of1 + like3 > 0 ? l3 : 0;
        const any2 = of2 > 0 ? -1 : of2 + like1 > 0 ? l1 : of2 + like2 > 0 ? l2 : of2 + like3 > 0 ? l3 : 0;
        left &= any | (any1 & (g | k)) | (any2 & g & k);
      }
      for (; left !== 0; left &= left - 1) {
        const bit = 31 - Math.clz32(left & -left);
        const place = 32 * row + bit;
        const wanted = ((g >>> bit) & 1) + ((k >>> bit) & 1);
        const shared = ((l1 >>> bit) & 1) + ((l2 >>> bit) & 1) + ((l3 >>> bit) & 1);
        const above =
          budget +
          valueAt(firstWorth, at(firstKind, place)) +
          valueAt(secondWorth, at(secondKind, place)) -
          valueAt(prices, place) +
          (wanted === 0 ? 0 : wanted === 1 ? one : both) +
          (shared === 0 ? 0 : shared === 1 ? like1 : shared === 2 ? like2 : like3);
        if (above > valueAt(least, person)) visit(person, at(order, place), above);
      }
    }
  }
}

/** A crowd in the order of its prices, lowest first. */
type Sight = {
  /** By place, who stands there, what they cost and of what kinds they are. */
  order: Int32Array;
  prices: Float64Array;
  first: Int32Array;
  second: Int32Array;
  overlaps: Overlaps;
  /** A bit for each place that may be looked at. */
  open: Int32Array;
};

function everyPlace(size: number): Int32Array {
  const open = new Int32Array(Math.ceil(size / 32)).fill(-1);
  if (size % 32 > 0) open[open.length - 1] = (1 << (size % 32)) - 1;
  return open;
}
