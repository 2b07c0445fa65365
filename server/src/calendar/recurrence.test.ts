import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOf, daysBetween, timesAfter } from './recurrence.ts';

const iso = (times: Date[]) => times.map((at) => at.toISOString());
const weekly = { rule: 'FREQ=WEEKLY;BYDAY=SU', timeZone: 'Europe/Stockholm' };

describe('a round over a change of clocks', () => {
  test('keeps its local time when the clocks go forward, and when they go back', () => {
    const stockholm = { ...weekly, startsAt: '2026-03-22T12:30' };
    expect(iso(timesAfter(stockholm, new Date('2026-03-20T00:00Z'), 3))).toEqual([
      '2026-03-22T11:30:00.000Z',
      '2026-03-29T10:30:00.000Z',
      '2026-04-05T10:30:00.000Z',
    ]);
    const toronto = { rule: 'FREQ=WEEKLY;BYDAY=SU', timeZone: 'America/Toronto', startsAt: '2026-10-25T12:30' };
    expect(iso(timesAfter(toronto, new Date('2026-10-24T00:00Z'), 2))).toEqual([
      '2026-10-25T16:30:00.000Z',
      '2026-11-01T17:30:00.000Z',
    ]);
  });

  test('at a time that the clocks skip, it takes place an hour later by the clock, and the week after at its time', () => {
    const times = timesAfter({ ...weekly, startsAt: '2026-03-22T02:30' }, new Date('2026-03-23T00:00Z'), 2);
    expect(iso(times)).toEqual(['2026-03-29T01:30:00.000Z', '2026-04-05T00:30:00.000Z']);
    const toronto = { rule: 'FREQ=DAILY', timeZone: 'America/Toronto', startsAt: '2026-03-07T02:30' };
    expect(iso(timesAfter(toronto, new Date('2026-03-07T12:00Z'), 2))).toEqual([
      '2026-03-08T07:30:00.000Z',
      '2026-03-09T06:30:00.000Z',
    ]);
  });

  test('at a time that comes twice, it takes place once: the first', () => {
    const toronto = { rule: 'FREQ=WEEKLY;BYDAY=SU', timeZone: 'America/Toronto', startsAt: '2026-10-25T01:30' };
    expect(iso(timesAfter(toronto, new Date('2026-10-31T00:00Z'), 2))).toEqual([
      '2026-11-01T05:30:00.000Z',
      '2026-11-08T06:30:00.000Z',
    ]);
    // Asked in the hour between the two, and on the second of them.
    for (const asked of ['2026-11-01T05:45Z', '2026-11-01T06:29:59Z', '2026-11-01T06:30Z']) {
      expect(iso(timesAfter(toronto, new Date(asked), 1))).toEqual(['2026-11-08T06:30:00.000Z']);
    }
  });
});

test('fortnightly and monthly rules keep their weekday', () => {
  const fortnightly = { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', timeZone: 'UTC', startsAt: '2026-11-24T12:30' };
  expect(timesAfter(fortnightly, new Date('2026-11-01T00:00Z'), 3).map((at) => dateOf(at, 'UTC'))).toEqual([
    '2026-11-24',
    '2026-12-08',
    '2026-12-22',
  ]);
  const monthly = { rule: 'FREQ=MONTHLY;BYDAY=-1TU', timeZone: 'Pacific/Auckland', startsAt: '2026-11-01T09:00' };
  expect(timesAfter(monthly, new Date('2026-11-01T00:00Z'), 3).map((at) => dateOf(at, 'Pacific/Auckland'))).toEqual([
    '2026-11-24',
    '2026-12-29',
    '2027-01-26',
  ]);
});

test('a rule that is over has no next time', () => {
  const twice = { rule: 'FREQ=DAILY;COUNT=2', timeZone: 'UTC', startsAt: '2026-11-24T12:30' };
  expect(timesAfter(twice, new Date('2026-11-24T12:30Z'), 9)).toHaveLength(1);
  expect(timesAfter(twice, new Date('2026-11-25T12:30Z'), 9)).toEqual([]);
});

test.each([
  [{ rule: 'FREQ=HOURLY' }, /^rule: FREQ/],
  [{ rule: 'FREQ=WEEKLY;BYHOUR=3' }, /^rule: BYHOUR/],
  [{ rule: 'FREQ=WEEKLY;BYDAY=XX' }, /^rule: /],
  [{ rule: 'FREQ=WEEKLY;INTERVAL=0' }, /^rule: /],
  [{ rule: 'nonsense' }, /^rule: /],
  [{ startsAt: '2026-13-40T12:30' }, /^startsAt: /],
  [{ timeZone: 'Europe/Atlantis' }, /^timeZone: /],
  [{ timeZone: '+02:00' }, /^timeZone: /],
])('%j is refused by the name of its field', (wrong, words) => {
  const given = { rule: 'FREQ=WEEKLY', startsAt: '2026-11-24T12:30', timeZone: 'UTC', ...wrong };
  expect(() => timesAfter(given, new Date(), 1)).toThrow(
    expect.objectContaining({ message: expect.stringMatching(words) }),
  );
});

const anyRound = fc.record({
  rule: fc.constantFrom(
    'FREQ=DAILY',
    'FREQ=WEEKLY',
    'FREQ=WEEKLY;INTERVAL=2',
    'FREQ=WEEKLY;BYDAY=SU,WE',
    'FREQ=MONTHLY;BYDAY=1SU',
  ),
  timeZone: fc.constantFrom(
    'Europe/Stockholm',
    'America/Toronto',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Africa/Casablanca',
    'UTC',
  ),
  startsAt: fc
    .record({ hour: fc.nat(23), minute: fc.constantFrom('00', '15', '30') })
    .map(({ hour, minute }) => `2026-01-0${(hour % 7) + 1}T${String(hour).padStart(2, '0')}:${minute}`),
});
const anyMoment = fc.date({ min: new Date('2025-12-01'), max: new Date('2028-01-01'), noInvalidDate: true });

test('each date has one time, always later than asked for, and asking from any moment in between gives the same', () => {
  fc.assert(
    fc.property(anyRound, anyMoment, fc.nat(100), (round, after, share) => {
      const times = timesAfter(round, after, 5);
      const dates = times.map((at) => dateOf(at, round.timeZone));
      expect(new Set(dates).size).toBe(times.length);
      let before = after;
      times.forEach((at, n) => {
        expect(at.getTime()).toBeGreaterThan(before.getTime());
        const between = new Date(before.getTime() + Math.floor(((at.getTime() - before.getTime() - 1) * share) / 100));
        expect(timesAfter(round, between, 1)).toEqual([times[n]]);
        before = at;
      });
    }),
    { numRuns: 60 },
  );
});

test('an hour more or less in a day changes no count of days', () => {
  expect(daysBetween('2026-03-22', '2026-03-29')).toBe(7);
  expect(daysBetween('2026-10-25', '2026-11-01')).toBe(7);
  expect(daysBetween('2026-02-24', '2026-03-24')).toBe(28);
});
