import { AjarError } from '@ajar/shared';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Redis } from '../redis/index.ts';

export type LimitOptions = {
  /** Part of the keys' names. */
  name: string;
  /** How many are let through in a window. */
  points: number;
  /** Length of the window, in s. */
  seconds: number;
  /** Shared between hubs; without it each process counts for itself. */
  redis: Redis | undefined;
};

/** Counts one more for this key. @throws AjarError `too-many` once the window is full. */
export type Limit = (key: string) => Promise<void>;

export function createLimit({ name, points, seconds, redis }: LimitOptions): Limit {
  const memory = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
  const limiter = redis
    ? new RateLimiterRedis({
        storeClient: redis,
        useRedisPackage: true,
        keyPrefix: `ajar:limit:${name}`,
        points,
        duration: seconds,
        // While Redis is away each hub counts for itself.
        insuranceLimiter: memory,
      })
    : memory;
  return async (key) => {
    try {
      await limiter.consume(key);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const minutes = Math.max(1, Math.ceil(refused.msBeforeNext / 60_000));
      const message = `That was asked for too often. Please try again in ${minutes} min.`;
      throw new AjarError('too-many', 'too-many', message);
    }
  };
}
