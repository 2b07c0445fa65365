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
type WholeRound = {
  ms: number;
  cpu: number;
  memory: number;
  total: number;
  bound: number | null;
  waiting: number;
  exact: boolean;
};

type Weeks = {
  method: string;
  repeatedPairs: number;
  forbiddenPairs: number;
  trios: number;
  leftOver: number;
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
  rows.push(...roundRows(await run<WholeRound>('round', 10_000, 'institution', 7, 3)));
  rows.push(...(await otherCrowds()));
  for (const size of [10_000, 20_000, 50_000, 100_000]) {
    rows.push(growthRow(size, await run<WholeRound>('round', size, 'institution', 7, 1)));
  }
  // 200 invited: 140 there on average, an odd number every other week. 285 invited: 199 there on average.
  for (const invited of [200, 285]) {
    const [ours, shuffle] = await run<Weeks[]>('weeks', invited);
    if (ours && shuffle) rows.push(...weekRows(invited, ours, shuffle));
  }
  return rows;
}

/** Twenty weeks, 30 % away at random each; what a plain shuffle that makes trios does with the same weeks beside. */
function weekRows(invited: number, ours: Weeks, shuffle: Weeks): Row[] {
  const never = (what: string, count: (weeks: Weeks) => number): Row => ({
    what: `  ${what} (a plain shuffle: ${count(shuffle)})`,
    value: `${count(ours)}`,
    goal: { words: 'none', met: count(ours) === 0 },
  });
  return [
    {
      what: `20 weeks of ${invited} people: mean score (a plain shuffle: ${shuffle.meanScore.toFixed(3)})`,
      value: ours.meanScore.toFixed(3),
    },
    {
      what: `  tables of three (a plain shuffle: ${shuffle.trios})`,
      value: `${ours.trios}`,
    },
    never('pairs that repeat', ({ repeatedPairs }) => repeatedPairs),
    never('pairs that the rules forbid', ({ forbiddenPairs }) => forbiddenPairs),
    never('left over', ({ leftOver }) => leftOver),
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

/** By pure chance nothing is weighed: then nothing is lost. */
const shareOf = ({ total, bound }: WholeRound) => (total === bound ? 100 : (100 * total) / (bound ?? Number.NaN));

/** From people to tables, reasons and the bound. */
function roundRows(round: WholeRound): Row[] {
  const { ms: took, cpu, memory, total, bound, waiting } = round;
  return [
    {
      what: 'a round of 10,000 people (processor)',
      value: `${ms(took)} (${ms(cpu)})`,
      goal: atMost(took, 2_000, ' ms'),
    },
    { what: '  memory', value: mib(memory), goal: atMost(memory / 1024 ** 2, memoryLimit, ' MiB') },
    {
      what: `  ${total} of at most ${bound}`,
      value: `${shareOf(round).toFixed(2)} %`,
      goal: { words: 'at least 99.5 %', met: shareOf(round) >= 99.5 },
    },
    { what: '  left over', value: `${waiting}` },
  ];
}

/** The usual crowd by every other preset than the one it has. */
const otherPresets = ['near peers', 'mentees with mentors', 'pure chance'];

/** People whom the method was not tuned on: other seeds, and crowds of other shapes. The worst of them is what counts. */
async function otherCrowds(): Promise<Row[]> {
  const asked: [string, number][] = [1, 2, 3].map((seed) => ['institution', seed]);
  const shapes = ['few divisions', 'many blocks', 'one big site', 'all alike', 'many languages', 'long history'];
  asked.push(
    ...[...shapes, ...otherPresets, 'turns', 'evenly spread', 'evenly spread mentees'].map(
      (shape): [string, number] => [shape, 7],
    ),
  );
  const seen: { name: string; round: WholeRound }[] = [];
  for (const [shape, seed] of asked) {
    seen.push({ name: `${shape}, seed ${seed}`, round: await run<WholeRound>('round', 10_000, shape, seed, 1) });
  }
  const rows = seen.map(
    ({ name, round }): Row => ({
      what: `  ${name}: ms (processor; left over)`,
      value: `${shareOf(round).toFixed(2)} %, ${ms(round.ms)} (${ms(round.cpu)}; ${round.waiting})`,
    }),
  );
  const least = Math.min(...seen.map(({ round }) => shareOf(round)));
  const slowest = Math.max(...seen.map(({ round }) => round.ms));
  const sizes = await run<WholeRound>('round', 10_000, 'table sizes', 7, 1);
  return [
    { what: '10,000 people of other kinds, once each: share of the bound', value: '' },
    ...rows,
    {
      what: '  the worst share',
      value: `${least.toFixed(2)} %`,
      goal: { words: 'at least 99.5 %', met: least >= 99.5 },
    },
    { what: '  the slowest', value: ms(slowest), goal: atMost(slowest, 2_000, ' ms') },
    {
      what: '  with a tenth at small tables, whose bound is a loose one: ms (processor)',
      value: `${shareOf(sizes).toFixed(2)} %, ${ms(sizes.ms)} (${ms(sizes.cpu)})`,
    },
  ];
}

function growthRow(size: number, round: WholeRound): Row {
  const { ms: took, cpu, memory } = round;
  const perStep = (1e6 * cpu) / (size * Math.log2(size));
  return {
    what: `a round of ${size}, once (processor; for each n·log₂ n; memory; share of the bound)`,
    value: `${ms(took)} (${ms(cpu)}; ${Math.round(perStep)} ns; ${mib(memory)}; ${shareOf(round).toFixed(2)} %)`,
  };
}

async function run<T>(...args: (string | number)[]): Promise<T> {
  const script = path.join(root, 'server', 'src', 'coffee', 'pairing', 'matching', 'bench.ts');
  // A hundred thousand need more than ten: the limit is for ten.
  const limit = Number(args[1]) > 10_000 ? 4 * memoryLimit : memoryLimit;
  const { stdout } = await runFile(process.execPath, [`--max-old-space-size=${limit}`, script, ...args.map(String)]);
  return JSON.parse(stdout);
}
