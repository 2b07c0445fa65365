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
