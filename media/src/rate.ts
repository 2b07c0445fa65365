import { AjarError } from '@ajar/shared';

/** How many requests one socket may make: this many at once, refilled at this many a second. */
export interface RateLimit {
  burst: number;
  perSecond: number;
}

/**
 * A token bucket, one for each socket.
 * @returns a function that takes one token. @throws AjarError `too-many-requests` (too-many) from it when none is left.
 */
export function rateLimit({ burst, perSecond }: RateLimit, now: () => number = () => performance.now()): () => void {
  let tokens = burst;
  let filledAt = now();
  return () => {
    const time = now();
    tokens = Math.min(burst, tokens + ((time - filledAt) / 1_000) * perSecond);
    filledAt = time;
    if (tokens < 1)
      throw new AjarError('too-many', 'too-many-requests', 'That was too much at once. Please wait a moment.');
    tokens -= 1;
  };
}
