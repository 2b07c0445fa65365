import { AjarError, firstIssue } from '@ajar/shared';
import { type Job as QueuedJob, UnrecoverableError } from 'bullmq';
import type { ClientConfig } from 'pg';
import { currentRequestId, type Log, newRequestId, withRequestId } from '../log/index.ts';
import type { Redis } from '../redis/index.ts';
import { type Backend, type JobRecord, postgresBackend, redisBackend } from './backend.ts';
import type { AddOptions, Job, JobRun } from './job.ts';

/** Failed jobs stay to be looked at for a week, at most so many of them. */
const keepFailed = { age: 7 * 24 * 3600, count: 1_000 };

export type QueuesOptions = {
  /** How to reach Postgres; used when there is no Redis. `database.connection` fits. */
  connection: ClientConfig;
  /** Queues run on Redis when given. It is not closed with the queues. */
  redis: Redis | undefined;
  log: Log;
};

export type Queues = {
  readonly backend: 'postgres' | 'redis';
  /** Names the handler of a kind of job. Before `start`. */
  register<Data>(job: Job<Data>): void;
  /**
   * Stores a job; when this resolves it survives `kill -9`. It runs once after every attempt before it failed.
   * @throws AjarError `bad-job` when the data does not fit the schema; nothing is stored then.
   */
  add<Data>(job: Job<Data>, data: Data, options?: AddOptions): Promise<void>;
  /** Begins to run jobs, those that waited since the last time included. */
  start(): Promise<void>;
  /** Resolves when the store of jobs answers; for `/readyz`. */
  ping(): Promise<void>;
  /** Takes no new job, waits for those that run, closes the connections. May be called twice. */
  close(): Promise<void>;
};

type Runner = (record: JobRecord, run: JobRun) => Promise<void>;

/** Opens the job queue: BullMQ on Redis when there is one, on Postgres otherwise. */
export async function openQueues({ connection, redis, log }: QueuesOptions): Promise<Queues> {
  const backend = await (redis ? redisBackend(redis, log) : postgresBackend(connection, log));
  const runners = new Map<string, Runner>();
  let closing: Promise<void> | undefined;
  return {
    backend: backend.name,
    register: (job) => {
      if (runners.has(job.name)) throw new AjarError('internal', 'job-twice', `Two jobs are named ${job.name}.`);
      runners.set(job.name, runnerOf(job));
    },
    add: (job, data, options) => add(backend, job, data, options),
    start: () => backend.work((job) => run(runners, job, log)),
    ping: backend.ping,
    close: () => {
      closing ??= backend.close();
      return closing;
    },
  };
}

async function add<Data>(backend: Backend, job: Job<Data>, data: Data, options: AddOptions = {}): Promise<void> {
  const checked = job.schema.safeParse(data);
  if (!checked.success) {
    const message = `${job.name}: ${firstIssue(checked.error)}`;
    throw new AjarError('bad-input', 'bad-job', message, { cause: checked.error });
  }
  const record: JobRecord = { requestId: currentRequestId() ?? newRequestId(), data };
  await backend.add(job.name, record, {
    attempts: job.attempts ?? 5,
    backoff: { type: 'exponential', delay: job.pause ?? 1_000 },
    delay: options.delay ?? 0,
    removeOnComplete: true,
    removeOnFail: keepFailed,
    ...(options.jobId === undefined
      ? {}
      : { deduplication: { id: `${job.name}/${options.jobId}`, keepLastIfActive: true } }),
  });
}

function runnerOf<Data>(job: Job<Data>): Runner {
  return async ({ data }, run) => {
    const checked = job.schema.safeParse(data);
    // Data that does not fit now will not fit at the next attempt either.
    if (!checked.success) throw new UnrecoverableError(`${job.name}: ${firstIssue(checked.error)}`);
    await job.handler(checked.data, run);
  };
}

async function run(runners: Map<string, Runner>, job: QueuedJob<JobRecord>, log: Log): Promise<void> {
  const runner = runners.get(job.name);
  if (!runner) throw new Error(`Nothing here handles ${job.name}; a newer Ajar may.`);
  await withRequestId(job.data.requestId, async () => {
    const attempt = job.attemptsMade + 1;
    log.debug({ job: job.name, jobId: job.id, attempt }, 'A job begins');
    await runner(job.data, { id: job.id ?? '', attempt });
  });
}
