import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { createTestDatabase } from '../database/testing.ts';
import { createLog } from '../log/index.ts';
import { openRedis } from '../redis/index.ts';
import { startTestRedis } from '../redis/testing.ts';
import { defineJob, type JobRun, openQueues } from './index.ts';

const log = createLog({ level: 'silent' });

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
