import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../src/folder.ts';
import type { Row } from './row.ts';

const runFile = promisify(execFile);

type Figures = { held: number; said: number; width: number; hard: number };
type Kind = { kind: string; asked: number; ms: number; ours: Figures; naive: Figures };
/** Of all seeds together, and the seed with which the least held. */
type Of = Kind & { least: number };

const wanted = 0.8;
/** Other mentors, and other people who come to them, with each. */
const seeds = ['2026', '77', '1', '2', '3'];
/** Mentors of each kind with each seed. */
const mentors = '20';

/**
 * What people who wait are told, at the doors of made-up mentors: how often their visit began within the range they were
 * told as they came to the line, how wide it was, and how often it was hard to say. A plain guess beside: the mean of the
 * mentor's visits times the place, give or take a half.
 */
export async function measureWaiting(): Promise<Row[]> {
  const script = path.join(root, 'server', 'src', 'doors', 'waiting', 'bench.ts');
  const drawn: Kind[][] = [];
  for (const seed of seeds) drawn.push(JSON.parse((await runFile(process.execPath, [script, mentors, seed])).stdout));
  const kinds = (drawn[0] ?? []).map((_, n) => together(drawn.flatMap((kinds) => kinds[n] ?? [])));
  const [ours, naive] = [all(kinds, 'ours'), all(kinds, 'naive')];
  return [
    { what: `visits that begin within what was told, the least of ${seeds.length} seeds, and of all`, value: '' },
    { what: '  minutes wide, hard to say (a plain guess, of all seeds)', value: '' },
    ...kinds.map(({ kind, ours, naive, least }) => row(kind, ours, naive, least)),
    row('all of them', ours, naive, Math.min(...kinds.map(({ least }) => least))),
    { what: '  one look, a mentor’s visits learnt anew whenever one ends', value: `${mean(kinds).toFixed(1)} ms` },
  ];
}

function together(drawn: readonly Kind[]): Of {
  const [{ kind } = { kind: '' }] = drawn;
  const sum = (of: (each: Kind) => number) => drawn.reduce((total, each) => total + of(each), 0);
  const asked = sum((each) => each.asked);
  const figures = (whose: 'ours' | 'naive'): Figures => {
    const said = sum((each) => each[whose].said);
    const widths = drawn.map((each) => each[whose].width).toSorted((a, b) => a - b);
    return {
      held: sum((each) => each[whose].held * each[whose].said) / said,
      said,
      width: widths[Math.floor(widths.length / 2)] ?? Number.NaN,
      hard: 1 - said / asked,
    };
  };
  const least = Math.min(...drawn.map(({ ours }) => ours.held));
  return {
    kind,
    asked,
    ms: sum((each) => each.ms * each.asked) / asked,
    ours: figures('ours'),
    naive: figures('naive'),
    least,
  };
}

function row(kind: string, { held, width, hard }: Figures, naive: Figures, least: number): Row {
  return {
    what: `  ${kind}`,
    value: `${percent(least)}, ${percent(held)}: ${width}, ${percent(hard)} (${percent(naive.held)}: ${Math.round(naive.width)})`,
    goal: { words: `at least ${percent(wanted)}`, met: least >= wanted },
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

const mean = (kinds: readonly Of[]) => kinds.reduce((sum, { ms }) => sum + ms, 0) / kinds.length;
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
