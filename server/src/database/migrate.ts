import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AjarError } from '@ajar/shared';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type { Pool, PoolClient } from 'pg';

const migrationLock = 0x616a6d67;

/** Where `drizzle-kit generate` puts the committed SQL: `server/migrations`, above wherever this code runs from. */
function migrationsFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    for (const candidate of [join(folder, 'migrations'), join(folder, 'server', 'migrations')]) {
      if (existsSync(join(candidate, 'meta', '_journal.json'))) return candidate;
    }
  }
  throw new AjarError('internal', 'migrations-missing', 'The database migrations are missing from this installation.');
}

/**
 * Brings the tables up to date. Hubs that start together take turns; one that finds nothing to do asks one question.
 * @returns whether this was a new, empty database.
 */
export async function migrateToLatest(pool: Pool, folder = migrationsFolder()): Promise<{ fresh: boolean }> {
  const latest = await latestMigration(folder);
  const client = await pool.connect();
  try {
    const applied = await lastApplied(client);
    if (applied !== undefined && applied >= latest) return { fresh: false };
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    const fresh = (await lastApplied(client)) === undefined;
    await migrate(drizzle(client), { migrationsFolder: folder });
    return { fresh };
  } finally {
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined);
    client.release();
  }
}

async function latestMigration(folder: string): Promise<number> {
  const journal = JSON.parse(await readFile(join(folder, 'meta', '_journal.json'), 'utf8')) as {
    entries: { when: number }[];
  };
  return Math.max(0, ...journal.entries.map((entry) => entry.when));
}

async function lastApplied(client: PoolClient): Promise<number | undefined> {
  const known = await client.query<{ at: string | null }>(
    "select to_regclass('drizzle.__drizzle_migrations')::text as at",
  );
  if (known.rows[0]?.at === null) return undefined;
  const last = await client.query<{ at: string | null }>(
    'select max(created_at)::text as at from drizzle.__drizzle_migrations',
  );
  const at = last.rows[0]?.at;
  return at === null || at === undefined ? undefined : Number(at);
}
