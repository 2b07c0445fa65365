import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PastVisit, Waits } from './estimate.ts';
import { mentors, waitsAt } from './fixtures/lines.ts';

const lasted = fc.double({ min: 0.5, max: 90, noNaN: true });
const gap = fc.option(fc.double({ min: 0, max: 15, noNaN: true }));
const pastVisit = fc.record({ lasted, gap });

/** Visits as a door has them: whoever waited did so at some place, for as long as the visits between then and theirs. */
const past = fc.array(pastVisit, { minLength: 5, maxLength: 30 }).map((visits) =>
  visits.map((visit, n): PastVisit => {
    if (visit.gap === null || n === 0) return { ...visit, wait: null };
    const before = visits[n - 1];
    const [insideFor, rest] = [(before?.lasted ?? 0) / 3, (2 * (before?.lasted ?? 0)) / 3];
    return { ...visit, wait: { place: 1, insideFor, known: n - 1, before: 0, lasted: rest + visit.gap } };
  }),
);
const insideFor = fc.option(fc.double({ min: 0, max: 120, noNaN: true }));
const place = fc.integer({ min: 1, max: 9 });

describe('what is told of a wait', () => {
  test('is never less for a place further back', () => {
    fc.assert(
      fc.property(past, insideFor, place, (past, insideFor, place) => {
        const waits = Waits.of(past);
        const [here, behind] = [place, place + 1].map((place) => waits.estimate({ place, insideFor }));
        if (!here || !behind) return;
        expect(behind.from).toBeGreaterThanOrEqual(here.from);
        expect(behind.to).toBeGreaterThanOrEqual(here.to);
      }),
      { numRuns: 60 },
    );
  });

  test('is the same for the same visits, in steps of five minutes, and a range', () => {
    fc.assert(
      fc.property(past, insideFor, place, (past, insideFor, place) => {
        const range = Waits.of(past).estimate({ place, insideFor });
        expect(Waits.of(past).estimate({ place, insideFor })).toEqual(range);
        if (!range) return;
        expect([range.from % 5, range.to % 5]).toEqual([0, 0]);
        expect(range.from).toBeGreaterThanOrEqual(0);
        expect(range.to).toBeGreaterThan(range.from);
      }),
      { numRuns: 60 },
    );
  });

  test('is never less than the shortest there is: each visit before one’s own, where all lasted the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 40 }), fc.integer({ min: 12, max: 30 }), place, (minutes, count, place) => {
        const same = Array.from({ length: count }, () => ({ lasted: minutes, gap: 1, wait: null }));
        const range = Waits.of(same).estimate({ place, insideFor: 0 });
        // Half a visit less: somebody before them may leave, and no two visits are quite the same.
        if (range) expect(range.to).toBeGreaterThanOrEqual(minutes * (place - 0.5));
      }),
      { numRuns: 60 },
    );
  });

  test('is less, the longer the visit under way has lasted, where all last about as long', () => {
    const steady = waitsAt(mentors['steady'] ?? expect.fail('no such mentor'), 3).at(-1)?.past ?? [];
    const waits = Waits.of(steady);
    const [early, late] = [2, 15].map((insideFor) => waits.estimate({ place: 1, insideFor }) ?? expect.fail('nothing'));
    expect(late?.to).toBeLessThan(early?.to ?? 0);
    expect(late?.from).toBeLessThan(early?.from ?? 0);
  });
});

describe('it is hard to say', () => {
  const visits = (...minutes: number[]): PastVisit[] => minutes.map((lasted) => ({ lasted, gap: 1, wait: null }));

  test('before five visits', () => {
    expect(Waits.of(visits(20, 20, 20, 20)).estimate({ place: 1, insideFor: 5 })).toBeNull();
    expect(Waits.of(visits(20, 20, 20, 20, 20)).estimate({ place: 1, insideFor: 5 })).not.toBeNull();
  });

  test('where visits last a minute or two hours', () => {
    const odd = Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? 2 : 100));
    expect(Waits.of(visits(...odd)).estimate({ place: 2, insideFor: 1 })).toBeNull();
  });

  test('for those far back in a line, and for no place', () => {
    const waits = Waits.of(visits(20, 20, 20, 20, 20, 20));
    expect(waits.estimate({ place: 11, insideFor: 5 })).toBeNull();
    expect(waits.estimate({ place: 0, insideFor: 5 })).toBeNull();
  });
});

test('two hundred waits at the doors of mentors of two kinds: most begin within what was told', () => {
  for (const kind of ['steady', 'drifting over weeks']) {
    const waits = waitsAt(mentors[kind] ?? expect.fail('no such mentor'), 5).filter(({ past }) => past.length >= 5);
    const told = waits.flatMap(({ past, standing, began }) => {
      const range = Waits.of(past).estimate(standing);
      return range ? [range.from <= began && began <= range.to] : [];
    });
    expect(told.length).toBeGreaterThan(waits.length / 2);
    expect(told.filter(Boolean).length / told.length).toBeGreaterThan(0.7);
  }
});
