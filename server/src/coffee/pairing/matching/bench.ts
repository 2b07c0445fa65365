import { performance } from 'node:perf_hooks';
import { madePeople } from '../made-people.ts';
import { pairRound } from '../pair-round.ts';
import { randomFrom } from '../random.ts';
import { simulateWeeks } from '../simulation.ts';
import { whyNotBest } from './check.ts';
import { matchExactly } from './exact.ts';
import { type Crowded, crowds } from './fixtures/crowds.ts';
import { complete, randomGraph } from './fixtures/graphs.ts';
import { askNetworkx } from './fixtures/networkx.ts';
import { weightsOfPeople } from './fixtures/people.ts';

// Measures one thing in a process of its own and prints it as JSON: `exact SIZE random|people RUNS [networkx]`, or
// `round SIZE CROWD SEED RUNS`, or `weeks PEOPLE`. Times are in ms: by the clock, and of the processor, for when others
// use it too.

const [kind, ...args] = process.argv.slice(2);

/** The best of several runs. */
function timed<T>(runs: number, work: () => T) {
  let [ms, cpu] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let result: T | undefined;
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now();
    const before = process.cpuUsage();
    result = work();
    const { user, system } = process.cpuUsage(before);
    ms = Math.min(ms, performance.now() - began);
    cpu = Math.min(cpu, (user + system) / 1000);
  }
  if (result === undefined) throw new Error('At least one run is needed.');
  return { ms, cpu, result };
}

function exact(size: number, weights: string, runs: number, asked: boolean) {
  const seed = 7;
  const edges =
    weights === 'random' ? randomGraph(seed, size, 1, 0, 1_000_000) : complete(size, weightsOfPeople(size, seed));
  const { ms, cpu, result } = timed(runs, () => matchExactly(edges, { maxCardinality: true }));
  const [answer] = asked ? askNetworkx([{ edges, maxCardinality: true }]) : [];
  return {
    ms,
    cpu,
    pairs: result.cardinality,
    total: result.total,
    wrong: whyNotBest(edges, result, true) ?? null,
    networkx: answer ? { ms: answer.ms, total: answer.total, pairs: answer.cardinality } : null,
  };
}

/** A whole round as the server pairs it, from people to tables and reasons, with its bound. */
function wholeRound(size: number, crowd: Crowded, seed: number, runs: number) {
  const round = crowds[crowd](madePeople(size, randomFrom(seed)), randomFrom(seed + 1));
  const { ms, cpu, result } = timed(runs, () => pairRound(round, { seed }));
  const memory = process.resourceUsage().maxRSS * 1024;
  const { total, bound, waiting, exact: isExact } = result;
  return { ms, cpu, memory, total, bound, waiting: waiting.length, exact: isExact };
}

const [first, second, third, fourth] = args;
const figures =
  kind === 'exact'
    ? exact(Number(first), String(second), Number(third), fourth === 'networkx')
    : kind === 'weeks'
      ? simulateWeeks({ people: Number(first) })
      : wholeRound(Number(first), second as Crowded, Number(third), Number(fourth));
process.stdout.write(`${JSON.stringify(figures)}\n`);
