import { AjarError } from '@ajar/shared';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Redis } from '../redis/index.ts';

/** Requests a person may make on the hub socket: far more than hands can press, far less than a loop. */
const points = 60;
const duration = 10;

/** Counts requests per person: in memory, or in Redis where several hubs share the count. */
export function hubLimit(redis: Redis | undefined): (key: string) => Promise<void> {
  const limiter = redis
    ? new RateLimiterRedis({ storeClient: redis, useRedisPackage: true, keyPrefix: 'ajar:hub', points, duration })
    : new RateLimiterMemory({ points, duration });
  return async (key) => {
    try {
      await limiter.consume(key);
    } catch (thrown) {
      if (!(thrown instanceof RateLimiterRes)) throw thrown;
      const seconds = Math.ceil(thrown.msBeforeNext / 1000);
      throw new AjarError('too-many', 'too-many', `That was a lot at once. Please wait ${seconds} s and try again.`);
    }
  };
}
