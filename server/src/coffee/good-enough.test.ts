import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestPatience, patienceFor, tableWindow } from './good-enough.ts';

const scores = fc.double({ min: 0, max: 1, noNaN: true });

test('a better pair never waits longer, and none longer than the table’s patience', () => {
  fc.assert(
    fc.property(scores, scores, fc.boolean(), (one, other, around) => {
      const [better, worse] = one > other ? [one, other] : [other, one];
      expect(patienceFor(better, around)).toBeLessThanOrEqual(patienceFor(worse, around));
      expect(patienceFor(worse, around)).toBeGreaterThanOrEqual(0);
      expect(patienceFor(worse, around)).toBeLessThanOrEqual(longestPatience);
    }),
  );
});

test('with nobody else around, or a good match, two are paired at once', () => {
  fc.assert(fc.property(scores, (score) => patienceFor(score, false) === 0));
  expect(patienceFor(0.3, true)).toBe(0);
  expect(patienceFor(0, true)).toBe(longestPatience);
});

test('the window grows with the programme, up to what the programme chose', () => {
  fc.assert(
    fc.property(fc.nat(400), fc.nat(2_000), (days, members) => {
      const kept = tableWindow(days, members);
      expect(kept).toBeLessThanOrEqual(days);
      expect(kept).toBeGreaterThanOrEqual(0);
      expect(tableWindow(days, members + 1)).toBeGreaterThanOrEqual(kept);
    }),
  );
  expect([tableWindow(90, 6), tableWindow(90, 20), tableWindow(90, 500)]).toEqual([0, 11, 90]);
});
