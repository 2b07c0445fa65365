import { encode, type People } from './encoding.ts';
import { digest, mix, randomFrom } from './random.ts';
import type { Round, Weighed } from './round.ts';
import { forbiddenBy } from './rules.ts';
import { bestPossible, pairWeights, type ResolvedWeights, resolveWeights, turnWeights } from './weights.ts';

/** Points are counted in hundredths, so that sums are whole numbers and equal is equal. */
const hundred = 100;

/** What a weight times the number of pairs stays below, so that a matching can count with it: an eighth of 2⁵³. */
const wholeNumbers = 2 ** 50;

/**
 * The weighted graph of a round. People are numbers in the order of their ids, so that it does not matter in which order
 * they were listed. All functions are symmetric.
 */
export class PairingGraph {
  readonly round: Round;
  readonly people: People;
  readonly seed: number;
  /** What every lot is drawn from: the seed, and the salt if there is one. */
  readonly lots: number;
  readonly size: number;
  /** Marks what was weighed how: the same mark, the same rules and weights. */
  readonly policyVersion: string;
  readonly #weights: ResolvedWeights;
  /** Points of each pair weight, with the function that says how often they are given. */
  readonly #terms: readonly { points: number; share: (typeof pairWeights)[number]['share'] }[];
  /** By person, hundredths for going first. */
  readonly #turn: Float64Array;
  /** Lots are drawn from 0 up to here, and from here up to twice this where a likeness tips them. */
  readonly #lotSpan: number;
  /** One hundredth of a point outweighs all lots of a matching together. */
  readonly #scale: number;

  /** Up to this many people every permitted pair is looked at. */
  readonly exactUpTo: number;

