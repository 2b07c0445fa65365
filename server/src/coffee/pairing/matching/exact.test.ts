import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whyNotBest } from './check.ts';
import { matchExactly } from './exact.ts';
import { complete, randomGraph } from './fixtures/graphs.ts';
import { askNetworkx, type Question } from './fixtures/networkx.ts';
import type { Edges } from './network.ts';

/** Graphs of any density; few different weights make many equal matchings, and deep blossoms. */
const questions = (largest: number) =>
  fc
    .record({
      seed: fc.nat(),
      size: fc.integer({ min: 1, max: largest }),
      share: fc.constantFrom(0.03, 0.08, 0.2, 0.5, 1),
      range: fc.constantFrom(1, 2, 5, 40, 100_000),
      negative: fc.boolean(),
      maxCardinality: fc.boolean(),
    })
    .map(
      ({ seed, size, share, range, negative, maxCardinality }): Question => ({
        edges: randomGraph(seed, size, share, negative ? -Math.floor(range / 2) : 0, range),
        maxCardinality,
      }),
    );

/** Every matching there is, for a handful of people. */
function bestByHand({ size, from, to, weight }: Edges, maxCardinality: boolean) {
  const taken = new Set<number>();
  let best = { cardinality: 0, total: 0 };
  const extend = (edge: number, cardinality: number, total: number) => {
    if (maxCardinality && cardinality !== best.cardinality ? cardinality > best.cardinality : total > best.total) {
      best = { cardinality, total };
    }
    for (let e = edge; e < weight.length && cardinality < size >> 1; e += 1) {
      const [a = 0, b = 0, w = 0] = [from[e], to[e], weight[e]];
      if (taken.has(a) || taken.has(b)) continue;
      taken.add(a).add(b);
      extend(e + 1, cardinality + 1, total + w);
      taken.delete(a);
      taken.delete(b);
    }
  };
  extend(0, 0, 0);
  return best;
}

describe('matchExactly', () => {
  test('weighs as much as the matchings of networkx, on graphs of up to 60', { timeout: 120_000 }, () => {
    const asked = fc.sample(questions(60), 400);
    const answers = askNetworkx(asked);
    expect(answers).toHaveLength(asked.length);
    for (const [n, { edges, maxCardinality }] of asked.entries()) {
      const matching = matchExactly(edges, { maxCardinality });
      const { total, cardinality } = answers[n] ?? {};
      const ours = { total: matching.total, ...(maxCardinality && { cardinality: matching.cardinality }) };
      expect(ours, JSON.stringify(asked[n])).toEqual({ total, ...(maxCardinality && { cardinality }) });
    }
  });

  test('finds the best of all matchings, and proves it, among a handful of people', () => {
    fc.assert(
      fc.property(questions(8), ({ edges, maxCardinality }) => {
        const matching = matchExactly(edges, { maxCardinality });
        const best = bestByHand(edges, maxCardinality);
        expect(matching.total).toBe(best.total);
        if (maxCardinality) expect(matching.cardinality).toBe(best.cardinality);
        expect(whyNotBest(edges, matching, maxCardinality)).toBeUndefined();
      }),
    );
  });

  test('proves its matchings of some hundreds of people', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(questions(300), ({ edges, maxCardinality }) => {
        expect(whyNotBest(edges, matchExactly(edges, { maxCardinality }), maxCardinality)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  test('proves them where the edges tried first mislead: everybody is best liked by the same few', () => {
    for (const size of [120, 121]) {
      const edges = complete(size, (a, b) => (a + 1) * (b + 1));
      expect(whyNotBest(edges, matchExactly(edges, { maxCardinality: true }), true)).toBeUndefined();
    }
  });

  test('counts with weights as large as it says', () => {
    const large = 2 ** 50 / 10;
    const edges = complete(20, (a, b) => Math.floor(large - (a * 7 + b * 13) ** 2));
    expect(whyNotBest(edges, matchExactly(edges, { maxCardinality: true }), true)).toBeUndefined();
  });

  test('puts pairs before weight only when asked', () => {
    const chain = {
      size: 4,
      from: Int32Array.of(0, 1, 2),
      to: Int32Array.of(1, 2, 3),
      weight: Float64Array.of(1, 9, 1),
    };
    expect(matchExactly(chain).mate).toEqual(Int32Array.of(-1, 2, 1, -1));
    expect(matchExactly(chain, { maxCardinality: true }).mate).toEqual(Int32Array.of(1, 0, 3, 2));
  });

  test('has nothing to say about nobody', () => {
    const nobody = { size: 0, from: new Int32Array(0), to: new Int32Array(0), weight: new Float64Array(0) };
    expect(matchExactly(nobody, { maxCardinality: true })).toMatchObject({ total: 0, cardinality: 0 });
  });
});

describe('whyNotBest', () => {
  const edges = complete(6, (a, b) => (a * b) % 7);
  const matching = matchExactly(edges, { maxCardinality: true });

  test('sees a matching that is not of most weight', () => {
    const mate = Int32Array.of(5, 4, 3, 2, 1, 0);
    const worse = { ...matching, mate, total: 0 + 4 + 6 };
    expect(matching.total).toBeGreaterThan(worse.total);
    expect(whyNotBest(edges, worse, true)).toMatch(/The duals come to/);
  });

  test('sees a partner who is not one, and a total that was made up', () => {
    expect(whyNotBest(edges, { ...matching, mate: Int32Array.of(1, 2, 0, -1, -1, -1) }, true)).toMatch(
      /has the partner/,
    );
    expect(whyNotBest(edges, { ...matching, total: matching.total + 1 }, true)).toMatch(/was said/);
  });

  test('sees duals that leave an edge uncovered', () => {
    const proof = { ...matching.proof, dual: matching.proof.dual.map((dual, v) => (v === 5 ? 0 : dual)) };
    expect(whyNotBest(edges, { ...matching, proof }, true)).toMatch(/is not covered/);
  });
});
