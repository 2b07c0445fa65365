import { AjarError } from '@ajar/shared';
import type { createClient } from 'redis';
import type { Log } from '../log/index.ts';

/** A connected Redis client. The queue, the rate limits and the hubs' adapter share one, and duplicate it where they must. */
export type Redis = ReturnType<typeof createClient>;

const longestPause = 2_000;
const patience = 5_000;

/**
 * Connects to Redis. Once connected, the client comes back by itself after every break.
 * @throws AjarError `redis-unreachable`: one line, without the password.
 */
export async function openRedis(url: string, log: Log): Promise<Redis> {
  let connected = false;
  // Loaded here because it takes a quarter of a second that a server without Redis need not spend.
  const { createClient } = await import('redis');
  const client: Redis = createClient({
    url,
    socket: {
      connectTimeout: patience,
      reconnectStrategy: (attempts) => connected && Math.min(50 * 2 ** Math.min(attempts, 10), longestPause),
    },
  });
  client.on('error', (err: unknown) => {
    if (connected) log.warn({ err }, 'Redis had trouble');
  });
  try {
    await client.connect();
    connected = true;
    return client;
  } catch (cause) {
    client.destroy();
    const { host, pathname } = new URL(url);
    const message = `REDIS_URL: Redis at ${host}${pathname} cannot be reached.`;
    throw new AjarError('set-up', 'redis-unreachable', message, { cause });
  }
}
