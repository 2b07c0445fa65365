import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Fairness, fairnessAfter } from './fairness.ts';
import { type Pairing, type Round, round } from './pairing/round.ts';

const roundOf = (ids: string[]): Round =>
  round.parse({ on: '2026-11-22', people: ids.map((id) => ({ id })), blocks: [], met: [] });

const pairingOf = (trio: string[], waiting: string[]): Pairing => ({
  seed: 1,
  policyVersion: 'test',
  tables: [{ people: trio, weight: 0, reasons: {}, weighed: [] }],
  waiting,
  total: 0,
  exact: true,
  bound: null,
});

test('who has been in a trio stays marked until everybody has, and then all begin anew but the last three', () => {
  const groups = fc.integer({ min: 3, max: 9 });
  fc.assert(
    fc.property(groups, fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 }), (size, choices) => {
      const ids = Array.from({ length: size }, (_, n) => `p${n}`);
      let stood = new Map<string, Fairness>();
      for (const choice of choices) {
        const trio = [0, 1, 2].map((n) => `p${(choice + n) % size}`);
        const marked = new Set([...trio, ...ids.filter((id) => stood.get(id)?.trioThisTurn)]);
        stood = new Map(fairnessAfter(roundOf(ids), pairingOf(trio, []), stood).map((one) => [one.id, one]));
        const now = ids.filter((id) => stood.get(id)?.trioThisTurn);
        expect(new Set(now)).toEqual(marked.size === size ? new Set(trio) : marked);
        expect(ids.filter((id) => stood.get(id)?.trioLast).sort()).toEqual([...trio].sort());
      }
    }),
  );
});

test('who likes small tables is owed nothing for one, and who waited goes first', () => {
  const there = roundOf(['a', 'b', 'c', 'd']);
  const people = there.people.map((person) =>
    person.id === 'a' ? { ...person, tableSize: 'small' as const } : person,
  );
  const after = fairnessAfter({ ...there, people }, pairingOf(['a', 'b', 'c'], ['d']), new Map());
  expect(after.map(({ id, leftOverLast, trioLast }) => [id, leftOverLast, trioLast])).toEqual([
    ['a', false, false],
    ['b', false, true],
    ['c', false, true],
    ['d', true, false],
  ]);
});
