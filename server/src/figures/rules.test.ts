import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cell, enough, fewest, mayShow, quantile } from './rules.ts';

/** Divisions of visitors, who belong to one each, and of mentors, whom any of them may have visited. */
const figures: fc.Arbitrary<Cell[]> = fc
  .array(fc.tuple(fc.nat(12), fc.uniqueArray(fc.nat(9))), { maxLength: 7 })
  .map((divisions) =>
    divisions.map(([visitors, mentors], n) => ({
      division: `Division ${n}`,
      people: [
        new Set(Array.from({ length: visitors }, (_, visitor) => `visitor ${n} ${visitor}`)),
        new Set(visitors === 0 ? [] : mentors.map((mentor) => `mentor ${mentor}`)),
      ],
    })),
  );

const distinct = (cells: readonly Cell[], part: number) =>
  new Set(cells.flatMap((cell) => [...(cell.people[part] ?? [])])).size;

test('no figure that is shown speaks of fewer than five, whichever part they had in it', () => {
  fc.assert(
    fc.property(figures, (cells) => {
      const { whole, divisions } = mayShow(cells);
      for (const part of [0, 1]) {
        if (whole) expect(distinct(cells, part)).toBeGreaterThanOrEqual(fewest);
        for (const cell of cells.filter(({ division }) => divisions.has(division))) {
          expect(distinct([cell], part)).toBeGreaterThanOrEqual(fewest);
        }
      }
    }),
  );
});

test('nor does what is left of the whole when everything shown is taken away', () => {
  fc.assert(
    fc.property(figures, (cells) => {
      const { whole, divisions } = mayShow(cells);
      const left = cells.filter(({ division }) => !divisions.has(division));
      const visitors = distinct(left, 0);
      if (whole && visitors > 0) {
        expect(visitors).toBeGreaterThanOrEqual(fewest);
        expect(distinct(left, 1)).toBeGreaterThanOrEqual(fewest);
      }
      if (!whole) expect(divisions.size).toBe(0);
    }),
  );
});

test('a single small division takes the smallest other one with it, and no more than that', () => {
  const cell = (division: string, n: number): Cell => ({
    division,
    people: [new Set(Array.from({ length: n }, (_, at) => `${division} ${at}`))],
  });
  const { whole, divisions } = mayShow([cell('A', 20), cell('B', 9), cell('C', 6), cell('D', 2)]);
  expect({ whole, divisions }).toEqual({ whole: true, divisions: new Set(['A', 'B']) });
  expect(mayShow([cell('A', 20), cell('B', 9), cell('none', 0)]).divisions).toEqual(new Set(['A', 'B']));
  expect(mayShow([cell('A', 3), cell('B', 3)])).toEqual({ whole: true, divisions: new Set() });
});

test('a figure is not shown where another figure less this one would speak of a few', () => {
  const people = (n: number) => new Set(Array.from({ length: n }, (_, at) => `${at}`));
  expect(enough([{ division: 'A', people: [people(6)], rest: [people(1)] }])).toBe(false);
  expect(enough([{ division: 'A', people: [people(6)], rest: [people(0)] }])).toBe(true);
  expect(enough([{ division: 'A', people: [people(6)], rest: [people(5)] }])).toBe(true);
  expect(enough([{ division: 'A', people: [people(6), people(6)], rest: [people(5), people(1)] }])).toBe(false);
});

test('a quantile is one of the values, with so many at or below it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { minLength: 1 }), fc.constantFrom(0.5, 0.9), (values, share) => {
      const at = quantile(values, share);
      expect(values).toContain(at);
      expect(values.filter((value) => value <= at).length).toBeGreaterThanOrEqual(share * values.length - 1e-9);
      expect(values.filter((value) => value < at).length).toBeLessThan(share * values.length + 1e-9);
    }),
  );
});
