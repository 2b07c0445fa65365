import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { bestOfAll, idOf, mayPair, mostPairs, rounds } from './fixtures/rounds.ts';
import { pairRound } from './index.ts';
import { permittedEdges } from './permitted-edges.ts';
import type { PairingPerson, Round } from './round.ts';

// Much to compute, on machines of any speed.
vi.setConfig({ testTimeout: 60_000 });

const onlyPairs = fc.constant('pair' as const);
const seeds = fc.nat(0x7fffffff);

const twos = (people: readonly string[]) => people.flatMap((a, at) => people.slice(at + 1).map((b) => [a, b] as const));
const idsOf = ({ people }: Round) => people.map(({ id }) => id);

describe('a round of pairs', () => {
  test('leaves as few over as the rules permit', () => {
    fc.assert(
      fc.property(rounds(onlyPairs), seeds, (told, seed) => {
        const ids = idsOf(told);
        const { waiting } = pairRound(told, { seed });
        const fewest = ids.length - 2 * mostPairs(told, ids);
        if (ids.length % 2 === 0) expect(waiting.length).toBe(fewest);
        else expect(waiting.length).toBe(Math.min(fewest, fewestWithTrio(told, ids)));
      }),
      { numRuns: 200 },
    );
  });

  test('finds the one trio that leaves nobody over', () => {
    const told = {
      ...empty,
      people: [0, 1, 2, 3, 4].map((n) => ({
        ...plain,
        id: `person-${n}`,
        languages: n === 4 ? ['de'] : n === 1 ? ['de', 'en'] : ['en'],
        trioLast: n < 3,
      })),
    };
    for (let seed = 0; seed < 50; seed += 1) expect(pairRound(told, { seed }).waiting).toEqual([]);
  });

  test('of an even number is the heaviest there is, and its private part costs nothing of that', () => {
    const even = rounds(onlyPairs, 8).filter(({ people }) => people.length % 2 === 0);
    fc.assert(
      fc.property(even, seeds, (told, seed) => {
        const weights = new Map(
          [...permittedEdges(told, seed)].map(([a, b, weight]) => [[a, b].sort().join(), weight]),
        );
        const best = bestOfAll(
          idsOf(told),
          { pairs: 0, weight: 0 },
          (sum, a, b) => {
            const weight = weights.get([a, b].sort().join());
            return weight === undefined ? undefined : { pairs: sum.pairs + 1, weight: sum.weight + weight };
          },
          (one, other) => one.pairs > other.pairs || (one.pairs === other.pairs && one.weight > other.weight),
        );
        const drawn = pairRound(told, { seed });
        expect(drawn.total).toBeCloseTo(best.weight, 6);
        expect(drawn.exact).toBe(true);
        expect(drawn.bound).toBeCloseTo(best.weight, 6);
      }),
      { numRuns: 200 },
    );
  });

  test('leaves nobody over who was left over the last time, if that can be', () => {
    const even = rounds(onlyPairs, 8).filter(({ people }) => people.length % 2 === 0);
    fc.assert(
      fc.property(even, seeds, (told, seed) => {
        const first = new Set(told.people.filter(({ leftOverLast }) => leftOverLast).map(({ id }) => id));
        const seen = (id: string) => (first.has(id) ? 1 : 0);
        const best = bestOfAll(
          idsOf(told),
          { pairs: 0, first: 0 },
          (sum, a, b) =>
            mayPair(told, a, b) ? { pairs: sum.pairs + 1, first: sum.first + seen(a) + seen(b) } : undefined,
          (one, other) => one.pairs > other.pairs || (one.pairs === other.pairs && one.first > other.first),
        );
        const { waiting } = pairRound(told, { seed });
        expect(waiting.filter((id) => first.has(id)).length).toBe(first.size - best.first);
      }),
      { numRuns: 200 },
    );
  });

  test('of an odd number makes one trio, not of those who sat in the last one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.nat(20), seeds, (half, spared, seed) => {
        const size = 2 * half + 1;
        const people = Array.from({ length: size }, (_, n) => ({ ...plain, id: idOf(n), trioLast: n >= 3 + spared }));
        const { tables, waiting } = pairRound({ ...empty, people }, { seed });
        const trio = tables.filter((table) => table.people.length === 3);
        expect([waiting.length, trio.length]).toEqual([0, 1]);
        const again = trio
          .flatMap((table) => table.people)
          .filter((id) => people.find((one) => one.id === id)?.trioLast);
        expect(again).toEqual([]);
      }),
    );
  });

  test('of an odd number puts those in the trio who do not mind', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), seeds, (half, seed) => {
        const people = Array.from({ length: 2 * half + 1 }, (_, n): PairingPerson => {
          return { ...plain, id: idOf(n), tableSize: n < 3 ? 'either' : 'pair' };
        });
        const trio = pairRound({ ...empty, people }, { seed }).tables.find((table) => table.people.length === 3);
        expect(trio?.people.toSorted()).toEqual([0, 1, 2].map(idOf));
      }),
    );
  });
});

function fewestWithTrio(told: Round, ids: readonly string[]): number {
  const trios = ids.flatMap((a, at) => twos(ids.slice(at + 1)).map(([b, c]) => [a, b, c]));
  const left = trios
    .filter((trio) => twos(trio).every(([a, b]) => mayPair(told, a, b)))
    .map((trio) => ids.filter((id) => !trio.includes(id)));
  return Math.min(Number.POSITIVE_INFINITY, ...left.map((rest) => rest.length - 2 * mostPairs(told, rest)));
}

const plain: PairingPerson = {
  id: '',
  offers: [],
  wants: [],
  interests: [],
  languages: ['en'],
  tableSize: 'pair',
  leftOverLast: false,
  trioLast: false,
};
const empty: Round = {
  on: '2026-11-22',
  preset: 'Mix across the institution',
  weights: {},
  repeatWindowDays: 90,
  supervisorsMay: false,
  people: [],
  blocks: [],
  met: [],
  supervisions: [],
};
