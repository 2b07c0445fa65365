import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { environment, serverProgram } from '../src/ajar.ts';
import { childrenOf, isAlive } from '../src/processes.ts';
import { test as base, expect } from '../src/test.ts';

type Refused = { how: number | NodeJS.Signals; lines: string[] };

const test = base.extend<{ refused: (env: Record<string, string>) => Promise<Refused> }>({
  /** Starts a server that is expected to stop at once; how it ended, and what it said on stderr. */
  refused: async ({ run }, use) => {
    await use(async (env) => {
      const program = run({
        command: process.execPath,
        args: [serverProgram],
        env: environment({ PORT: '0', ...env }),
      });
      const how = await program.ended;
      expect(program.output, 'nothing but the one line').toBe('');
      return { how, lines: program.errors.trim().split('\n') };
    });
  },
});

test('a taken port: one clear line, and no data folder', async ({ ajar, folder, refused }) => {
  const dataDir = path.join(folder, 'new');
  const { port } = new URL(ajar.url);
  const { how, lines } = await refused({ AJAR_DATA_DIR: dataDir, PORT: port });
  expect(lines).toEqual([expect.stringMatching(`PORT: ${port} is taken`)]);
  expect(how).toBe(1);
  expect(existsSync(dataDir)).toBe(false);
});

test('a folder that the database may not enter: one clear line, and nothing in it', async ({ folder, refused }) => {
  test.skip(process.getuid?.() !== 0, 'only root starts Postgres as somebody else');
  const locked = path.join(folder, 'locked');
  mkdirSync(locked);
  chmodSync(locked, 0o700);
  const dataDir = path.join(locked, 'new');
  const { how, lines } = await refused({ AJAR_DATA_DIR: dataDir });
  expect(lines).toEqual([expect.stringMatching(`may not enter ${locked}`)]);
  expect(how).toBe(1);
  expect(existsSync(dataDir)).toBe(false);
});

test('a data folder that cannot be written: one clear line', async ({ refused }) => {
  const { how, lines } = await refused({ AJAR_DATA_DIR: '/proc/ajar' });
  expect(lines).toEqual([expect.stringMatching(/data folder \/proc\/ajar/)]);
  expect(how).toBe(1);
});

test('another Ajar on the same data folder: one clear line, and the first goes on', async ({
  ajar,
  request,
  refused,
}) => {
  const { how, lines } = await refused({ AJAR_DATA_DIR: ajar.dataDir });
  expect(lines).toEqual([`Another Ajar is already running on ${ajar.dataDir}.`]);
  expect(how).toBe(1);
  expect((await request.get(`${ajar.url}/readyz`)).status()).toBe(200);
});

test('an unreachable database: one clear line, without its password', async ({ folder, refused }) => {
  const dataDir = path.join(folder, 'new');
  const { how, lines } = await refused({
    AJAR_DATA_DIR: dataDir,
    DATABASE_URL: 'postgres://ajar:open-sesame@127.0.0.1:1/ajar',
  });
  expect(lines).toEqual([expect.stringMatching(/^DATABASE_URL: .*nothing listens there/)]);
  expect(lines.join()).not.toContain('open-sesame');
  expect(how).toBe(1);
  expect(existsSync(dataDir)).toBe(false);
});

test('a missing media worker: one clear line, and no data folder', async ({ folder, refused }) => {
  const dataDir = path.join(folder, 'new');
  const { how, lines } = await refused({ AJAR_DATA_DIR: dataDir, MEDIASOUP_WORKER_BIN: '/nowhere/mediasoup-worker' });
  expect(lines).toEqual([expect.stringMatching('/nowhere/mediasoup-worker')]);
  expect(how).toBe(1);
  expect(existsSync(dataDir)).toBe(false);
});

test('a bad setting: one clear line that names it', async ({ folder, refused }) => {
  const dataDir = path.join(folder, 'new');
  const { how, lines } = await refused({ AJAR_DATA_DIR: dataDir, PORT: 'abc' });
  expect(lines).toEqual(['PORT: must be a whole number from 1 to 65535, got "abc"']);
  expect(how).toBe(1);
  expect(existsSync(dataDir)).toBe(false);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} ends the server and every process it started`, async ({ start }) => {
    const ajar = await start();
    const children = childrenOf(ajar.program.pid);
    expect(children.map(({ command }) => command).join('\n')).toMatch(/mediasoup-worker/);
    expect(children.map(({ command }) => command).join('\n')).toMatch(/postgres/);
    ajar.program.kill(signal);
    expect(await ajar.program.ended).toBe(0);
    await expect.poll(() => children.filter(({ pid }) => isAlive(pid))).toEqual([]);
  });
}
