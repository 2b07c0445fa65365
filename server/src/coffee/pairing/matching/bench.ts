import { performance } from 'node:perf_hooks';
import { simulateWeeks } from '../simulation.ts';
import { whyNotBest } from './check.ts';
import { matchExactly } from './exact.ts';
import { complete, randomGraph } from './fixtures/graphs.ts';
import { askNetworkx } from './fixtures/networkx.ts';
import { people } from './fixtures/people.ts';
import { boundOf, matchNearly } from './nearly.ts';

// Measures one thing in a process of its own and prints it as JSON: `exact SIZE random|people RUNS [networkx]`, or
// `nearly SIZE RUNS [bound]`, or `weeks`. Times are in ms: by the clock, and of the processor, for when others use it too.

const [kind, ...args] = process.argv.slice(2);
const seed = 7;

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
  const { weight } = people(size, seed);
  const edges = weights === 'random' ? randomGraph(seed, size, 1, 0, 1_000_000) : complete(size, weight);
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

function nearly(size: number, runs: number, bounded: boolean) {
  const crowd = people(size, seed);
  const { ms, cpu, result } = timed(runs, () => matchNearly(crowd));
  const memory = process.resourceUsage().maxRSS * 1024;
  const bound = bounded ? boundOf(crowd, result, 4) : null;
  return { ms, cpu, memory, pairs: result.cardinality, total: result.total, bound };
}

const [size, first, second, third] = args;
const figures =
  kind === 'exact'
    ? exact(Number(size), String(first), Number(second), third === 'networkx')
    : kind === 'weeks'
      ? simulateWeeks()
      : nearly(Number(size), Number(first), second === 'bound');
process.stdout.write(`${JSON.stringify(figures)}\n`);
