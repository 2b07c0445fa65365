import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { idOf, mayPair, person, rounds } from './fixtures/rounds.ts';
import { pairRound } from './index.ts';
import { permittedEdges } from './permitted-edges.ts';
import type { PairingPerson, Round } from './round.ts';

// Much to compute, on machines of any speed.
vi.setConfig({ testTimeout: 60_000 });

const anySize = fc.constantFrom('pair', 'pair', 'small', 'either');
const seeds = fc.nat(0x7fffffff);

const twos = (people: readonly string[]) => people.flatMap((a, at) => people.slice(at + 1).map((b) => [a, b] as const));
const idsOf = ({ people }: Round) => people.map(({ id }) => id);
const without = (told: Round, key: keyof PairingPerson): Round => ({
  ...told,
  people: told.people.map((one) => ({ ...one, [key]: undefined })),
});

function keepsTheRules(told: Round, seed: number) {
  const { tables, waiting } = pairRound(told, { seed });
  for (const { people } of tables) {
    expect(people.length).toBeGreaterThan(1);
    for (const [a, b] of twos(people)) expect(mayPair(told, a, b)).toBe(true);
  }
  expect([...tables.flatMap(({ people }) => people), ...waiting].sort()).toEqual(idsOf(told).sort());
}

describe('any round', () => {
  test('breaks no hard rule, and everybody sits at one table or waits', () => {
    fc.assert(fc.property(rounds(anySize, 14), seeds, keepsTheRules), { numRuns: 300 });
  });

  test('breaks no hard rule when one more person comes', () => {
    fc.assert(
      fc.property(rounds(anySize), person, seeds, (told, late, seed) => {
        const newcomer = { ...told.people[0], ...late, id: idOf(told.people.length) } as PairingPerson;
        keepsTheRules({ ...told, people: [...told.people, ...(told.people[0] ? [newcomer] : [])] }, seed);
      }),
    );
  });

  test('is drawn the same again from its seed, in whatever order people are listed', () => {
    fc.assert(
      fc.property(rounds(anySize), seeds, (told, seed) => {
        const drawn = pairRound(told, { seed });
        expect(pairRound(structuredClone(told), { seed })).toEqual(drawn);
        expect(pairRound({ ...told, people: told.people.toReversed(), met: told.met.toReversed() }, { seed })).toEqual(
          drawn,
        );
      }),
    );
  });

  test('keeps to the size of table people like', () => {
    fc.assert(
      fc.property(rounds(anySize, 14), seeds, (told, seed) => {
        const likes = new Map(told.people.map(({ id, tableSize }) => [id, tableSize]));
        const { tables } = pairRound(told, { seed });
        const small = tables.filter(({ people }) => people.length > 2).map(({ people }) => people);
        expect(small.filter((people) => people.some((id) => likes.get(id) === 'pair')).length).toBeLessThan(2);
        for (const { people } of tables) {
          expect(people.length).toBeLessThanOrEqual(people.some((id) => likes.get(id) === 'pair') ? 3 : 4);
          expect(people.length === 2 && people.some((id) => likes.get(id) === 'small')).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('says the same, and shows the same numbers, whatever anybody said of themselves in private', () => {
    fc.assert(
      fc.property(rounds(anySize), seeds, (told, seed) => {
        const silent = without(told, 'likeness');
        expect([...permittedEdges(told, seed)]).toEqual([...permittedEdges(silent, seed)]);
        const [drawn, other] = [pairRound(told, { seed }), pairRound(silent, { seed })];
        expect(drawn.policyVersion).toBe(other.policyVersion);
        const tableOf = new Map(other.tables.map((table) => [table.people.join(), table]));
        for (const table of drawn.tables) {
          const same = tableOf.get(table.people.join());
          if (same) expect(table).toEqual(same);
        }
        const seatings = [drawn, other].map(({ tables }) => JSON.stringify(tables.map(({ people }) => people)));
        const sameTables =
          tableOf.size === drawn.tables.length && drawn.tables.every(({ people }) => tableOf.has(people.join()));
        if (sameTables) expect(seatings[0]).toBe(seatings[1]);
        expect(JSON.stringify(drawn)).not.toMatch(/likeness|generation|faith|first|second/);
      }),
    );
  });
});
