import type { EncounterId } from '@ajar/shared';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shippedStarters, starterAt } from './starters.ts';

const sets = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 30 });
const ids = fc.uuid().map((id) => id as EncounterId);

test('each starter comes once before any comes again, in an order that does not depend on how they are listed', () => {
  fc.assert(
    fc.property(sets, ids, (set, coffee) => {
      const order = set.map((_, turn) => starterAt(set, coffee, turn));
      expect(new Set(order)).toEqual(new Set(set));
      expect(set.map((_, turn) => starterAt([...set].reverse(), coffee, turn))).toEqual(order);
      expect(starterAt(set, coffee, set.length)).toBe(order[0]);
    }),
  );
});

test('two dozen and more ship, each a question, none twice', () => {
  expect(shippedStarters.length).toBeGreaterThanOrEqual(24);
  expect(new Set(shippedStarters).size).toBe(shippedStarters.length);
  for (const text of shippedStarters) expect(text).toMatch(/^[A-Z].{10,198}\?$/);
});
