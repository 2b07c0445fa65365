import { randomUUID } from 'node:crypto';
import { Client, type ClientConfig } from 'pg';
import { inject } from 'vitest';
import { createLog, type Log } from '../log/index.ts';
import { connect, type Database } from './database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The Postgres of this test run: the folder of its socket. */
    testPostgres: { host: string };
  }
}

export type TestDatabase = Database & {
  /** The same database as a DATABASE_URL, for servers that a test starts as processes of their own. */
  readonly url: string;
};

/**
 * A migrated database of its own for a test file, copied in a few dozen ms: `beforeAll` makes one, and
 * `afterAll(() => database.close())` drops it.
 */
export async function createTestDatabase(log: Log = createLog({ level: 'error' })): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(`create database ${name} template template`);
  const stop = () => administer(`drop database ${name} with (force)`);
  const database = await connect({ connection: connectionTo(name), kind: 'embedded', log, stop });
  const { host } = inject('testPostgres');
  return { ...database, fresh: true, url: `postgres://postgres@localhost/${name}?host=${encodeURIComponent(host)}` };
}

/** Runs one statement beside the test databases. */
export async function administer(statement: string): Promise<void> {
  const client = new Client(connectionTo('postgres'));
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function connectionTo(database: string): ClientConfig {
  const { host } = inject('testPostgres');
  return { host, port: 5432, user: 'postgres', password: '', database, ssl: false };
}
