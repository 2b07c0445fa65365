import { setTimeout as wait } from 'node:timers/promises';
import type { AjarError } from '@ajar/shared';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { type ClientConfig, Pool } from 'pg';
import type { Log } from '../log/index.ts';
import type { Settings } from '../settings/index.ts';
import { EmbeddedPostgres } from './embedded.ts';
import { checkExternal } from './external.ts';
import { migrateToLatest } from './migrate.ts';

/** Drizzle over the connection pool. Column names are the snake_case of their keys. */
export type Db = NodePgDatabase;
/** What `db.transaction(async (tx) => …)` hands over. */
export type Transaction = Parameters<Parameters<Db['transaction']>[0]>[0];
/** Either: for functions that take part in the caller's transaction, or run alone. */
export type Queryable = Db | Transaction;

export type Database = {
  readonly db: Db;
  readonly pool: Pool;
  readonly kind: 'embedded' | 'external';
  /** Whether this start found no tables at all. Seeding should still ask the tables: a start can be interrupted. */
  readonly fresh: boolean;
  /** How to open further connections to the same database. */
  readonly connection: ClientConfig;
  /** Resolves when the database answers; for `/readyz`. */
  ping(): Promise<void>;
  /** Waits a while for running queries, closes the pool, and stops the embedded Postgres. May be called twice. */
  close(): Promise<void>;
};

export type DatabaseOptions = {
  /** Told when the database is gone for good and the process should end. Default: only logged. */
  onLost?: (error: AjarError) => void;
};

const databaseName = 'ajar';
/** Connections each server keeps at most, besides those of the queue. */
const poolSize = 12;
/** How long `close` waits for what still uses a connection, in ms. */
const patienceWithQueries = 5_000;

/**
 * Opens the database the settings name, migrated and ready.
 * @throws AjarError of category `set-up`, whose message is one line for the person who started the server.
 */
export async function openDatabase(
  settings: Pick<Settings, 'dataDir' | 'databaseUrl'>,
  log: Log,
  options: DatabaseOptions = {},
): Promise<Database> {
  if (settings.databaseUrl !== undefined) {
    const connection = { connectionString: settings.databaseUrl, application_name: 'ajar' };
    await checkExternal(connection);
    return connect({ connection, kind: 'external', log, stop: async () => undefined });
  }
  const embedded = await EmbeddedPostgres.open({ dataDir: settings.dataDir, log, ...options });
  try {
    await embedded.ensureDatabase(databaseName);
    return await connect({
      connection: embedded.connection(databaseName),
      kind: 'embedded',
      log,
      stop: () => embedded.close(),
    });
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

export type ConnectOptions = {
  connection: ClientConfig;
  kind: Database['kind'];
  log: Log;
  /** Ends what stands behind the pool, after it. */
  stop: () => Promise<void>;
};

/** Opens the pool, brings the tables up to date, and ties both to one `close`. */
export async function connect({ connection, kind, log, stop }: ConnectOptions): Promise<Database> {
  const pool = openPool(connection, log);
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= Promise.race([pool.end(), wait(patienceWithQueries, undefined, { ref: false })]).finally(stop);
    return closing;
  };
  try {
    const { fresh } = await migrateToLatest(pool);
    const db = drizzle(pool, { casing: 'snake_case' });
    const ping = async () => void (await pool.query('select'));
    return { db, pool, kind, fresh, connection, ping, close };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

function openPool(connection: ClientConfig, log: Log): Pool {
  const pool = new Pool({ ...connection, max: poolSize, idleTimeoutMillis: 60_000, connectionTimeoutMillis: 10_000 });
  pool.on('error', (err) => pool.ending || log.warn({ err }, 'A database connection was lost'));
  // A client in use has no listener of the pool's: without one of ours its end would be the end of the process.
  // Whoever uses it is told by the query that fails.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
