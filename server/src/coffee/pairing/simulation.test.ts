import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { fairnessAfter } from '../fairness.ts';
import { pairRound, round, simulateWeeks } from './index.ts';

// Much to compute, on machines of any speed.
vi.setConfig({ testTimeout: 60_000 });

test('keeps its promises over twenty weeks of about two hundred people, which a plain shuffle does not', () => {
  // Of 285 people 199 are there on average: an odd number every other week, and people get into trios again.
  const [ours, others] = simulateWeeks({ people: 285 });
  expect(ours).toMatchObject({
    method: 'Ajar',
    repeatedPairs: 0,
    forbiddenPairs: 0,
    leftOverTwice: 0,
    leftOver: 0,
    trioTooSoon: 0,
  });
  expect(others?.repeatedPairs).toBeGreaterThan(20);
  expect(others?.forbiddenPairs).toBeGreaterThan(0);
  expect(ours?.trios).toBeGreaterThan(5);
  expect(others?.trioTooSoon).toBeGreaterThan(0);
  expect(ours?.meanScore).toBeGreaterThan(1.15 * (others?.meanScore ?? 1));
});

test('keeps them in a programme of any size, for as long as there is anybody new to meet', () => {
  fc.assert(
    fc.property(fc.integer({ min: 24, max: 40 }), fc.nat(1000), (people, seed) => {
      const [ours] = simulateWeeks({ people, weeks: 6, seed });
      expect(ours).toMatchObject({ repeatedPairs: 0, forbiddenPairs: 0, leftOverTwice: 0, trioTooSoon: 0 });
    }),
    { numRuns: 20 },
  );
});

test('leaves nobody over twice in a row where somebody has to be left over each time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.nat(), (some, others, seed) => {
      const speaking = (language: string, of: number) =>
        Array.from({ length: 2 * of + 1 }, (_, n) => ({ id: `${language}-${n}`, languages: [language] }));
      let told = round.parse({
        on: '2026-11-22',
        repeatWindowDays: 0,
        people: [...speaking('de', some), ...speaking('fr', others)],
      });
      let last: string[] = [];
      for (let week = 0; week < 12; week += 1) {
        const pairing = pairRound(told, { seed: seed + week });
        expect(pairing.waiting.length).toBe(2);
        expect(pairing.waiting.filter((id) => last.includes(id))).toEqual([]);
        last = pairing.waiting;
        const stands = new Map(fairnessAfter(told, pairing, new Map()).map((one) => [one.id, one]));
        const people = told.people.map((one) => ({ ...one, leftOverLast: stands.get(one.id)?.leftOverLast ?? false }));
        told = { ...told, people };
      }
    }),
    { numRuns: 30 },
  );
});
