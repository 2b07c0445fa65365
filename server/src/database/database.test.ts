import { expect, onTestFinished, test } from 'vitest';
import { missingMigration } from './check-migrations.ts';
import { createTestDatabase } from './testing.ts';

test('the committed migrations make the tables of the sources', async () => {
  expect(await missingMigration()).toBeUndefined();
});

test('each test database is a copy of its own', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  onTestFinished(async () => void (await Promise.all([one.close(), other.close()])));
  await one.pool.query('create table only_here (id int)');
  const found = await other.pool.query("select to_regclass('only_here')::text as name");
  expect(found.rows[0]).toEqual({ name: null });
});
