import { setImmediate } from 'node:timers/promises';
import { Durations, gapsOf, type Learnt, rest, stretched } from './learning.ts';
import { chanceOfAtMost, longest, type Minutes, mixed, quantile, sum } from './minutes.ts';

/** A visit that is over, in minutes. */
export type PastVisit = {
  lasted: number;
  /** From the end of the visit before until its beginning. `null`: nobody waited then. */
  gap: number | null;
  /** Where they stood as they came to the line. `null`: they went in at once. */
  wait: PastWait | null;
};

export type PastWait = Standing & {
  /** Visits that were over as they came, of all that are told of. */
  known: number;
  /** How many visits began before theirs. */
  before: number;
  /** How long it was until theirs began. */
  lasted: number;
};

/** Where somebody stands in the line. */
export type Standing = {
  /** 1 is next. */
  place: number;
  /** How long the visit under way has lasted, in minutes; `null`: nobody is inside. */
  insideFor: number | null;
};

/** Minutes from now, both ends included. */
export type Range = { from: number; to: number };

/** Before so many visits nothing is said. */
const fewest = 5;
/** Older visits than these say little of how a mentor is now. */
const most = 60;
/** Beyond this place nobody can say. */
const furthest = 10;
/** Nobody jumps further in the line, as far as is learnt. */
const jump = 2;
/** So many waits that are over are foretold again. */
const mostTried = 24;
/**
 * So many waits that were foretold anew have to be within: a little more than four in five, since the range was chosen by
 * them, and since four in five have to hold for whatever mentors there are, not for all of them together.
 */
const held = 0.85;
/** Ends that are tried, from the narrowest range to the widest: the share of futures beyond each of them. */
const tails = [0.2, 0.175, 0.15, 0.125, 0.1, 0.08, 0.065, 0.05, 0.035, 0.02, 0.01] as const;
/**
 * Somebody who may be next is told of so many minutes at most: within the hour, rather than nothing. What is withheld would
 * be chosen by luck, and what is left to tell would hold less often for it.
 */
const widest = 60;
/** What is told is in steps of so many minutes, and an end may be off by so much rather than take a step more. */
const step = 5;
const slack = 0.75;
/**
 * Where little can be told, what is told is what came out narrow, and some of that by luck: of what was never tried, so much
 * less is believed to hold where nothing could be told, and nothing less where all could. Coverage has to hold for what was
 * chosen to be told, not for all that was foretold (Jin and Ren, "Confidence on the focal: conformal prediction with
 * selection-conditional coverage", 2024); the measure is from simulated lines.
 */
const luck = 0.25;
/** How much is believed, in visits foretold, that anything can be told at all. */
const open = 4;
/** What is believed of a foretelling before it was ever tried, in visits foretold. */
const faith = 8;
/** A foretelling so many visits ago counts for half. */
const halfLife = 20;

/**
 * What is learnt from one mentor's visits, and told of their line. Changes only when a visit ends, or somebody leaves.
 *
 * A wait is the rest of the visit under way, given how long it has lasted, then each visit before one's own, with a gap
 * before every one; their chances are folded together minute by minute. How far out the ends of a range lie is learnt
 * from this mentor's own waits, foretold anew from what was known then, as they were rounded and told (Chernozhukov,
 * Wüthrich and Zhu, "Distributional conformal prediction", PNAS 118, 2021; later ones count for more: Barber, Candès,
 * Ramdas and Tibshirani, "Conformal prediction beyond exchangeability", Annals of Statistics 51, 2023).
 */
export class Waits {
  readonly #durations: Durations;
  readonly #learnt: Learnt;
  readonly #gap: Minutes;
  readonly #waited: readonly PastWait[];
  #levels: readonly [number, number] | null = null;
  readonly #jumps: readonly { by: number; chance: number }[];

  /** @param past this mentor's visits, the oldest first. */
  static of(past: readonly PastVisit[]): Waits {
    const waits = new Waits(past);
    for (const _ of waits.#calibrate()) {
      // All at once.
    }
    return waits;
  }

