import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { createLog, currentRequestId, withRequestId } from '../log/index.ts';
import { openRedis, type Redis } from '../redis/index.ts';
import { startTestRedis, type TestRedis } from '../redis/testing.ts';
import { defineJob, type JobRun, openQueues, type Queues } from './index.ts';

const log = createLog({ level: 'silent' });
/** Waits until the check holds: long enough for a busy machine, and less than the half minute after which an idle worker looks by itself. */
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 25_000 });
let database: TestDatabase;
let redisServer: TestRedis;
let redis: Redis;

beforeAll(async () => {
  [database, redisServer] = await Promise.all([createTestDatabase(), startTestRedis()]);
  redis = await openRedis(redisServer.url, log);
});

afterAll(async () => {
  await redis.close();
  await Promise.all([database.close(), redisServer.close()]);
});

describe.each(['postgres', 'redis'] as const)('on %s', (backend) => {
  const open = () => openOn(backend);

  test('a job reaches its handler with its data and its request id', async () => {
    const queues = await open();
    const seen: unknown[] = [];
    const pour = defineJob({
      name: 'kettle.pour',
      schema: z.object({ cups: z.number() }),
      handler: async (data) => void seen.push({ ...data, requestId: currentRequestId() }),
    });
    queues.register(pour);
    await queues.start();
    await withRequestId('request-7', () => queues.add(pour, { cups: 2 }));
    await eventually(() => expect(seen).toEqual([{ cups: 2, requestId: 'request-7' }]));
  });

  test('data that does not fit is refused and nothing is stored', async () => {
    const queues = await open();
    const { job, runs } = recorder();
    queues.register(job);
    await expect(queues.add(job, { n: 'two' as unknown as number })).rejects.toMatchObject({ code: 'bad-job' });
    await queues.start();
    await queues.add(job, { n: 1 });
    await eventually(() => expect(runs.map(({ n }) => n)).toEqual([1]));
  });

  test('a job that fails is tried again', async () => {
    const queues = await open();
    const attempts: JobRun[] = [];
    const stubborn = defineJob({
      name: 'lid.open',
      schema: z.object({}),
      pause: 1,
      handler: async (_, run) => {
        attempts.push(run);
        if (attempts.length < 3) throw new Error('stuck');
      },
    });
    queues.register(stubborn);
    await queues.start();
    await queues.add(stubborn, {});
    await eventually(() => expect(attempts.map(({ attempt }) => attempt)).toEqual([1, 2, 3]));
    expect(new Set(attempts.map(({ id }) => id)).size).toBe(1);
  });

  test('a delayed job waits, and is not held up by an idle worker', async () => {
    const queues = await open();
    const { job, runs } = recorder();
    queues.register(job);
    await queues.start();
    await wait(300);
    const added = Date.now();
    await queues.add(job, { n: 1 }, { delay: 400 });
    await queues.add(job, { n: 2 });
    await eventually(() => expect(runs.map(({ n }) => n)).toHaveLength(2));
    expect(runs.find(({ n }) => n === 1)?.at).toBeGreaterThanOrEqual(added + 400);
  });

  test('jobs of one id that wait become one', async () => {
    const queues = await open();
    const { job, runs } = recorder();
    queues.register(job);
    for (let n = 0; n < 5; n += 1) await queues.add(job, { n }, { jobId: 'same' });
    await queues.add(job, { n: 9 }, { jobId: 'other' });
    await queues.start();
    await eventually(() => expect(runs).toHaveLength(2));
    await wait(200);
    expect(runs).toHaveLength(2);
  });

  test('a job added while one of its id runs is run once more afterwards', async () => {
    const queues = await open();
    const gate = Promise.withResolvers<void>();
    const runs: number[] = [];
    const pair = defineJob({
      name: 'coffee.pair',
      schema: z.object({ n: z.number() }),
      handler: async ({ n }) => {
        runs.push(n);
        if (n === 1) await gate.promise;
      },
    });
    queues.register(pair);
    await queues.start();
    await queues.add(pair, { n: 1 }, { jobId: 'table' });
    await eventually(() => expect(runs).toEqual([1]));
    for (const n of [2, 3, 4]) await queues.add(pair, { n }, { jobId: 'table' });
    gate.resolve();
    await eventually(() => expect(runs).toEqual([1, 4]));
    await queues.add(pair, { n: 5 }, { jobId: 'table' });
    await eventually(() => expect(runs).toEqual([1, 4, 5]));
  });

  test('jobs wait for a server that was closed, and close waits for those that run', async () => {
    const { job, runs } = recorder(100);
    const first = await open();
    first.register(job);
    await first.start();
    await first.add(job, { n: 1 });
    await eventually(() => expect(runs).toHaveLength(1));
    await first.add(job, { n: 2 }, { delay: 300 });
    await Promise.all([first.close(), first.close()]);
    expect(runs.map(({ n, done }) => [n, done])).toEqual([[1, true]]);

    const second = await open();
    second.register(job);
    await second.start();
    await eventually(() => expect(runs.map(({ n }) => n)).toEqual([1, 2]));
  });

  test('two servers share the jobs, each done once', async () => {
    const { job, runs } = recorder();
    for (const queues of [await open(), await open()]) {
      queues.register(job);
      await queues.start();
    }
    const queues = await open();
    await Promise.all(Array.from({ length: 40 }, (_, n) => queues.add(job, { n })));
    await eventually(() => expect(runs).toHaveLength(40));
    expect(new Set(runs.map(({ n }) => n)).size).toBe(40);
  });

  test('two jobs of one name are a mistake', async () => {
    const queues = await open();
    queues.register(recorder().job);
    expect(() => queues.register(recorder().job)).toThrow(/Two jobs are named/);
  });
});

/** A kind of job of its own that writes down its runs. */
function recorder(duration = 0) {
  const runs: { n: number; at: number; done: boolean }[] = [];
  const job = defineJob({
    name: 'test.record',
    schema: z.object({ n: z.number() }),
    handler: async ({ n }) => {
      const run = { n, at: Date.now(), done: false };
      runs.push(run);
      await wait(duration);
      run.done = true;
    },
  });
  return { job, runs };
}

async function openOn(backend: 'postgres' | 'redis'): Promise<Queues> {
  const queues = await openQueues({
    connection: database.connection,
    redis: backend === 'redis' ? redis : undefined,
    log,
  });
  onTestFinished(() => queues.close());
  expect(queues.backend).toBe(backend);
  await queues.ping();
  return queues;
}
