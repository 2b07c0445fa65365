import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockOf, isQuiet } from './quiet.ts';

const timeZone = 'Europe/Stockholm';
const clock = fc.nat(24 * 60 - 1).map((minute) => {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
});
const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });

test('a night over midnight is quiet, by the clock on the person’s own wall, also when the clocks change', () => {
  const night = { from: '21:00', to: '07:30', timeZone };
  // Sweden went forward on 29 March 2026 at 01:00 UTC.
  for (const [at, quiet] of [
    ['2026-03-28T19:59:00Z', false],
    ['2026-03-28T20:00:00Z', true],
    ['2026-03-29T05:29:00Z', true],
    ['2026-03-29T05:30:00Z', false],
    ['2026-03-29T18:59:00Z', false],
    ['2026-03-29T19:00:00Z', true],
  ] as const) {
    expect([at, isQuiet(night, new Date(at))]).toEqual([at, quiet]);
  }
});

test('at any instant either these hours are quiet or the others of the day', () => {
  fc.assert(
    fc.property(clock, clock, instant, (from, to, at) => {
      fc.pre(from !== to);
      expect(isQuiet({ from, to, timeZone }, at)).not.toBe(isQuiet({ from: to, to: from, timeZone }, at));
    }),
  );
});

test('from one time to the same is no time at all, and midnight is written 00:00', () => {
  fc.assert(
    fc.property(clock, instant, (from, at) => {
      expect(isQuiet({ from, to: from, timeZone }, at)).toBe(false);
    }),
  );
  expect(clockOf(new Date('2026-06-01T22:00:00Z'), timeZone)).toBe('00:00');
});
