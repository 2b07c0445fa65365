import { expect, inject, onTestFinished, test } from 'vitest';
import { createLog } from '../log/index.ts';
import { freePort } from '../redis/testing.ts';
import { openDatabase } from './database.ts';
import { administer, createTestDatabase } from './testing.ts';

const log = createLog({ level: 'silent' });

test('DATABASE_URL opens a database that is not ours to stop', async () => {
  const existing = await createTestDatabase();
  onTestFinished(() => existing.close());
  const database = await open(existing.url);
  expect(database).toMatchObject({ kind: 'external', fresh: false });
  await database.close();
  await existing.ping();
});

test('of two hubs that start on an empty database together, one makes the tables', async () => {
  await administer('create database twins');
  const url = `postgres://postgres@localhost/twins?host=${encodeURIComponent(inject('testPostgres').host)}`;
  const hubs = await Promise.all([open(url), open(url)]);
  onTestFinished(() => administer('drop database twins with (force)'));
  onTestFinished(async () => void (await Promise.all(hubs.map((hub) => hub.close()))));
  expect(hubs.map(({ fresh }) => fresh).toSorted()).toEqual([false, true]);
});

test('a database nobody can reach is one line without the password', async () => {
  const port = await freePort();
  await expect(open(`postgres://ajar:hunter2@127.0.0.1:${port}/ajar`)).rejects.toMatchObject({
    code: 'database-unreachable',
    message: `DATABASE_URL: the database at 127.0.0.1:${port}/ajar cannot be reached: nothing listens there.`,
  });
});

test('a database that does not exist is said so', async () => {
  const url = `postgres://postgres@localhost/nowhere?host=${encodeURIComponent(inject('testPostgres').host)}`;
  await expect(open(url)).rejects.toThrow(/cannot be reached: it has no database of that name\.$/);
});

function open(databaseUrl: string) {
  return openDatabase({ dataDir: '/nonexistent', databaseUrl }, log);
}