  /** The same, a little at a time: whatever else the process has to do goes in between. */
  static async inParts(past: readonly PastVisit[]): Promise<Waits> {
    const waits = new Waits(past);
    for (const _ of waits.#calibrate()) await setImmediate();
    return waits;
  }

  private constructor(past: readonly PastVisit[]) {
    const visits = past.slice(-most);
    const cut = past.length - visits.length;
    this.#durations = new Durations(visits.map((visit) => visit.lasted));
    this.#learnt = this.#durations.after();
    this.#gap = gapsOf(visits.flatMap((visit) => visit.gap ?? []));
    this.#waited = visits.flatMap(({ wait }) => (wait ? [{ ...wait, known: wait.known - cut }] : []));
    this.#jumps = jumpsOf(this.#waited);
  }

  /** When somebody's visit begins, as a range that holds four times in five; `null`: hard to say. */
  estimate(standing: Standing): Range | null {
    if (!this.#levels || standing.place < 1 || standing.place > furthest) return null;
    const [low, high] = this.#levels;
    const line = waits(this.#learnt, this.#gap, standing.insideFor, standing.place + jump);
    let [from, to] = [0, 0];
    let told = false;
    // Nobody is told less than whoever stands before them.
    for (let place = 1; place <= standing.place; place += 1) {
      const wait = this.#jumped(line, place);
      from = Math.max(from, quantile(wait, low));
      to = Math.max(to, quantile(wait, high));
      told = isTold(wait);
    }
    const range = rounded(from, to);
    return told && range.to <= 4 * range.from + 1.5 * widest ? range : null;
  }

  #wait(learnt: Learnt, { place, insideFor }: Standing): Minutes {
    return this.#jumped(waits(learnt, this.#gap, insideFor, place + jump), place);
  }

  #jumped(line: readonly Minutes[], place: number): Minutes {
    const parts = this.#jumps.map(({ by, chance }) => ({ of: line[Math.max(1, place + by) - 1], chance }));
    return mixed(parts.flatMap(({ of, chance }) => (of ? [{ of, chance }] : [])));
  }

  /** Foretells anew the waits that are over, each a step, and finds how far out the ends have to lie. */
  *#calibrate(): Generator<void, void> {
    const visits = this.#durations.count;
    if (visits < fewest) return;
    const tried: Tried[] = [];
    let told = 0;
    for (const [n, wait] of this.#waited.slice(-mostTried).toReversed().entries()) {
      if (wait.known < fewest || wait.place > furthest) continue;
      const foretold = this.#wait(this.#durations.after(wait.known), wait);
      const at = chanceOfAtMost(foretold, wait.lasted);
      const said = isTold(foretold);
      tried.push({ foretold, lasted: wait.lasted, at, weight: 0.5 ** (n / halfLife) * (said ? 1 : 0.25) });
      told += said ? 1 : 0;
      yield;
    }
    const chosen = luck * (1 - (open + told) / (open + tried.length));
    let levels: readonly [number, number] = [0, 1];
    for (const tail of tails) {
      levels = [level(tried, tail), level(tried, 1 - tail)];
      // What was never tried is believed to hold as often as it says, or less where there is little to learn from.
      let [hits, weights] = [faith * (1 - 2 * tail - 0.5 / visits - chosen), faith];
      for (const { foretold, lasted, weight } of tried) {
        const { from, to } = rounded(quantile(foretold, levels[0]), quantile(foretold, levels[1]));
        weights += weight;
        if (from <= lasted && lasted <= to) hits += weight;
      }
      if (hits >= held * weights) break;
    }
    this.#levels = levels;
  }
}

type Tried = { foretold: Minutes; lasted: number; at: number; weight: number };

/** How many more visits begin before somebody's than stood before them: some miss their call, some leave, some may go first. */
function jumpsOf(waited: readonly PastWait[]): { by: number; chance: number }[] {
  const seen = new Map([
    [-1, 0.3],
    [0, 3],
    [1, 0.4],
  ]);
  for (const { before, place } of waited) {
    const by = Math.min(jump, Math.max(-jump, before - (place - 1)));
    seen.set(by, (seen.get(by) ?? 0) + 1);
  }
  const total = [...seen.values()].reduce((sum, count) => sum + count, 0);
  return [...seen].map(([by, count]) => ({ by, chance: count / total }));
}

/** How long it is until the visit at each place begins, the next first. */
function waits({ chances, doubt }: Learnt, gap: Minutes, insideFor: number | null, places: number): Minutes[] {
  const next = insideFor === null ? gap : sum(rest(chances, insideFor), gap);
  // Three points that stand for a normal doubt: Gauss and Hermite's, of the third order.
  const far = Math.exp(Math.sqrt(3) * doubt);
  const lines = [1 / far, 1, far].map((factor) => {
    const each = sum(rest(stretched(chances, factor), 0), gap);
    const all = [next];
    while (all.length < places) all.push(sum(all.at(-1) ?? next, each));
    return all;
  });
  const shares = [1 / 6, 2 / 3, 1 / 6];
  return Array.from({ length: places }, (_, n) =>
    mixed(lines.flatMap((line, m) => ({ of: line[n] ?? next, chance: shares[m] ?? 0 }))),
  );
}

/** The level that this share of what was tried lay below, and what was never tried lies anywhere. */
function level(tried: readonly Tried[], share: number): number {
  const sorted = tried.toSorted((a, b) => a.at - b.at);
  const wanted = share * (faith + sorted.reduce((sum, each) => sum + each.weight, 0));
  let below = 0;
  for (const { at, weight } of sorted) {
    if (faith * at + below >= wanted) break;
    if (faith * at + below + weight >= wanted) return at;
    below += weight;
  }
  return Math.min(1, Math.max(0, (wanted - below) / faith));
}

function rounded(from: number, to: number): Range {
  const low = Math.max(0, Math.floor((from + slack) / step) * step);
  return { from: low, to: Math.max(low + step, Math.ceil((to - slack) / step) * step) };
}

/** Whether anything can be told of this wait. It hangs on what was learnt alone, not on how narrow a range came out. */
function isTold(wait: Minutes): boolean {
  const { from, to } = rounded(quantile(wait, 0.1), quantile(wait, 0.9));
  return to <= 3 * from + widest && to < longest;
}
