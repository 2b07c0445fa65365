import { longest, type Minutes } from './minutes.ts';

/**
 * A way to learn from a mentor's visits. `halfLife`: how soon older ones count for half, in visits. `fitted`: they are
 * taken to lie around one middle as visits mostly do, log-normally, and say where it is and how far they lie from it.
 * Else each says that there are visits like it, and those longer than any so far are hardly expected: where some last
 * very long, that is too little until a few of them have come.
 */
type Way = { halfLife: number; fitted: boolean; belief: number };

/** One mentor changes soon, one slowly, one hardly does; `belief`: how much each way is believed before anything is known. */
const ways: readonly Way[] = [
  { halfLife: 6, fitted: false, belief: 0.06 },
  { halfLife: 15, fitted: false, belief: 0.17 },
  { halfLife: 60, fitted: false, belief: 0.35 },
  { halfLife: 15, fitted: true, belief: 0.12 },
  { halfLife: 60, fitted: true, belief: 0.3 },
];
/** What a visit unlike any before weighs, in visits. */
const unlike = 1;
/** No way is given up for one visit that it did not expect at all. */
const leastDensity = 1e-3;
/** A duration is remembered as at least so long, in minutes. */
const shortest = 0.25;

/** `chances`: of at most n minutes, for each n. `doubt`: how far off the middle of all visits to come may be, as a part of it. */
export type Learnt = { chances: Float64Array; doubt: number };

/** What is learnt of one mentor's visits, for as many of the first of them as one likes. */
export class Durations {
  readonly #minutes: readonly number[];
  readonly #logs: readonly number[];
  readonly #width: number;
  /** Of each visit: the chance that one like it lasts at most n minutes. */
  readonly #alike: readonly Float64Array[];
  /** After n visits, how much each way is believed. */
  readonly #beliefs: readonly (readonly number[])[];

  /** @param minutes how long each visit lasted, the oldest first. */
  constructor(minutes: readonly number[]) {
    this.#minutes = minutes;
    this.#logs = minutes.map((each) => Math.log(Math.max(shortest, each)));
    const { spread } = meanAndSpread(
      this.#logs,
      this.#logs.map(() => 1),
    );
    // Silverman, "Density Estimation for Statistics and Data Analysis", 1986, (3.31), less wide where there may be two sorts.
    this.#width = Math.min(0.35, Math.max(0.08, 0.65 * spread * Math.max(1, minutes.length) ** -0.2));
    this.#alike = this.#logs.map((log) => logNormal(log, this.#width));
    this.#beliefs = this.#believe();
  }

  get count(): number {
    return this.#minutes.length;
  }

