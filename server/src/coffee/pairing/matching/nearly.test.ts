import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { crowdOf } from '../crowd-of.ts';
import { rounds } from '../fixtures/rounds.ts';
import { PairingGraph } from '../graph.ts';
import { madePeople } from '../made-people.ts';
import { randomFrom } from '../random.ts';
import type { Round } from '../round.ts';
import type { Crowd } from './crowd.ts';
import { matchExactly } from './exact.ts';
import { complete } from './fixtures/graphs.ts';
import { seatLeftOver } from './left-over.ts';
import { matchNearly } from './nearly.ts';
import { Scan } from './scan.ts';

// Much to compute, on machines of any speed.
vi.setConfig({ testTimeout: 60_000 });

const small = fc.tuple(rounds(fc.constant('pair' as const), 40), fc.nat(0x7fffffff));
const made = fc
  .record({ size: fc.integer({ min: 1, max: 300 }), seed: fc.nat() })
  .map(({ size, seed }) => crowd(madePeople(size, randomFrom(seed)), seed));
const crowds = fc.oneof(
  small.map(([round, seed]) => crowd(round, seed)),
  made,
);

function crowd(round: Round, seed: number): Crowd {
  const graph = new PairingGraph(round, seed);
  return crowdOf(graph, [...new Int32Array(graph.size).keys()]);
}

describe('Scan', () => {
  test('finds every pair above its duals, from both sides, and says by how much', () => {
    fc.assert(
      fc.property(crowds, fc.nat(), (people, seed) => {
        const { size, weight, own } = people;
        const random = randomFrom(seed);
        const typical = size > 1 ? Math.max(0, weight(0, 1) || weight(0, size - 1) || 0) : 0;
        const dual = own.map((turn) => turn + Math.floor(random() * typical));
        const least = Float64Array.from({ length: size }, () => Math.floor((random() - 0.5) * typical));
        const found = new Map<number, number>();
        let times = 0;
        new Scan(people).forEach(dual, least, (a, b, above) => {
          times += 1;
          found.set(a * size + b, above);
        });
        const expected = new Map<number, number>();
        for (let a = 0; a < size; a += 1) {
          for (let b = 0; b < size; b += 1) {
            const above = a === b ? Number.NaN : weight(a, b) - (dual[a] ?? 0) - (dual[b] ?? 0);
            if (above > (least[a] ?? 0)) expected.set(a * size + b, above);
          }
        }
        expect(times).toBe(expected.size);
        expect([...expected].filter(([pair, above]) => found.get(pair) !== above)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('seatLeftOver', () => {
  test('seats two at a time, parts only pairs it seats again, and keeps every rule', () => {
    fc.assert(
      fc.property(made, fc.integer({ min: 1, max: 6 }), (people, many) => {
        const { size, weight } = people;
        const { mate } = matchNearly(people);
        const before = mate.slice();
        for (const one of [...mate.keys()].filter((person) => (mate[person] ?? -1) > person).slice(0, many)) {
          before[before[one] ?? -1] = -1;
          before[one] = -1;
        }
        const seated = before.slice();
        seatLeftOver(people, seated);
        const pairs = [...seated.entries()].filter(([, b]) => b >= 0);
        expect(pairs.filter(([a, b]) => seated[b] !== a || Number.isNaN(weight(a, b)))).toEqual([]);
        expect([...before.entries()].filter(([a, b]) => b >= 0 && (seated[a] ?? -1) < 0)).toEqual([]);
        const left = before.filter((b) => b < 0).length;
        if (left <= size / 20) expect(seated.filter((b) => b < 0).length).toBe(left % 2);
      }),
      { numRuns: 60 },
    );
  });
});

describe('matchNearly', () => {
  test('never pairs whom the rules forbid, leaves over as few as can be, and proves a bound', () => {
    fc.assert(
      fc.property(crowds, fc.constantFrom(1, 4), fc.constantFrom(7, 30, 1_000), (people, turns, together) => {
        const { size, weight } = people;
        const { mate, cardinality, total, bound, prices } = matchNearly(people, { turns, together });
        const pairs = [...mate.entries()].filter(([, b]) => b >= 0);
        expect(pairs.filter(([a, b]) => mate[b] !== a || Number.isNaN(weight(a, b)))).toEqual([]);
        const best = matchExactly(complete(size, weight), { maxCardinality: true });
        expect(cardinality).toBe(best.cardinality);
        expect(total).toBeLessThanOrEqual(best.total);
        expect(bound).toBeGreaterThanOrEqual(best.total);
        const dearer: [number, number][] = [];
        for (let a = 0; a < size; a += 1) {
          for (let b = 0; b < a; b += 1) if (weight(a, b) > (prices[a] ?? 0) + (prices[b] ?? 0)) dearer.push([a, b]);
        }
        expect(dearer).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  test('comes down to the best there is when it may take the time', () => {
    fc.assert(
      fc.property(crowds, (people) => {
        const best = matchExactly(complete(people.size, people.weight), { maxCardinality: true });
        const { total, bound } = matchNearly(people, { loss: 0, turns: 50 });
        expect([total, bound]).toEqual([best.total, best.total]);
      }),
      { numRuns: 40 },
    );
  });

  test('pairs people who may meet only one other each', () => {
    const round = madePeople(61, randomFrom(3));
    const people = round.people.map((person, n) => ({ ...person, languages: [`language ${n >> 1}`] }));
    expect(matchNearly(crowd({ ...round, people, blocks: [] }, 1)).cardinality).toBe(30);
  });

  test('loses hardly anything among thousands, and does the same again', () => {
    const people = crowd(madePeople(3_000, randomFrom(11)), 5);
    const { mate, cardinality, total, bound } = matchNearly(people);
    expect(cardinality).toBe(1_500);
    expect(total / bound).toBeGreaterThan(0.995);
    expect(matchNearly(people).mate).toEqual(mate);
  });

  test('pairs more people in parts than together, nobody left over, with a bound of them all', () => {
    const people = crowd(madePeople(2_001, randomFrom(12)), 5);
    const { cardinality, total, bound } = matchNearly(people, { together: 500 });
    const whole = matchNearly(people);
    expect(cardinality).toBe(1_000);
    expect(total).toBeLessThanOrEqual(whole.bound);
    expect(bound).toBeGreaterThanOrEqual(whole.total);
    expect(total / bound).toBeGreaterThan(0.9);
  });

  test('finds the only partner of somebody in another part', () => {
    const round = madePeople(400, randomFrom(3));
    const people = round.people.map((person, n) => ({
      ...person,
      languages: [`language ${n % 200}`],
      supervisor: null,
    }));
    expect(matchNearly(crowd({ ...round, people, blocks: [] }, 1), { together: 100 }).cardinality).toBe(200);
  });
});
