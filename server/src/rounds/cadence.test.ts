import { type Cadence, cadence } from '@ajar/shared';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysBetween } from '../calendar/index.ts';
import { turnsOf } from './cadence.ts';

const days = (first: string, step: number, count: number) =>
  Array.from({ length: count }, (_, n) => {
    const at = new Date(`${first}T12:00Z`);
    return new Date(at.getTime() + n * step * 24 * 3_600_000).toISOString().slice(0, 10);
  });
const never = () => false;
const tuesdays = days('2026-03-03', 7, 9);

test.each<[Cadence, number[]]>([
  ['every', [0, 1, 2, 3, 4, 5, 6, 7, 8]],
  ['weekly', [0, 1, 2, 3, 4, 5, 6, 7, 8]],
  ['fortnightly', [0, 2, 4, 6, 8]],
  ['monthly', [0, 4, 8]],
  ['once', [0]],
])('in a weekly round, %s means these', (each, turns) => {
  expect(turnsOf(each, null, tuesdays, never)).toEqual(turns.map((n) => tuesdays[n]));
});

test('a turn that is sat out moves to the next time, and the cadence goes on from there', () => {
  const out = (on: string) => on === tuesdays[2];
  expect(turnsOf('fortnightly', null, tuesdays, out)).toEqual([0, 3, 5, 7].map((n) => tuesdays[n]));
  expect(turnsOf('monthly', tuesdays[0] ?? null, tuesdays.slice(1), never)).toEqual([4, 8].map((n) => tuesdays[n]));
});

test('who wanted to come once and sits it out is not expected another time', () => {
  expect(turnsOf('once', null, tuesdays, (on) => on === tuesdays[0])).toEqual([]);
});

test('turns are never closer than the cadence, never sat out, and never missed while one is due', () => {
  const least: Record<Cadence, number> = {
    once: Number.POSITIVE_INFINITY,
    every: 0,
    weekly: 7,
    fortnightly: 14,
    monthly: 28,
  };
  const steps = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.constantFrom(...cadence.options), steps, fc.array(fc.nat(20)), (each, gaps, sat) => {
      let at = 0;
      const dates = gaps.map((gap) => {
        at += gap;
        return days('2026-01-01', at, 2)[1] ?? '';
      });
      const out = (on: string) => sat.includes(dates.indexOf(on));
      const turns = turnsOf(each, null, dates, out);
      expect(turns.some(out)).toBe(false);
      for (const [n, turn] of turns.entries()) {
        const before = turns[n - 1];
        if (before) expect(daysBetween(before, turn)).toBeGreaterThanOrEqual(least[each]);
      }
      if (each === 'once') return;
      for (const on of dates.filter((date) => !turns.includes(date) && !out(date))) {
        const before = turns.filter((turn) => turn < on).at(-1);
        expect(before && daysBetween(before, on)).toBeLessThan(least[each]);
      }
    }),
  );
});
