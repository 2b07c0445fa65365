import { expect, test } from 'vitest';
import { rateLimit } from './rate.ts';

test('a burst passes, the next is refused, and time refills', () => {
  let now = 0;
  const take = rateLimit({ burst: 2, perSecond: 10 }, () => now);
  take();
  take();
  expect(take).toThrow(expect.objectContaining({ category: 'too-many', code: 'too-many-requests' }));
  now += 100;
  take();
  expect(take).toThrow();
  now += 60_000;
  take();
  take();
  expect(take).toThrow();
});