  /** @throws AjarError `unknown-preset`, `unknown-weight`, `weight-out-of-range` or `same-id-twice`. */
  constructor(round: Round, seed?: number, salt?: number, exactUpTo = 1_500) {
    this.round = round;
    this.exactUpTo = exactUpTo;
    this.#weights = resolveWeights(round.preset, round.weights);
    this.people = encode(round);
    this.size = this.people.size;
    this.seed = seed ?? digest(`${round.on} ${this.people.ids.join(' ')}`) >>> 1;
    this.lots = salt === undefined ? this.seed : mix(this.seed, salt);
    this.policyVersion = policyVersionOf(round, this.#weights);
    this.#terms = pairWeights.flatMap(({ share }, at) => {
      const points = this.#weights.points[at] ?? 0;
      return points > 0 ? [{ points: points * hundred, share }] : [];
    });
    const turn = this.turnPoints * hundred;
    this.#turn = Float64Array.from(this.people.persons, ({ leftOverLast, trioLast }) =>
      Math.round(turn * ((leftOverLast ? this.#weights.leftOverLast : 0) + (trioLast ? this.#weights.trioLast : 0))),
    );
    const pairs = Math.max(1, this.size >> 1);
    const most = bestPossible(this.#weights) * hundred + 2 * Math.max(0, ...this.#turn) + 1;
    this.#lotSpan = Math.min(1_024, Math.max(1, Math.floor(wholeNumbers / (most * 2 * pairs * (pairs + 1)))));
    this.#scale = 2 * this.#lotSpan * pairs;
  }

  /** What a weight of 1 for going first is worth here: more points than all pairs of the round can have together. */
  get turnPoints(): number {
    return Math.ceil(bestPossible(this.#weights)) * (this.size >> 1) + 1;
  }

  /** Numbers drawn from the seed, each purpose its own. */
  random(purpose: string): () => number {
    return randomFrom(mix(this.lots, digest(purpose)));
  }

  permitted(a: number, b: number): boolean {
    return a !== b && forbiddenBy(this.people, a, b, this.round) === undefined;
  }

  /** The weight that is shown, in points; without what is private. Only for a permitted pair. */
  weight(a: number, b: number): number {
    return this.#hundredths(a, b) / hundred;
  }

  /**
   * What the matching goes by: the weight that is shown and, where that is equal, the lot. A whole number. Among
   * matchings of as many pairs, the heaviest by this is also the heaviest by what is shown.
   */
  drawn(a: number, b: number): number {
    return this.#hundredths(a, b) * this.#scale + this.#lot(a, b);
  }

  /** As `drawn`, without who goes first: for tables at which everybody counted has a place already. */
  liking(a: number, b: number): number {
    return this.#points(a, b) * this.#scale + this.#lot(a, b);
  }

  /** As `drawn`, but that among equals only a likeness tips the lot: for matchings too large to draw lots for each pair. */
  ranked(a: number, b: number): number {
    return this.#hundredths(a, b) * this.#scale + (this.#alike(a, b) ? this.tip : 0);
  }

  /** What this share of a weight adds to `drawn` and `ranked`. */
  worthOf(name: string, share: number): number {
    const points = this.#weights.points[pairWeights.findIndex((weight) => weight.name === name)] ?? 0;
    return Math.round(points * hundred * share) * this.#scale;
  }

  /** What a person adds to the weight of every pair of theirs, for going first. */
  turnOf(person: number): number {
    return (this.#turn[person] ?? 0) * this.#scale;
  }

  /** What being alike adds to `ranked` for those who asked for it; less than anything else. */
  get tip(): number {
    return this.#weights.likeness ? 1 : 0;
  }

  /** Those whom a rule may keep from a person by name, and those they have met; who may meet them otherwise is for all alike. */
  apartFrom(person: number): number[] {
    const { blocked, supervision, metDaysAgo } = this.people;
    const several = [blocked[person], supervision[person], metDaysAgo[person]?.keys()];
    return [...new Set(several.flatMap((some) => [...(some ?? [])]))];
  }

  /** The total that is shown, in points, for a total or an upper bound of `drawn`. */
  shown(drawn: number): number {
    return Math.floor(drawn / this.#scale) / hundred;
  }

  /** What was weighed between these two: its points add up to `weight`. Nothing private is among it. */
  factors(a: number, b: number): Weighed[] {
    const factors = pairWeights.map(({ name, share }, at) => ({
      name,
      points: Math.round((this.#weights.points[at] ?? 0) * hundred * share(this.people, a, b)) / hundred,
    }));
    const turns = turnWeights.map(({ name }) => {
      const going = [a, b].filter((person) => this.people.persons[person]?.[name]).length;
      return { name, points: Math.round(going * this.turnPoints * this.#weights[name] * hundred) / hundred };
    });
    return [...factors, ...turns].filter(({ points }) => points > 0);
  }

  /** From 0 to 1: the part of the best that two people could have under this policy. Never with a private attribute. */
  score(a: number, b: number): number {
    const best = bestPossible(this.#weights);
    return best === 0 ? 1 : Math.min(1, this.#points(a, b) / hundred / best);
  }

  #points(a: number, b: number): number {
    let sum = 0;
    for (const { points, share } of this.#terms) sum += Math.round(points * share(this.people, a, b));
    return sum;
  }

  #hundredths(a: number, b: number): number {
    return this.#points(a, b) + (this.#turn[a] ?? 0) + (this.#turn[b] ?? 0);
  }

  #lot(a: number, b: number): number {
    const lot = mix(this.lots, Math.min(a, b), Math.max(a, b)) % this.#lotSpan;
    return this.#alike(a, b) ? lot + this.#lotSpan : lot;
  }

  #alike(a: number, b: number): boolean {
    const { likeness } = this.people;
    return this.#weights.likeness && (likeness[a] ?? -1) >= 0 && likeness[a] === likeness[b];
  }
}

/** Grows when a rule, a formula or the drawing itself changes, so that a receipt says by what it was made. */
export const engineVersion = 4;

function policyVersionOf({ preset, repeatWindowDays, supervisorsMay }: Round, { byName }: ResolvedWeights): string {
  const policy = JSON.stringify([byName, repeatWindowDays, supervisorsMay]);
  return `${engineVersion} ${preset} ${digest(policy).toString(16).padStart(8, '0')}`;
}
