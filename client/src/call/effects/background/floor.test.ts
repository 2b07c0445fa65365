import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTooSlow, type Second, slowSeconds } from './floor.ts';

const after = (seconds: readonly Second[], rate = 30) =>
  seconds.reduce((slow, second) => slowSeconds(slow, second, rate), 0);
const times = (count: number, second: Second) => Array.from({ length: count }, () => second);

const good: Second = { drawn: 30, busy: 0.5 };
const bad: Second = { drawn: 6, busy: 1 };

describe('the floor of the pictures', () => {
  it.each([
    ['a hiccup of four seconds', times(4, bad), 30, false],
    ['five slow seconds', times(5, bad), 30, true],
    ['a slow second now and then', [bad, good, bad, good, bad, good, bad, good, bad, good], 30, false],
    ['mostly slow seconds', [bad, bad, good, bad, bad, good, bad, bad, bad], 30, true],
    ['just enough pictures', times(60, { drawn: 12, busy: 1 }), 30, false],
    ['a camera that gives few in the dark', times(60, { drawn: 5, busy: 0.3 }), 30, false],
    ['a camera of eight a second that is kept up with', times(60, { drawn: 5, busy: 1 }), 8, false],
    ['nothing at all', times(5, { drawn: 0, busy: 1 }), 30, true],
  ])('%s', (_what, seconds, rate, tooSlow) => {
    expect(isTooSlow(after(seconds, rate))).toBe(tooSlow);
  });

  it('never gives up what keeps up with its camera, and always what stays below', () => {
    const rates = fc.integer({ min: 1, max: 60 });
    const busy = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(rates, fc.array(busy, { maxLength: 100 }), (rate, seconds) => {
        const kept = seconds.map((share) => ({ drawn: rate, busy: share }));
        expect(isTooSlow(after(kept, rate))).toBe(false);
      }),
    );
    fc.assert(
      fc.property(rates, fc.array(fc.double({ min: 0.7, max: 1, noNaN: true }), { minLength: 5 }), (rate, seconds) => {
        const kept = seconds.map((share) => ({ drawn: Math.min(11, rate * 0.59), busy: share }));
        expect(isTooSlow(after(kept, rate))).toBe(true);
      }),
    );
  });
});
