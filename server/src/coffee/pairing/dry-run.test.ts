import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

// Much to compute, on machines of any speed.
vi.setConfig({ testTimeout: 60_000 });

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const four = {
  on: '2026-11-22',
  people: [{ id: 'amara', offers: ['teaching'] }, { id: 'bea', wants: ['teaching'] }, { id: 'chidi' }, { id: 'dana' }],
  blocks: [['chidi', 'amara']],
  met: [{ people: ['bea', 'chidi'], on: '2026-11-01' }],
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'ajar-pair-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command as staff would, but for npm, from a folder of theirs. */
function dryRun(input: unknown, ...more: string[]) {
  const file = path.join(folder, 'round.json');
  writeFileSync(file, typeof input === 'string' ? input : JSON.stringify(input));
  return command(['round.json', ...more]);
}

function command(args: string[], input = '') {
  const program = path.join(root, 'server', 'src', 'coffee', 'pairing', 'dry-run.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: folder },
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return { status, stdout, stderr };
}

describe('npm run pair', () => {
  test('prints what a round would do, the same again from its seed', () => {
    const first = dryRun(four, '--seed', '7', '--edges');
    expect(first).toMatchObject({ status: 0, stderr: '' });
    const printed = JSON.parse(first.stdout);
    expect(Object.keys(printed)).toEqual(['seed', 'tables', 'waiting', 'total', 'exact', 'bound', 'edges']);
    expect(printed).toMatchObject({ seed: 7, waiting: [] });
    expect(printed.edges.map(([a, b]: string[]) => `${a} ${b}`)).toEqual([
      'amara bea',
      'amara dana',
      'bea dana',
      'chidi dana',
    ]);
    expect(Object.keys(printed.tables[0])).toEqual(['people', 'weight', 'reasons']);
    expect(Object.keys(printed.tables[0].reasons)).toEqual(printed.tables[0].people);
    expect(dryRun(four, '--edges', '--seed', '7').stdout).toBe(first.stdout);
    expect(Object.keys(JSON.parse(dryRun(four).stdout))).not.toContain('edges');
  });

  test('reads standard input, and another preset', () => {
    const { status, stdout } = command(['-', '--preset', 'Pure chance'], JSON.stringify(four));
    expect(status).toBe(0);
    expect(JSON.parse(stdout).total).toBe(0);
  });

  test('names a field that is none, and goes on', () => {
    const { status, stdout, stderr } = dryRun({ ...four, people: [...four.people, { id: 'eve', divison: 'B' }] });
    expect([status, stderr]).toEqual([0, 'people.4.divison: there is no such field, so it changes nothing.\n']);
    expect(JSON.parse(stdout).waiting).toEqual([]);
  });

  test('reads a file that begins with a byte order mark', () => {
    expect(dryRun(`\uFEFF${JSON.stringify(four)}`).status).toBe(0);
  });

  test('prints every pair of many people, piece by piece', () => {
    const people = Array.from({ length: 400 }, (_, n) => ({ id: `somebody with a longer name ${n}` }));
    const { edges } = JSON.parse(dryRun({ on: '2026-11-22', people }, '--edges').stdout);
    expect(edges.length).toBe((400 * 399) / 2);
  });

  test('runs as a script of the project', () => {
    writeFileSync(path.join(folder, 'round.json'), JSON.stringify(four));
    const env = { ...process.env, INIT_CWD: undefined };
    const printed = execFileSync('npm', ['run', '-s', 'pair', '--', path.join(folder, 'round.json')], {
      cwd: root,
      env,
    });
    expect(JSON.parse(String(printed)).waiting).toEqual([]);
  });

  test.each([
    ['preset: ', { ...four, preset: 'Best friends' }],
    ['weights.height: ', { ...four, weights: { height: 3 } }],
    ['people.4.id: ', { ...four, people: [...four.people, { id: 'bea' }] }],
    ['people.0.id: ', { ...four, people: [{ name: 'Bea' }] }],
    ['people.0.stage: ', { ...four, people: [{ id: 'bea', stage: 'professor' }] }],
    ['people.0.tableSize: ', { ...four, people: [{ id: 'bea', tableSize: 4 }] }],
    ['people.0.likeness.wanted: ', { ...four, people: [{ id: 'bea', likeness: { attribute: 'a', value: 'b' } }] }],
    ['people: ', { on: '2026-11-22' }],
    ['on: ', { ...four, on: '2026-02-30' }],
    ['met.0.on: ', { ...four, met: [{ people: ['bea', 'dana'], on: '22 November' }] }],
    ['met.0.people: ', { ...four, met: [{ people: ['bea', 'bea'], on: '2026-11-01' }] }],
    ['blocks.0: ', { ...four, blocks: [['bea']] }],
    ['repeatWindowDays: ', { ...four, repeatWindowDays: -1 }],
    ['round.json: ', '{"on": "2026-11-22", '],
    ['round.json: ', []],
    ['round.json: ', 'null'],
    ['round.json: ', ''],
    ['round.json: ', '{"on": "2026-11-22", "people": [], "repeatWindowDays": NaN}'],
    ['repeatWindowDays: ', '{"on": "2026-11-22", "people": [], "repeatWindowDays": 1e999}'],
    ['preset: ', { ...four, preset: 7 }],
    ['weights.neverMet: ', { ...four, weights: { neverMet: -1 } }],
    ['people.0.languages: ', { ...four, people: [{ id: 'bea', languages: 'en' }] }],
  ])('answers bad input with one line that begins with %s', (field, input) => {
    const { status, stdout, stderr } = dryRun(input);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.startsWith(field)).toBe(true);
    expect(stderr.trimEnd().split('\n').length).toBe(1);
  });

  test.each([
    ['--seed: ', ['round.json', '--seed', '1.5']],
    ['--seed: ', ['round.json', '--seed=-3']],
    ['--seed: ', ['round.json', '--seed', 'seven']],
    ['Unknown option', ['round.json', '--sed', '4']],
    ['preset: ', ['round.json', '--preset', 'Nobody']],
    ['nothing.json: ', ['nothing.json']],
    ['round.json: name one file', []],
  ])('answers a wrong command with one line that begins with %s', (field, args) => {
    dryRun(four);
    const { status, stdout, stderr } = command(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.startsWith(field)).toBe(true);
    expect(stderr.trimEnd().split('\n').length).toBe(1);
  });
});
