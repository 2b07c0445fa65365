import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PastTurn, pastVisits } from './history.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 2, 9) + minute * 60_000);

/** Asked, went in (`null`: never did), was over; in minutes. */
const turn = (asked: number, inside: number | null, ended: number, knocked = false): PastTurn => ({
  askedAt: at(asked),
  insideAt: inside === null ? null : at(inside),
  endedAt: at(ended),
  knocked,
});

test('visits, the gaps while somebody waited, and what each waited for', () => {
  const first = turn(0, 0, 20);
  const leaver = turn(2, null, 10);
  const second = turn(5, 21, 31);
  const third = turn(12, 33, 40);
  const walkedIn = turn(60, 60, 65);
  expect(pastVisits([walkedIn, third, leaver, second, first])).toEqual([
    { lasted: 20, gap: null, wait: null },
    { lasted: 10, gap: 1, wait: { place: 2, insideFor: 5, known: 0, before: 0, lasted: 16 } },
    { lasted: 7, gap: 2, wait: { place: 2, insideFor: 12, known: 0, before: 1, lasted: 21 } },
    { lasted: 5, gap: null, wait: null },
  ]);
});

test('a knock that was answered tells of no line', () => {
  const [, knocked] = pastVisits([turn(0, 0, 10), turn(3, 12, 20, true)]);
  expect(knocked).toEqual({ lasted: 8, gap: 2, wait: null });
});

test('the order in which turns are read makes no difference, and nothing is negative', () => {
  const minute = fc.integer({ min: 0, max: 300 });
  const any = fc
    .uniqueArray(minute, { minLength: 3, maxLength: 3 })
    .chain((minutes) => fc.boolean().map((went) => [minutes.toSorted((a, b) => a - b), went] as const))
    .map(([[asked = 0, inside = 0, ended = 0], went]) => turn(asked, went ? inside : null, ended));
  const turns = fc.uniqueArray(any, { maxLength: 12, selector: ({ askedAt, insideAt }) => `${insideAt ?? askedAt}` });
  fc.assert(
    fc.property(turns, (turns) => {
      const visits = pastVisits(turns);
      expect(pastVisits(turns.toReversed())).toEqual(visits);
      expect(visits.length).toBe(turns.filter((each) => each.insideAt).length);
      for (const { lasted, gap, wait } of visits) {
        expect(Math.min(lasted, gap ?? 0, wait?.lasted ?? 0, wait?.before ?? 0)).toBeGreaterThanOrEqual(0);
        expect(wait?.place ?? 1).toBeGreaterThanOrEqual(1);
      }
    }),
  );
});
