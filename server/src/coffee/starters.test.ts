import type { EncounterId } from '@ajar/shared';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shipped, shippedStarters, starterIn } from './shipped-starters.ts';
import { starterAt } from './starters.ts';

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

test('those that ship are there in each language, and one of a programme’s own is nobody’s to translate', () => {
  for (const [language, questions] of Object.entries(shipped)) {
    expect(new Set(questions).size).toBe(shippedStarters.length);
    for (const text of questions) expect(text, language).toMatch(/^.{10,198}\?$/);
  }
  expect(starterIn('What made you laugh lately?', 'fr')).toBe(
    'Qu’est-ce qui vous a fait rire ces derniers temps\u202f?',
  );
  expect(starterIn('What made you laugh lately?', 'en')).toBe('What made you laugh lately?');
  expect(starterIn('Which tram do you take?', 'fr')).toBe('Which tram do you take?');
});
