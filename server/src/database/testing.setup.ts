import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import type { TestProject } from 'vitest/node';
import { createLog } from '../log/index.ts';
import { isAlive, serverPid } from './cluster.ts';
import { EmbeddedPostgres } from './embedded.ts';
import { layoutOf } from './folder.ts';
import { migrateToLatest } from './migrate.ts';

const prefix = 'ajar-test-database-';

/** Starts the one Postgres of a test run, with a migrated database in it that every test file gets a copy of. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  const dataDir = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  // mkdtemp keeps everybody out, and user postgres must walk through.
  await chmod(dataDir, 0o755);
  const log = createLog({ level: 'warn' });
  const embedded = await EmbeddedPostgres.open({ dataDir, log, durable: false });
  await embedded.ensureDatabase('template');
  const pool = new Pool(embedded.connection('template'));
  await migrateToLatest(pool);
  await pool.end();
  const { host } = embedded.connection('template');
  project.provide('testPostgres', { host: host ?? '' });
  return async () => {
    await embedded.close();
    await rm(dataDir, { recursive: true });
  };
}

/** Ends what a test run left behind that was killed before its end. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length).split('-', 1)[0]))) continue;
    const dataDir = join(tmpdir(), name);
    const pid = await serverPid(layoutOf(dataDir));
    if (pid !== undefined && isAlive(pid)) process.kill(pid, 'SIGQUIT');
    await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
  }
}
