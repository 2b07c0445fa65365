import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { rounds } from './fixtures/rounds.ts';
import { keptApart, pairRound, round, withoutPrivateWords } from './index.ts';

vi.setConfig({ testTimeout: 60_000 });

const salts = fc.option(fc.integer({ min: 0, max: 2 ** 31 - 1 }), { nil: undefined });

test('what a receipt keeps draws the same tables, by the same seed and salt', () => {
  fc.assert(
    fc.property(
      rounds(fc.constantFrom('pair', 'small', 'either')),
      fc.integer({ min: 0, max: 2 ** 31 - 1 }),
      salts,
      (drawn, seed, salt) => {
        const stored = round.parse(JSON.parse(JSON.stringify(withoutPrivateWords(drawn))));
        expect(pairRound(stored, { seed, salt })).toEqual(pairRound(drawn, { seed, salt }));
      },
    ),
    { numRuns: 60 },
  );
});

test('of a likeness a receipt keeps who is alike, and no word', () => {
  const likeness = (value: string, wanted = true) => ({ attribute: 'Faith', value, wanted });
  const stored = withoutPrivateWords(
    round.parse({
      on: '2026-11-22',
      people: [
        { id: 'a', likeness: likeness('Quaker') },
        { id: 'b', likeness: likeness(' quaker ') },
        { id: 'c', likeness: likeness('Quaker', false) },
        { id: 'd', likeness: likeness('Bahai') },
        { id: 'e' },
      ],
    }),
  );
  expect(JSON.stringify(stored)).not.toMatch(/faith|quaker|bahai/i);
  const [a, b, ...others] = stored.people.map((person) => person.likeness);
  expect(a).toMatchObject({ wanted: true });
  expect(b).toEqual(a);
  expect(others).toEqual([null, null, null]);
});

test('another salt draws other lots, and none is told apart by its seed', () => {
  const people = Array.from({ length: 20 }, (_, n) => ({ id: `p${n}` }));
  const drawn = round.parse({ on: '2026-11-22', people });
  const tables = (salt?: number) =>
    JSON.stringify(
      pairRound(drawn, { seed: 5, salt })
        .tables.map((table) => [...table.people].sort())
        .sort(),
    );
  expect(tables(1)).not.toBe(tables(2));
  expect(tables(1)).toBe(tables(1));
  expect(pairRound(drawn, { seed: 5, salt: 1 }).seed).toBe(5);
});

test('whom rules kept apart is counted for each rule by itself, and blocks change no count', () => {
  const some = {
    on: '2026-11-22',
    people: ['a', 'b', 'c', 'd'].map((id) => ({ id, languages: id === 'd' ? ['fr'] : ['en'] })),
    supervisions: [['a', 'b']],
    met: [
      { people: ['a', 'b'], on: '2026-11-20' },
      { people: ['a', 'c'], on: '2026-01-01' },
    ],
  };
  const counts = [
    { name: 'supervision', people: 2 },
    { name: 'metRecently', people: 2 },
    { name: 'noLanguageInCommon', people: 4 },
  ];
  expect(keptApart(round.parse(some))).toEqual(counts);
  expect(
    keptApart(
      round.parse({
        ...some,
        blocks: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      }),
    ),
  ).toEqual(counts);
  expect(keptApart(round.parse({ ...some, supervisorsMay: true }))[0]).toEqual({ name: 'supervision', people: 0 });
});