  /** How long a visit lasts after the first `known`: the chance of at most n minutes, for each n. */
  after(known = this.count): Learnt {
    const shares = new Float64Array(known);
    const chances = new Float64Array(longest + 1);
    let doubt = 0;
    for (const [n, way] of ways.entries()) {
      const believed = this.#beliefs[known]?.[n] ?? 0;
      const { weights, total, mean, spread, own, fit, each } = this.#weigh(known, way.halfLife);
      doubt += 1.5 * believed * own * Math.sqrt(each);
      if (way.fitted) {
        add(chances, logNormal(mean, fit), believed);
        continue;
      }
      const scale = believed / (total + unlike);
      for (const [i, weight] of weights.entries()) shares[i] = (shares[i] ?? 0) + weight * scale;
      add(chances, logNormal(mean, spread), unlike * scale);
    }
    for (const [i, share] of shares.entries()) add(chances, this.#alike[i], share);
    return { chances, doubt };
  }

  /** How well each way has foretold each visit from those before it, multiplied up: Dawid's prequential likelihood. */
  #believe(): number[][] {
    const scores = ways.map(() => 0);
    const beliefs: number[][] = [ways.map((way) => way.belief)];
    for (const [known, log] of this.#logs.entries()) {
      for (const [n, way] of ways.entries()) {
        if (known > 0) scores[n] = 0.97 * (scores[n] ?? 0) + Math.log(this.#density(known, way, log));
      }
      const best = Math.max(...scores);
      const likely = scores.map((score, n) => (ways[n]?.belief ?? 0) * Math.exp(score - best));
      const total = likely.reduce((sum, each) => sum + each, 0);
      beliefs.push(likely.map((each) => each / total));
    }
    return beliefs;
  }

  #density(known: number, { halfLife, fitted }: Way, log: number): number {
    const { weights, total, mean, spread, fit } = this.#weigh(known, halfLife);
    if (fitted) return Math.max(leastDensity, bell((log - mean) / fit) / fit);
    const width = Math.max(0.15, this.#width);
    let density = (unlike * bell((log - mean) / spread)) / spread;
    for (const [i, weight] of weights.entries()) {
      density += (weight * bell((log - (this.#logs[i] ?? 0)) / width)) / width;
    }
    return density / (total + unlike);
  }

  #weigh(known: number, halfLife: number) {
    const weights = this.#logs.slice(0, known).map((_, i) => 0.5 ** ((known - 1 - i) / halfLife));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const { mean, spread } = meanAndSpread(this.#logs, weights);
    const own = Math.max(0.15, spread);
    // One part in so many visits, as few as they are when older ones count for less (Kish, "Survey Sampling", 1965).
    const each = weights.reduce((sum, weight) => sum + weight * weight, 0) / total ** 2 || 0;
    // The spread of the next around a middle that is not known, from a spread that too few visits make too small.
    const fit = own * Math.sqrt((1 + each) / Math.max(0.25, 1 - each)) + 0.15 * Math.sqrt(each);
    return { weights, total, mean, own, each, fit, spread: Math.max(0.5, 1.2 * spread) };
  }
}

/** How long a visit goes on that has lasted so many minutes, where visits last so long. */
export function rest(chances: Float64Array, lasted: number): Minutes {
  const begun = at(chances, lasted);
  const left = 1 - begun;
  const mass = new Float64Array(longest);
  // Longer than anything heard of: it may go on for as long again, or end at once.
  if (left < 1e-6) return { mass: mass.fill(1 / Math.min(longest, Math.ceil(lasted)), 0, Math.ceil(lasted)), terms: 1 };
  let before = begun;
  for (let n = 0; n < longest; n += 1) {
    const until = n === longest - 1 ? 1 : at(chances, lasted + n + 1);
    mass[n] = (until - before) / left;
    before = until;
  }
  return { mass, terms: 1 };
}

/** The gaps between one visit and the next while somebody waits; what is known of none at all is a minute or two. */
export function gapsOf(gaps: readonly number[]): Minutes {
  const mass = new Float64Array(longest);
  const seen = gaps.length + 1;
  mass[0] = 0.6 / seen;
  mass[1] = 0.3 / seen;
  mass[2] = 0.1 / seen;
  for (const gap of gaps) {
    const n = Math.min(longest - 1, Math.max(0, Math.floor(gap)));
    mass[n] = (mass[n] ?? 0) + 1 / seen;
  }
  return { mass, terms: 1 };
}

function at(chances: Float64Array, minutes: number): number {
  if (minutes >= longest) return chances[longest] ?? 1;
  const n = Math.floor(minutes);
  const low = chances[n] ?? 0;
  return low + ((chances[n + 1] ?? 1) - low) * (minutes - n);
}

function add(to: Float64Array, what: Float64Array | undefined, factor: number): void {
  if (!what || factor === 0) return;
  for (let n = 0; n < to.length; n += 1) to[n] = (to[n] ?? 0) + factor * (what[n] ?? 0);
}

function meanAndSpread(values: readonly number[], weights: readonly number[]) {
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const mean = weights.reduce((sum, weight, n) => sum + weight * (values[n] ?? 0), 0) / total;
  const square = weights.reduce((sum, weight, n) => sum + weight * ((values[n] ?? 0) - mean) ** 2, 0) / total;
  return { mean, spread: Math.sqrt(square) };
}

function logNormal(mean: number, spread: number): Float64Array {
  return Float64Array.from({ length: longest + 1 }, (_, n) => (n === 0 ? 0 : normal((Math.log(n) - mean) / spread)));
}

const bell = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** The normal distribution function, to 7.5e-8: Abramowitz and Stegun, "Handbook of Mathematical Functions", 26.2.17. */
function normal(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = bell(x) * poly;
  return x < 0 ? tail : 1 - tail;
}

/** The same lengths, each so many times as long. */
export function stretched(chances: Float64Array, factor: number): Float64Array {
  return Float64Array.from({ length: longest + 1 }, (_, n) => at(chances, n / factor));
}
