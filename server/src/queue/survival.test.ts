import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { serverPid } from '../database/cluster.ts';
import { layoutOf } from '../database/folder.ts';
import { openDatabase } from '../database/index.ts';
import { newDataDir } from '../database/testing.folder.ts';
import { createTestDatabase } from '../database/testing.ts';
import { createLog } from '../log/index.ts';
import { openRedis } from '../redis/index.ts';
import { startTestRedis } from '../redis/testing.ts';
import { defineJob, type JobRun, openQueues } from './index.ts';

const log = createLog({ level: 'silent' });
/** Waits until the check holds: long enough for a busy machine, and less than the half minute after which an idle worker looks by itself. */
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 25_000 });

test('a job whose server is killed is taken up by another, on either backend', async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.close());
  const server = await startTestRedis();
  onTestFinished(() => server.close());
  const redis = await openRedis(server.url, log);
  onTestFinished(() => redis.close());
  // Side by side, because a lock must run out on each.
  await Promise.all([
    loseAndTakeUp(['postgres', database.url], () => openQueues({ ...database, redis: undefined, log })),
    loseAndTakeUp(['redis', server.url], () => openQueues({ ...database, redis, log })),
  ]);
});

test('jobs run on after Postgres died and came back', async () => {
  const dataDir = await newDataDir();
  const database = await openDatabase({ dataDir, databaseUrl: undefined }, log);
  onTestFinished(() => database.close());
  const queues = await openQueues({ ...database, redis: undefined, log });
  onTestFinished(() => queues.close());
  const done: number[] = [];
  const count = defineJob({
    name: 'test.count',
    schema: z.object({ n: z.number() }),
    handler: async ({ n }) => void done.push(n),
  });
  queues.register(count);
  await queues.start();
  await queues.add(count, { n: 1 });
  await queues.add(count, { n: 2 }, { delay: 1_000 });
  await eventually(() => expect(done).toEqual([1]));
  const pid = await serverPid(layoutOf(dataDir));
  process.kill(pid ?? 0, 'SIGKILL');
  await vi.waitFor(() => queues.add(count, { n: 3 }), { timeout: 60_000, interval: 50 });
  // A job may have been claimed on a connection that died with the answer; then its lock must run out first.
  await vi.waitFor(() => expect(done.toSorted()).toEqual([1, 2, 3]), { timeout: 90_000 });
});

async function loseAndTakeUp(victimOn: string[], open: () => ReturnType<typeof openQueues>): Promise<void> {
  const script = join(import.meta.dirname, 'fixtures', 'stuck.ts');
  const victim = spawn(process.execPath, [script, ...victimOn], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(victim.stdout, 'data');
  victim.kill('SIGKILL');
  const taken = Promise.withResolvers<JobRun>();
  const queues = await open();
  queues.register(
    defineJob({ name: 'stuck.wait', schema: z.object({}), handler: async (_, run) => taken.resolve(run) }),
  );
  await queues.start();
  await taken.promise;
  await queues.close();
}
