import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../src/folder.ts';
import { atMost, mib, ms, type Row } from './row.ts';

const runFile = promisify(execFile);

type Exact = {
  ms: number;
  cpu: number;
  pairs: number;
  total: number;
  wrong: string | null;
  networkx: { ms: number; total: number; pairs: number } | null;
};
type Near = { ms: number; cpu: number; memory: number; pairs: number; total: number; bound: number | null };

type Weeks = {
  method: string;
  repeatedPairs: number;
  forbiddenPairs: number;
  leftOver: number;
  leftOverTwice: number;
  trioTooSoon: number;
  meanScore: number;
};

/** networkx takes minutes beyond this many people. */
const mostForNetworkx = 400;
const memoryLimit = 512;

/** Matching people, each figure in a process of its own. Times are the best of some runs. */
export async function measurePairing(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of [200, 400, 800, 1_000]) {
    for (const weights of ['random', 'people']) rows.push(...(await exactRows(size, weights)));
  }
  rows.push(...nearRows(10_000, await run<Near>('nearly', 10_000, 3, 'bound')));
  for (const size of [10_000, 20_000, 50_000, 100_000]) rows.push(growthRow(size, await run<Near>('nearly', size, 1)));
  const [ours, shuffle] = await run<Weeks[]>('weeks');
  if (ours && shuffle) rows.push(...weekRows(ours, shuffle));
  return rows;
}

/** Twenty weeks of 200 people, of whom 30 % are away at random; what a plain shuffle does with the same weeks beside. */
function weekRows(ours: Weeks, shuffle: Weeks): Row[] {
  const never = (what: string, count: (weeks: Weeks) => number): Row => ({
    what: `  ${what} (a plain shuffle: ${count(shuffle)})`,
    value: `${count(ours)}`,
    goal: { words: 'none', met: count(ours) === 0 },
  });
  return [
    {
      what: `20 weeks of 200 people: mean score (a plain shuffle: ${shuffle.meanScore.toFixed(3)})`,
      value: ours.meanScore.toFixed(3),
    },
    never('pairs that repeat', ({ repeatedPairs }) => repeatedPairs),
    never('pairs that the rules forbid', ({ forbiddenPairs }) => forbiddenPairs),
    never('left over twice in a row', ({ leftOverTwice }) => leftOverTwice),
    never('in a trio again before everybody was', ({ trioTooSoon }) => trioTooSoon),
  ];
}

async function exactRows(size: number, weights: string): Promise<Row[]> {
  const oracle = size <= mostForNetworkx ? ['networkx'] : [];
  const { ms: took, cpu, total, pairs, wrong, networkx } = await run<Exact>('exact', size, weights, 5, ...oracle);
  const goal = size === 1_000 ? { goal: atMost(took, 1_000, ' ms') } : {};
  const rows: Row[] = [
    {
      what: `exact, ${size} people, complete, ${weights} weights (processor)`,
      value: `${ms(took)} (${ms(cpu)})`,
      ...goal,
    },
    { what: '  proven by its duals', value: wrong ?? `${total}`, goal: { words: 'proven', met: wrong === null } },
  ];
  if (networkx) {
    const met = networkx.total === total && networkx.pairs === pairs;
    rows.push({
      what: '  networkx',
      value: `${networkx.total} in ${ms(networkx.ms)}`,
      goal: { words: 'the same', met },
    });
  }
  return rows;
}

function nearRows(size: number, { ms: took, cpu, memory, pairs, total, bound }: Near): Row[] {
  const share = (100 * total) / (bound ?? Number.NaN);
  return [
    { what: `nearly, ${size} people (processor)`, value: `${ms(took)} (${ms(cpu)})`, goal: atMost(took, 2_000, ' ms') },
    { what: '  memory', value: mib(memory), goal: atMost(memory / 1024 ** 2, memoryLimit, ' MiB') },
    {
      what: `  ${total} of at most ${bound}`,
      value: `${share.toFixed(2)} %`,
      goal: { words: 'at least 99.5 %', met: share >= 99.5 },
    },
    { what: '  left over', value: `${size - 2 * pairs}` },
  ];
}

function growthRow(size: number, { ms: took, cpu, memory }: Near): Row {
  const perStep = (1e6 * cpu) / (size * Math.log2(size));
  return {
    what: `nearly, ${size} people, once (processor; for each n·log₂ n; memory)`,
    value: `${ms(took)} (${ms(cpu)}; ${Math.round(perStep)} ns; ${mib(memory)})`,
  };
}

async function run<T>(...args: (string | number)[]): Promise<T> {
  const script = path.join(root, 'server', 'src', 'coffee', 'pairing', 'matching', 'bench.ts');
  const limit = `--max-old-space-size=${memoryLimit}`;
  const { stdout } = await runFile(process.execPath, [limit, script, ...args.map(String)]);
  return JSON.parse(stdout);
}
