import { mix, randomFrom, shuffled } from '../random.ts';
import { at, valueAt } from './arrays.ts';
import type { Edges } from './network.ts';
import { Shortlist } from './shortlist.ts';

/** Something a person looks for in others, by number, and what it adds to the weight of a pair where it is found. */
export type Sought = { trait: number; worth: number };

/** People too many for all their pairs to be listed. */
export type Crowd = {
  size: number;
  /** A whole number, NaN where the rules forbid the pair. Symmetric. */
  weight: (a: number, b: number) => number;
  /** Traits are whole numbers from 0 up to this. */
  traits: number;
  /** Few traits a person, each of few people: what is walked through one by one. */
  seeks: (person: number) => readonly Sought[];
  /** The traits a person has. */
  shows: (person: number) => readonly number[];
  /** Everybody is of one kind, a number from 0 up to this: what many people have in common. */
  kinds: number;
  kindOf: (person: number) => number;
  /** What being of these two kinds adds to the weight of a pair. */
  worthOfKinds: (one: number, other: number) => number;
  seed: number;
};

/** With how many others a person is compared by traits; the time this takes grows with their product. */
const COMPARED = 10_000;
/** How many of these are looked at by weight, and how many others by chance, so that no circle closes itself off. */
const PROMISING = 24;
const BY_CHANCE = 4;

/**
 * Edges of each person to some others worth meeting: those who have what they look for, less what those have to give
 * to anybody, or the same few would be on every list.
 */
export function promisingEdges(crowd: Crowd): Edges {
  const { size } = crowd;
  // Everybody has a place by lot; who is compared with whom is a matter of places.
  const order = Int32Array.from(shuffled([...new Int32Array(size).keys()], randomFrom(crowd.seed)));
  const kind = order.map((person) => crowd.kindOf(person));
  const sought = soughtBy(crowd, order);
  const appeal = appealOf(crowd, order, kind, sought);
  const owners = ownersOf(crowd, order);
  const best = new Shortlist(size, PROMISING);
  const score = new Float64Array(size);
  const merits = new Float64Array(size);
  // Ahead around the circle only: who is behind has looked ahead to here.
  const reach = Math.min(size - 1, COMPARED) >> 1;
  const look = (place: number, first: number, last: number) => {
    for (let n = at(sought.start, place); n < at(sought.start, place + 1); n += 1) {
      owners.addWorth(at(sought.trait, n), valueAt(sought.worth, n), first, last, score);
    }
    compare(best, place, first, last, score, merits, valueAt(appeal, place));
    score.fill(0, first, last + 1);
  };
  forEachKind(crowd, order, (worth, places) => {
    for (let n = 0; n < size; n += 1) merits[n] = valueAt(worth, at(kind, n)) - valueAt(appeal, n);
    for (const place of places) {
      look(place, place + 1, Math.min(size - 1, place + reach));
      if (place + reach >= size) look(place, 0, place + reach - size);
    }
  });
  return edgesAmong(crowd, best, order);
}

/** Lists those of a span who are worth it with somebody, and that somebody with them. */
function compare(
  best: Shortlist,
  place: number,
  first: number,
  last: number,
  score: Float64Array,
  merits: Float64Array,
  appeal: number,
): void {
  const { least } = best;
  let mine = valueAt(least, place);
  for (let n = first; n <= last; n += 1) {
    const merit = valueAt(score, n) + valueAt(merits, n) - appeal;
    if (merit > valueAt(least, n)) best.offer(n, place, merit);
    if (merit <= mine) continue;
    best.offer(place, n, merit);
    mine = valueAt(least, place);
  }
}

/** Calls back for each kind with what other kinds are worth to it, and with the places of those who are of it. */
function forEachKind(
  { size, kinds, kindOf, worthOfKinds }: Crowd,
  order: Int32Array,
  visit: (worth: Float64Array, places: readonly number[]) => void,
): void {
  const places: number[][] = Array.from({ length: kinds }, () => []);
  for (let n = 0; n < size; n += 1) places[kindOf(at(order, n))]?.push(n);
  const worth = new Float64Array(kinds);
  for (const [one, those] of places.entries()) {
    if (those.length === 0) continue;
    for (let other = 0; other < kinds; other += 1) worth[other] = places[other]?.length ? worthOfKinds(one, other) : 0;
    visit(worth, those);
  }
}

