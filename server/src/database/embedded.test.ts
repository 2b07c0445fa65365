import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { createLog } from '../log/index.ts';
import { serverPid } from './cluster.ts';
import { type Database, openDatabase } from './database.ts';
import { layoutOf } from './folder.ts';
import { copyOfDataDir, newDataDir, openFolder, removeFolder } from './testing.folder.ts';

const log = createLog({ level: 'silent' });

/** A data folder in which a server ran and stopped, to be copied by tests that are not about the first start. */
let used = '';

beforeAll(async () => {
  used = join(await openFolder(), 'data');
  const database = await openDatabase({ dataDir: used, databaseUrl: undefined }, log);
  await database.close();
});

afterAll(() => removeFolder(dirname(used)));

test('data is there again after a stop, and Postgres is not', async () => {
  const dataDir = await newDataDir();
  const first = await open(dataDir);
  expect(first).toMatchObject({ kind: 'embedded', fresh: true });
  await first.pool.query('create table kept (word text)');
  await first.pool.query("insert into kept values ('kettle')");
  await first.close();
  expect(await readdir(layoutOf(dataDir).cluster)).not.toContain('postmaster.pid');

  const second = await open(dataDir);
  expect(second.fresh).toBe(false);
  expect(await words(second)).toEqual(['kettle']);
});

test('it listens on its socket only, and commits reach the disk', async () => {
  const database = await open(await copyOfDataDir(used));
  const settings = await database.pool.query(
    `select name, setting from pg_settings where name in ('listen_addresses', 'fsync', 'synchronous_commit')`,
  );
  expect(Object.fromEntries(settings.rows.map(({ name, setting }) => [name, setting]))).toEqual({
    listen_addresses: '',
    fsync: 'on',
    synchronous_commit: 'on',
  });
});

test('every acknowledged row survives kill -9 of the server, whose Postgres is adopted', async () => {
  const dataDir = await copyOfDataDir(used);
  const { writer, acknowledged } = await startWriter(dataDir);
  const pid = await serverPid(layoutOf(dataDir));
  await kill(writer);

  const database = await open(dataDir);
  expect(await serverPid(layoutOf(dataDir))).toBe(pid);
  expect(await lost(database, acknowledged)).toEqual([]);
});

test('every acknowledged row survives kill -9 of the server and of Postgres', async () => {
  const dataDir = await copyOfDataDir(used);
  const { writer, acknowledged } = await startWriter(dataDir);
  const pid = await serverPid(layoutOf(dataDir));
  process.kill(pid ?? 0, 'SIGKILL');
  await kill(writer);

  const database = await open(dataDir);
  expect(await serverPid(layoutOf(dataDir))).not.toBe(pid);
  expect(await lost(database, acknowledged)).toEqual([]);
});

test('a Postgres that dies under a running server is started again, and the folder stays claimed', async () => {
  const dataDir = await copyOfDataDir(used);
  const database = await open(dataDir);
  const pid = await serverPid(layoutOf(dataDir));
  // A connection in use when it happens must not end the process either.
  const client = await database.pool.connect();
  process.kill(pid ?? 0, 'SIGKILL');
  await vi.waitFor(() => database.ping(), { timeout: 60_000, interval: 50 });
  client.release(true);
  expect(await serverPid(layoutOf(dataDir))).not.toBe(pid);
  await vi.waitFor(() => expect(openDatabase({ dataDir, databaseUrl: undefined }, log)).rejects.toThrow(/already/), {
    timeout: 60_000,
  });
});

test('a sequence that gave a number in the transaction that made it gives no number twice after a crash', async () => {
  const dataDir = await copyOfDataDir(used);
  const database = await open(dataDir);
  const numbers: number[] = [];
  const take = async (sql: string) => {
    const { rows } = await database.pool.query<{ number: number }>(sql);
    numbers.push(...rows.map(({ number }) => number));
  };
  await database.pool.query(`do $$ begin create sequence slips; perform nextval('slips'); end $$`);
  await take(`select nextval('slips')::int as number`);
  process.kill((await serverPid(layoutOf(dataDir))) ?? 0, 'SIGKILL');
  await vi.waitFor(() => take(`select nextval('slips')::int as number`), { timeout: 60_000, interval: 50 });
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('a second server on the same folder is turned away, and the first does not notice', async () => {
  const dataDir = await copyOfDataDir(used);
  const first = await open(dataDir);
  const second = openDatabase({ dataDir, databaseUrl: undefined }, log);
  await expect(second).rejects.toThrow(`Another Ajar is already running on ${dataDir}.`);
  await first.ping();
});

test('of three first starts at the same moment one wins and nothing is left of the others', async () => {
  const dataDir = await newDataDir();
  const starts = await Promise.allSettled([1, 2, 3].map(() => open(dataDir)));
  const won = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  const lostBy = starts.flatMap((start) => (start.status === 'rejected' ? [String(start.reason.message)] : []));
  expect(won).toHaveLength(1);
  expect(lostBy).toEqual(Array(2).fill(`Another Ajar is already running on ${dataDir}.`));
  expect((await readdir(dataDir)).toSorted()).toEqual(['postgres', 'postgres.log']);
  await won[0]?.ping();
});

test('a first start that was killed half-way leaves nothing in the way of the next', async () => {
  const dataDir = await newDataDir();
  const writer = spawnWriter(dataDir);
  await vi.waitFor(async () => expect((await readdir(dataDir)).join()).toMatch(/\.postgres-/), { timeout: 60_000 });
  await kill(writer);
  const database = await open(dataDir);
  expect(database.fresh).toBe(true);
  expect((await readdir(dataDir)).toSorted()).toEqual(['postgres', 'postgres.log']);
});

test('close may be called twice and ends a connection in use without ending the process', async () => {
  const dataDir = await copyOfDataDir(used);
  const database = await open(dataDir);
  const stray = await database.pool.connect();
  await Promise.all([database.close(), database.close()]);
  expect(await readdir(layoutOf(dataDir).cluster)).not.toContain('postmaster.pid');
  stray.release(true);
});

async function open(dataDir: string): Promise<Database> {
  const database = await openDatabase({ dataDir, databaseUrl: undefined }, log);
  onTestFinished(() => database.close());
  return database;
}

async function words({ pool }: Database): Promise<unknown[]> {
  const found = await pool.query('select word from kept');
  return found.rows.map(({ word }) => word);
}

async function startWriter(dataDir: string): Promise<{ writer: ChildProcess; acknowledged: number[] }> {
  const writer = spawnWriter(dataDir);
  const acknowledged: number[] = [];
  const lines = createInterface({ input: writer.stdout });
  lines.on('line', (line) => acknowledged.push(Number(line)));
  await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(50), { timeout: 60_000 });
  return { writer, acknowledged };
}

function spawnWriter(dataDir: string) {
  const script = join(import.meta.dirname, 'fixtures', 'writer.ts');
  const writer = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void writer.kill('SIGKILL'));
  return writer;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'close');
  child.kill('SIGKILL');
  await gone;
}

async function lost({ pool }: Database, acknowledged: number[]): Promise<number[]> {
  const found = await pool.query<{ id: number }>('select id from written');
  const kept = new Set(found.rows.map(({ id }) => id));
  return acknowledged.filter((id) => !kept.has(id));
}
