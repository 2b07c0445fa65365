import { fairnessAfter } from '../fairness.ts';
import { PairingGraph } from './graph.ts';
import { madePeople } from './made-people.ts';
import { pairRound } from './pair-round.ts';
import { randomFrom, shuffled } from './random.ts';
import type { Pairing, Round } from './round.ts';

export type SimulationOptions = {
  /** Default: 200. */
  people?: number;
  /** One round a week. Default: 20. */
  weeks?: number;
  /** Share of the people, drawn anew each week, who are not there. Default: 0.3. */
  absent?: number;
  /** Default: 1. */
  seed?: number;
};

/** What many weeks of chance meetings came to. */
export type SimulatedWeeks = {
  method: 'Ajar' | 'plain shuffle';
  /** Tables at which two sat who had met in an earlier week. */
  repeatedPairs: number;
  /** Two at a table who are blocked, supervise one another or have no language in common. */
  forbiddenPairs: number;
  /** Tables of three. */
  trios: number;
  /** How often anybody was left over, and how often the same person twice in a row. */
  leftOver: number;
  leftOverTwice: number;
  /** How often anybody sat in a trio again before everybody had been in one. */
  trioTooSoon: number;
  /** Mean of how good a pair was, 1 being the best possible, had none of them met. */
  meanScore: number;
  /** The longest that a round took to pair, in ms. */
  slowest: number;
};

/** The same people, absences and weeks, paired by the engine and by shuffling the list, as others do. */
export function simulateWeeks(options: SimulationOptions = {}): SimulatedWeeks[] {
  return [simulate('Ajar', options), simulate('plain shuffle', options)];
}

function simulate(
  method: SimulatedWeeks['method'],
  { people = 200, weeks = 20, absent = 0.3, seed = 1 }: SimulationOptions,
): SimulatedWeeks {
  const random = randomFrom(seed);
  const base = madePeople(people, random);
  const log = new WeekLog(method, base);
  for (let week = 0; week < weeks; week += 1) {
    const present = base.people.filter(() => random() >= absent);
    const round = log.roundOf(present, week, weeks);
    const before = performance.now();
    const pairing = method === 'Ajar' ? pairRound(round, { seed: seed + week }) : shuffle(round, seed + week);
    log.keep(round, pairing, performance.now() - before);
  }
  return log.sum();
}

/** Pairs as they come off a shuffled list; the last of an odd number joins the pair before, as other tools have it. */
function shuffle(round: Round, seed: number): Pairing {
  const order = shuffled(round.people, randomFrom(seed)).map(({ id }) => id);
  const tables = order.flatMap((id, at) => {
    const other = order[at + 1];
    return at % 2 === 0 && other !== undefined ? [{ people: [id, other], weight: 0, reasons: {}, weighed: [] }] : [];
  });
  const odd = order.length % 2 === 1 ? order.slice(-1) : [];
  tables.at(-1)?.people.push(...odd);
  const waiting = tables.length === 0 ? odd : [];
  return { seed, policyVersion: '', tables, waiting, total: 0, exact: false, bound: null };
}

/** Keeps what a programme keeps between rounds, and counts what went wrong. */
class WeekLog {
  readonly #base: Round;
  readonly #sum: SimulatedWeeks;
  readonly #met = new Map<string, Round['met'][number]>();
  readonly #stands = new Map<string, { leftOverLast: boolean; trioLast: boolean; trioThisTurn: boolean }>();
  readonly #trios = new Map<string, number>();
  #pairs = 0;

  constructor(method: SimulatedWeeks['method'], base: Round) {
    this.#base = base;
    this.#sum = {
      method,
      repeatedPairs: 0,
      forbiddenPairs: 0,
      trios: 0,
      leftOver: 0,
      leftOverTwice: 0,
      trioTooSoon: 0,
      meanScore: 0,
      slowest: 0,
    };
  }

  roundOf(present: Round['people'], week: number, weeks: number): Round {
    const people = present.map((person) => {
      const { leftOverLast = false, trioLast = false, trioThisTurn = false } = this.#stands.get(person.id) ?? {};
      return { ...person, leftOverLast, trioLast: trioLast || trioThisTurn };
    });
    const on = new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10);
    return { ...this.#base, on, people, met: [...this.#met.values()], repeatWindowDays: 7 * weeks };
  }

  keep(round: Round, pairing: Pairing, took: number): void {
    const sum = this.#sum;
    sum.slowest = Math.max(sum.slowest, took);
    const graph = new PairingGraph({ ...round, met: [] });
    const place = new Map(graph.people.ids.map((id, at) => [id, at]));
    for (const [a, b] of pairing.tables.flatMap(({ people }) => twos(people))) {
      const [one, other] = [place.get(a) ?? -1, place.get(b) ?? -1];
      const key = [a, b].sort().join(' ');
      if (!graph.permitted(one, other)) sum.forbiddenPairs += 1;
      if (this.#met.has(key)) sum.repeatedPairs += 1;
      this.#met.set(key, { people: [a, b], on: round.on });
      this.#pairs += 1;
      sum.meanScore += (graph.score(one, other) - sum.meanScore) / this.#pairs;
    }
    this.#keepTurns(round, pairing);
  }

  #keepTurns(round: Round, pairing: Pairing): void {
    const sum = this.#sum;
    for (const id of pairing.waiting) {
      sum.leftOver += 1;
      if (this.#stands.get(id)?.leftOverLast) sum.leftOverTwice += 1;
    }
    sum.trios += pairing.tables.filter(({ people }) => people.length === 3).length;
    for (const id of pairing.tables.flatMap(({ people }) => (people.length === 3 ? people : []))) {
      const times = this.#trios.get(id) ?? 0;
      if (times > 0 && this.#base.people.some((person) => (this.#trios.get(person.id) ?? 0) < times)) {
        sum.trioTooSoon += 1;
      }
      this.#trios.set(id, times + 1);
    }
    for (const { id, ...stands } of fairnessAfter(round, pairing, this.#stands)) this.#stands.set(id, stands);
  }

  sum(): SimulatedWeeks {
    return this.#sum;
  }
}

function twos(people: readonly string[]): [string, string][] {
  return people.flatMap((a, at) => people.slice(at + 1).map((b): [string, string] => [a, b]));
}