/** By place: what the person there looks for, in `trait` and `worth` from `start` of the place to that of the next. */
type SoughtByPlace = { start: Int32Array; trait: Int32Array; worth: Float64Array };

function soughtBy({ size, seeks }: Crowd, order: Int32Array): SoughtByPlace {
  const start = new Int32Array(size + 1);
  const traits: number[] = [];
  const worths: number[] = [];
  for (let place = 0; place < size; place += 1) {
    for (const { trait, worth } of seeks(at(order, place))) {
      traits.push(trait);
      worths.push(worth);
    }
    start[place + 1] = traits.length;
  }
  return { start, trait: Int32Array.from(traits), worth: Float64Array.from(worths) };
}

/** By trait: the places of those who have it, ascending. */
class Owners {
  readonly #start: Int32Array;
  readonly #places: Int32Array;

  constructor(start: Int32Array, places: Int32Array) {
    this.#start = start;
    this.#places = places;
  }

  /** Adds to the score of every place in this span where somebody has the trait. */
  addWorth(trait: number, worth: number, first: number, last: number, score: Float64Array): void {
    const end = at(this.#start, trait + 1);
    for (let n = this.#from(trait, first); n < end; n += 1) {
      const place = at(this.#places, n);
      if (place > last) return;
      score[place] = valueAt(score, place) + worth;
    }
  }

  #from(trait: number, first: number): number {
    let low = at(this.#start, trait);
    let high = at(this.#start, trait + 1);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(this.#places, middle) < first) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function ownersOf({ size, traits, shows }: Crowd, order: Int32Array): Owners {
  const start = new Int32Array(traits + 2);
  for (let v = 0; v < size; v += 1) for (const trait of shows(v)) start[trait + 2] = at(start, trait + 2) + 1;
  for (let t = 2; t < start.length; t += 1) start[t] = at(start, t) + at(start, t - 1);
  const places = new Int32Array(at(start, traits + 1));
  for (let place = 0; place < size; place += 1) {
    for (const trait of shows(at(order, place))) {
      places[at(start, trait + 1)] = place;
      start[trait + 1] = at(start, trait + 1) + 1;
    }
  }
  return new Owners(start.subarray(0, traits + 1), places);
}

/** By place: what the person there is worth to others on average. */
function appealOf(crowd: Crowd, order: Int32Array, kind: Int32Array, sought: SoughtByPlace): Float64Array {
  const { size, traits, kinds, shows } = crowd;
  const demand = new Float64Array(traits);
  const demandForKind = new Float64Array(kinds);
  forEachKind(crowd, order, (worth, places) => {
    for (let k = 0; k < kinds; k += 1) {
      demandForKind[k] = valueAt(demandForKind, k) + (valueAt(worth, k) * places.length) / size;
    }
  });
  for (let n = 0; n < sought.trait.length; n += 1) {
    const trait = at(sought.trait, n);
    demand[trait] = valueAt(demand, trait) + valueAt(sought.worth, n) / size;
  }
  const appeal = new Float64Array(size);
  for (let n = 0; n < size; n += 1) {
    let sum = valueAt(demandForKind, at(kind, n));
    for (const trait of shows(at(order, n))) sum += valueAt(demand, trait);
    appeal[n] = sum;
  }
  return appeal;
}

/** The permitted pairs on anybody's list, and some by chance, each once. */
function edgesAmong({ size, weight, seed }: Crowd, best: Shortlist, order: Int32Array): Edges {
  const most = size * (PROMISING + BY_CHANCE);
  const edges = { from: new Int32Array(most), to: new Int32Array(most), weight: new Float64Array(most) };
  let count = 0;
  const add = (one: number, other: number) => {
    const a = at(order, one);
    const b = at(order, other);
    const w = weight(a, b);
    if (Number.isNaN(w)) return;
    edges.from[count] = a;
    edges.to[count] = b;
    edges.weight[count] = w;
    count += 1;
  };
  for (let a = 0; a < size; a += 1) {
    best.forEachOf(a, (b) => {
      if (a < b || !best.has(b, a)) add(a, b);
    });
    for (let n = 0; n < BY_CHANCE; n += 1) {
      const b = mix(seed, a, n) % size;
      if (a !== b && !best.has(a, b) && !best.has(b, a)) add(a, b);
    }
  }
  return {
    size,
    from: edges.from.subarray(0, count),
    to: edges.to.subarray(0, count),
    weight: edges.weight.subarray(0, count),
  };
}
