import {
  assertSchemaCompatibility,
  type BackendClasses,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  type JobsOptions,
  LATEST_SCHEMA_VERSION,
  type PgPool,
  type Job as QueuedJob,
  type RedisConnectionClient,
  runMigrations,
  SchemaMigrationRequiredError,
  withBackend,
} from 'bullmq';
import { type ClientConfig, Pool } from 'pg';
import type { Log } from '../log/index.ts';
import type { Redis } from '../redis/index.ts';

/** What is stored of a job: its data, and the request it belongs to. */
export type JobRecord = { requestId: string; data: unknown };

/** BullMQ on one of its own backends, as far as we use it. */
export type Backend = {
  readonly name: 'postgres' | 'redis';
  add(name: string, record: JobRecord, options: JobsOptions): Promise<void>;
  /** Starts taking jobs; resolves when the first one could be taken. */
  work(process: (job: QueuedJob<JobRecord>) => Promise<void>): Promise<void>;
  /** Resolves when the store answers. */
  ping(): Promise<void>;
  /** Lets running jobs end and closes everything opened here. */
  close(): Promise<void>;
};

/** The one queue all jobs share: one worker, one listening connection, next to nothing to do while idle. */
const queueName = 'ajar';
/** Jobs run at once by each server; most of them wait for a database or a mail server. */
const concurrency = 16;
/** Connections of the queue on Postgres: one listens for new jobs, the others move them. */
const poolSize = 5;

const workerOptions = {
  concurrency,
  // A job whose server died is taken up again within lockDuration + stalledInterval. Each look at the stalled ones
  // writes a row, so looking more often would keep the disk of an idle machine awake.
  lockDuration: 10_000,
  stalledInterval: 10_000,
  maxStalledCount: 5,
  runRetryDelay: 1_000,
};

/** Nobody reads BullMQ's stream of events here, so it is kept short. */
const queueOptions = { streams: { events: { maxLen: 100 } } };

/** The queue on Postgres. New jobs are announced by NOTIFY, so an idle worker looks by itself twice a minute only. */
export async function postgresBackend(connection: ClientConfig, log: Log): Promise<Backend> {
  const settings = { ...connection, options: '-c search_path=bullmq', application_name: 'ajar-queue' };
  const pool = new Pool({ ...settings, max: poolSize, keepAlive: true, connectionTimeoutMillis: 10_000 });
  // A pool says it has ended before its connections have, and Postgres may then part from them first.
  pool.on('error', (err) => pool.ending || log.warn({ err }, 'A database connection of the queue was lost'));
  pool.on('connect', (client) => client.on('error', () => undefined));
  // Every backend on this pool adds its own listener, and their number is known and small.
  pool.setMaxListeners(20);
  try {
    await migrate(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return assemble({
    name: 'postgres',
    classes: withBackend(createPostgresBackend),
    // A pg.Pool is what BullMQ asks for; its description of one differs from @types/pg in how overloads are written.
    connection: pool as unknown as PgPool,
    drainDelay: 30,
    log,
    ping: async () => void (await pool.query('select')),
    end: () => pool.end(),
  });
}

/** The queue on Redis, over connections of its own: the client given is only copied, and stays its owner's. */
export async function redisBackend(redis: Redis, log: Log): Promise<Backend> {
  const own = redis.duplicate();
  own.on('error', (err: unknown) => log.warn({ err }, 'The connection of the queue to Redis had trouble'));
  await own.connect();
  const connection: RedisConnectionClient = own;
  return assemble({
    name: 'redis',
    classes: withBackend(createRedisBackend),
    connection,
    drainDelay: 5,
    log,
    ping: async () => void (await own.ping()),
    end: async () => own.destroy(),
  });
}

type Parts<B extends IQueueBackend, C> = {
  name: Backend['name'];
  classes: BackendClasses<B, C>;
  connection: C;
  /** How long an idle worker waits for news before it looks by itself, in s. */
  drainDelay: number;
  log: Log;
  ping: () => Promise<void>;
  end: () => Promise<void>;
};

function assemble<B extends IQueueBackend, C>({
  name,
  classes,
  connection,
  drainDelay,
  log,
  ping,
  end,
}: Parts<B, C>): Backend {
  const onError = (err: unknown) => log.warn({ err }, 'The queue had trouble');
  const queue = new classes.Queue<JobRecord>(queueName, { ...queueOptions, connection });
  queue.on('error', onError);
  let worker: { close(): Promise<void> } | undefined;
  return {
    name,
    add: async (jobName, record, options) => void (await queue.add(jobName, record, options)),
    work: async (process) => {
      const options = { ...workerOptions, connection, drainDelay };
      const started = new classes.Worker<JobRecord>(queueName, process, options);
      worker = started;
      started.on('error', onError);
      started.on('stalled', (jobId) => log.warn({ jobId }, 'A job lost its server and is taken up again'));
      started.on('failed', (job, err) => reportFailure(log, job, err));
      await started.waitUntilReady();
    },
    ping,
    close: async () => {
      await worker?.close();
      await queue.close();
      await end();
    },
  };
}

function reportFailure(log: Log, job: QueuedJob<JobRecord> | undefined, err: Error): void {
  const about = { err, job: job?.name, jobId: job?.id, requestId: job?.data.requestId, attempt: job?.attemptsMade };
  const willRetry = job !== undefined && job.finishedOn === undefined;
  if (willRetry) log.warn(about, 'A job failed and will be tried again');
  else log.error(about, 'A job failed for good');
}

async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    const version = await assertSchemaCompatibility(client).catch((error: unknown) => {
      if (error instanceof SchemaMigrationRequiredError) return 0;
      throw error;
    });
    if (version < LATEST_SCHEMA_VERSION) await runMigrations(client);
  } finally {
    client.release();
  }
}
