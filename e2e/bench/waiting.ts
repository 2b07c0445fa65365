import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../src/folder.ts';
import type { Row } from './row.ts';

const runFile = promisify(execFile);

type Figures = { held: number; said: number; width: number; hard: number };
type Kind = { kind: string; asked: number; ms: number; ours: Figures; naive: Figures };

const wanted = 0.8;

/**
 * What people who wait are told, at the doors of made-up mentors: how often their visit began within the range they were
 * told as they came to the line, how wide it was, and how often it was hard to say. A plain guess beside: the mean of the
 * mentor's visits times the place, give or take a half.
 */
export async function measureWaiting(): Promise<Row[]> {
  const script = path.join(root, 'server', 'src', 'doors', 'waiting', 'bench.ts');
  const { stdout } = await runFile(process.execPath, [script, '20', '2026']);
  const kinds: Kind[] = JSON.parse(stdout);
  const [ours, naive] = [all(kinds, 'ours'), all(kinds, 'naive')];
  return [
    { what: 'visits that begin within what was told: minutes wide, hard to say (a plain guess)', value: '' },
    ...kinds.map(({ kind, ours, naive }) => row(kind, ours, naive)),
    row('all of them', ours, naive),
    { what: '  one look, a mentor’s visits learnt anew whenever one ends', value: `${mean(kinds).toFixed(1)} ms` },
  ];
}

function row(kind: string, { held, width, hard }: Figures, naive: Figures): Row {
  return {
    what: `  ${kind}`,
    value: `${percent(held)}: ${width}, ${percent(hard)} (${percent(naive.held)}: ${Math.round(naive.width)})`,
    goal: { words: `at least ${percent(wanted)}`, met: held >= wanted },
  };
}

/** Each kind of mentor counts alike. Of the widths, the one in the middle. */
function all(kinds: readonly Kind[], whose: 'ours' | 'naive'): Figures {
  const of = (figure: keyof Figures) => kinds.map((kind) => kind[whose][figure]);
  const average = (figure: keyof Figures) => of(figure).reduce((sum, each) => sum + each, 0) / kinds.length;
  const widths = of('width').toSorted((a, b) => a - b);
  return {
    held: average('held'),
    said: average('said'),
    width: widths[Math.floor(kinds.length / 2)] ?? Number.NaN,
    hard: average('hard'),
  };
}

const mean = (kinds: readonly Kind[]) => kinds.reduce((sum, { ms }) => sum + ms, 0) / kinds.length;
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
