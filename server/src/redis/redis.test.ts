import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../log/index.ts';
import { openRedis } from './index.ts';
import { freePort, startTestRedis } from './testing.ts';

const log = createLog({ level: 'silent' });

test('it answers', async () => {
  const server = await startTestRedis();
  onTestFinished(() => server.close());
  const redis = await openRedis(server.url, log);
  expect(await redis.ping()).toBe('PONG');
  await redis.close();
});

test('a Redis nobody can reach is one line without the password', async () => {
  const port = await freePort();
  await expect(openRedis(`redis://:hunter2@127.0.0.1:${port}`, log)).rejects.toMatchObject({
    category: 'set-up',
    message: `REDIS_URL: Redis at 127.0.0.1:${port} cannot be reached.`,
  });
});
