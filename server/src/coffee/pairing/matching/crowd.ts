/**
 * People too many for all their pairs to be weighed one by one. What a pair weighs is the sum of parts that many people
 * have in common:
 *
 *     base + own(a) + own(b) + traits + classes + asked[how many of the two have what the other wants] + liked[in common]
 *
 * for all pairs but those that are `apart`, whose weight is asked for. People are numbers from 0 up to `size`.
 */
export type Crowd = {
  size: number;
  /** A whole number, NaN where the rules forbid the pair. Symmetric, and what the parts come to for who is not apart. */
  weight: (a: number, b: number) => number;
  base: number;
  /** By person: what they add to the weight of every pair of theirs. */
  own: Float64Array;
  traits: readonly Trait[];
  classes: readonly Class[];
  wants: Words;
  offers: Words;
  /** What it adds that nobody, one or both have what the other wants. Not falling. */
  asked: readonly [number, number, number];
  likes: Words;
  /** What it adds to share nothing, one, two, or three and more of what they like. Not falling. */
  liked: readonly [number, number, number, number];
  /** The others of whom the parts say nothing: forbidden, or met before. Symmetric. */
  apart: (person: number) => Iterable<number>;
  seed: number;
};

/** Something of which everybody has one, or −1 where it was not said: then it adds nothing. */
export type Trait = { of: Int32Array; same: number; differ: number };

/** Everybody is of one class, from 0 up to `count`; few classes. Worth −Infinity where no two of them may meet. */
export type Class = { of: Int32Array; count: number; worth: (one: number, other: number) => number };

/** Words by number, from 0 up to `count`: those of a person are `word[start[person] … start[person + 1] − 1]`. */
export type Words = { count: number; start: Int32Array; word: Int32Array };

/** Some of a crowd, numbered as they are listed. */
export function partOf(crowd: Crowd, people: readonly number[]): Crowd {
  const placeOf = new Map(people.map((person, place) => [person, place]));
  const personAt = (place: number) => people[place] ?? -1;
  const numbers = (values: Int32Array) => Int32Array.from(people, (person) => values[person] ?? -1);
  const words = ({ count, start, word }: Words): Words => {
    const of = (person: number) => word.subarray(start[person], start[person + 1]);
    const starts = new Int32Array(people.length + 1);
    for (const [place, person] of people.entries()) starts[place + 1] = (starts[place] ?? 0) + of(person).length;
    return { count, start: starts, word: Int32Array.from(people.flatMap((person) => [...of(person)])) };
  };
  return {
    ...crowd,
    size: people.length,
    weight: (a, b) => crowd.weight(personAt(a), personAt(b)),
    own: Float64Array.from(people, (person) => crowd.own[person] ?? 0),
    traits: crowd.traits.map((trait) => ({ ...trait, of: numbers(trait.of) })),
    classes: crowd.classes.map((one) => only(one, numbers(one.of))),
    wants: words(crowd.wants),
    offers: words(crowd.offers),
    likes: words(crowd.likes),
    apart: (place) => [...crowd.apart(personAt(place))].flatMap((person) => placeOf.get(person) ?? []),
  };
}

/** A class of which no more is told than these people need: a few of a thousand combinations of languages. */
function only({ worth }: Class, of: Int32Array): Class {
  const there = [...new Set(of)];
  const numberOf = new Map(there.map((one, number) => [one, number]));
  return {
    of: of.map((one) => numberOf.get(one) ?? -1),
    count: there.length,
    worth: (one, other) => worth(there[one] ?? -1, there[other] ?? -1),
  };
}
