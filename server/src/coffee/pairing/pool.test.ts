import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { PairingPool, pairRound, round } from './index.ts';

// Much to compute, on machines of any speed.
vi.setConfig({ testTimeout: 60_000 });

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '..', '..', '..', '..');
const some = round.parse({
  on: '2026-11-22',
  people: Array.from({ length: 31 }, (_, n) => ({ id: `person-${n}`, division: `division ${n % 4}` })),
});

test('a thread pairs as pairRound does, and tells an error as it does', async () => {
  const pool = new PairingPool();
  const [one, other] = await Promise.all([pool.pair(some, { seed: 5 }), pool.pair(some, { seed: 6 })]);
  expect(one).toEqual(pairRound(some, { seed: 5 }));
  expect(other).toEqual(pairRound(some, { seed: 6 }));
  await expect(pool.pair({ ...some, preset: 'Best friends' })).rejects.toMatchObject({ code: 'unknown-preset' });
  await pool.close();
  await pool.close();
  await expect(pool.pair(some)).rejects.toMatchObject({ code: 'closed' });
});

test('closing lets a pairing that is under way come to its end', async () => {
  const pool = new PairingPool();
  const pairing = pool.pair(some, { seed: 5 });
  await pool.close();
  await expect(pairing).resolves.toEqual(pairRound(some, { seed: 5 }));
});

test('a program that closes its pool ends by itself, run from the sources', () => {
  expect(printedBy(path.join(here, 'fixtures', 'pair-in-a-thread.ts'))).toEqual(pairRound(some, { seed: 5 }));
});

test('and bundled as the server is, where the thread is a file of its own', () => {
  // Where a program finds piscina, as the built server does.
  mkdirSync(path.join(root, 'node_modules', '.cache'), { recursive: true });
  const folder = mkdtempSync(path.join(root, 'node_modules', '.cache', 'ajar-pool-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const source = (file: string, from: string, what: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), `${what} ${JSON.stringify(path.join(here, from))};\n`);
  };
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  source('src/main.ts', 'fixtures/pair-in-a-thread.ts', 'import');
  source('src/coffee/pairing/worker.ts', 'worker.ts', 'export * from');
  const rolldown = path.join(path.dirname(createRequire(path.join(root, 'package.json')).resolve('rolldown')), '..');
  const built = spawnSync(
    process.execPath,
    [
      path.join(rolldown, 'bin', 'cli.mjs'),
      '-c',
      path.join(root, 'setup', 'rolldown.config.mjs'),
      '--logLevel',
      'warn',
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  expect([built.status, built.stderr]).toEqual([0, '']);
  expect(printedBy(path.join(folder, 'dist', 'main.js'))).toEqual(pairRound(some, { seed: 5 }));
});

function printedBy(program: string): unknown {
  const run = spawnSync(process.execPath, [program], {
    input: JSON.stringify(some),
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect([run.status, run.stderr]).toEqual([0, '']);
  return JSON.parse(run.stdout);
}
