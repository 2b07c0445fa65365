import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whyNotBest } from './check.ts';
import type { Crowd } from './crowd.ts';
import { matchExactly } from './exact.ts';
import { complete } from './fixtures/graphs.ts';
import { people } from './fixtures/people.ts';
import { boundOf, matchNearly } from './nearly.ts';

const crowds = fc.record({ size: fc.integer({ min: 1, max: 300 }), seed: fc.nat() });

describe('matchNearly', () => {
  test('never pairs whom the rules forbid, and leaves over as few as can be', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(crowds, ({ size, seed }) => {
        const crowd = people(size, seed);
        const { mate, cardinality } = matchNearly(crowd);
        for (const [a, b] of mate.entries()) if (b >= 0) expect(crowd.weight(a, b)).not.toBeNaN();
        expect(cardinality).toBe(matchExactly(complete(size, crowd.weight), { maxCardinality: true }).cardinality);
      }),
      { numRuns: 40 },
    );
  });

  test('pairs people of whom nothing is known', () => {
    const nothing = { traits: 0, seeks: () => [], shows: () => [], kinds: 1, kindOf: () => 0, worthOfKinds: () => 0 };
    const crowd: Crowd = { ...nothing, size: 501, weight: () => 0, seed: 1 };
    expect(matchNearly(crowd).cardinality).toBe(250);
  });

  test('pairs people who may meet only one other each', () => {
    const crowd: Crowd = { ...people(60, 3), weight: (a, b) => (a + b === 59 ? 10 : Number.NaN) };
    expect(matchNearly(crowd)).toMatchObject({ cardinality: 30, total: 300 });
  });

  test('is the same for the same seed', () => {
    expect(matchNearly(people(2_000, 5)).mate).toEqual(matchNearly(people(2_000, 5)).mate);
  });
});

describe('boundOf', () => {
  test('is not below the best matching, and comes down to it', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(crowds, fc.nat(20), ({ size, seed }, turns) => {
        const crowd = people(size, seed);
        const edges = complete(size, crowd.weight);
        const best = matchExactly(edges, { maxCardinality: true });
        expect(whyNotBest(edges, best, true)).toBeUndefined();
        expect(boundOf(crowd, matchNearly(crowd), turns)).toBeGreaterThanOrEqual(best.total);
        expect(boundOf(crowd, matchNearly(crowd), 50)).toBe(best.total);
      }),
      { numRuns: 20 },
    );
  });

  test('shows that hardly anything is lost among thousands', { timeout: 60_000 }, () => {
    const crowd = people(3_000, 11);
    const near = matchNearly(crowd);
    expect(near.cardinality).toBe(1_500);
    expect(near.total / boundOf(crowd, near, 4)).toBeGreaterThan(0.995);
  });
});
