import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everyOf, type HoursRule, isPast, nextTime, timesOf } from './calendar.ts';

const none = { skips: new Set<string>(), daysOff: [] };
const sundays: HoursRule = {
  rule: 'FREQ=WEEKLY;BYDAY=SU',
  startsAt: '2026-03-01T16:00',
  timeZone: 'Europe/Stockholm',
  minutes: 60,
};
const spans = (times: { startsAt: Date; endsAt: Date }[]) =>
  times.map(({ startsAt, endsAt }) => `${startsAt.toISOString().slice(5, 16)}–${endsAt.toISOString().slice(11, 16)}`);

describe('hours over a change of clocks', () => {
  test('begin at the same hour where the mentor is, in both directions, and last as long', () => {
    expect(spans(timesOf(sundays, none, new Date('2026-03-20T00:00Z'), 3))).toEqual([
      '03-22T15:00–16:00',
      '03-29T14:00–15:00',
      '04-05T14:00–15:00',
    ]);
    expect(spans(timesOf(sundays, none, new Date('2026-10-17T00:00Z'), 3))).toEqual([
      '10-18T14:00–15:00',
      '10-25T15:00–16:00',
      '11-01T15:00–16:00',
    ]);
  });

  test('in the night of the change, an hour is an hour', () => {
    const atNight = { ...sundays, startsAt: '2026-03-01T01:30', minutes: 120 };
    expect(spans(timesOf(atNight, none, new Date('2026-03-28T00:00Z'), 1))).toEqual(['03-29T00:30–02:30']);
    expect(spans(timesOf(atNight, none, new Date('2026-10-24T12:00Z'), 1))).toEqual(['10-24T23:30–01:30']);
  });

  test('at an hour that the clocks skip they begin an hour later, and at one that comes twice they begin once', () => {
    const skipped = { ...sundays, startsAt: '2026-03-01T02:30' };
    expect(spans(timesOf(skipped, none, new Date('2026-03-28T00:00Z'), 2))).toEqual([
      '03-29T01:30–02:30',
      '04-05T00:30–01:30',
    ]);
    expect(spans(timesOf(skipped, none, new Date('2026-10-24T12:00Z'), 2))).toEqual([
      '10-25T00:30–01:30',
      '11-01T01:30–02:30',
    ]);
  });

  test('a skipped date is the date where the mentor is, whatever the date in UTC', () => {
    const auckland = {
      ...sundays,
      rule: 'FREQ=WEEKLY;BYDAY=MO',
      timeZone: 'Pacific/Auckland',
      startsAt: '2026-03-02T08:00',
    };
    const times = timesOf(auckland, { ...none, skips: new Set(['2026-03-09']) }, new Date('2026-03-05T00:00Z'), 2);
    expect(times.map(({ on, not, startsAt }) => [on, not, startsAt.toISOString()])).toEqual([
      ['2026-03-09', 'skipped', '2026-03-08T19:00:00.000Z'],
      ['2026-03-16', null, '2026-03-15T19:00:00.000Z'],
    ]);
  });
});

test('a single time is the only one', () => {
  const once = { ...sundays, rule: null };
  expect(spans(timesOf(once, none, new Date('2026-02-01T00:00Z'), 9))).toEqual(['03-01T15:00–16:00']);
  expect(isPast(once, new Date('2026-03-01T14:59:59Z'))).toBe(false);
  expect(isPast(once, new Date('2026-03-01T15:00:00Z'))).toBe(true);
  expect(isPast(sundays, new Date('2036-03-01T15:00:00Z'))).toBe(false);
});

test.each([
  [null, null],
  ['FREQ=DAILY', 'day'],
  ['FREQ=WEEKLY;BYDAY=TH', 'week'],
  ['freq=weekly;interval=1;byday=th', 'week'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', 'fortnight'],
  ['FREQ=MONTHLY;BYDAY=1TH', 'month'],
])('%s comes again every %s', (rule, every) => {
  expect(everyOf(rule)).toBe(every);
});

const anyRule = fc.record({
  rule: fc.constantFrom(
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=SU',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=SA',
    'FREQ=MONTHLY;BYDAY=-1SU',
  ),
  timeZone: fc.constantFrom('Europe/Stockholm', 'America/Toronto', 'Australia/Lord_Howe', 'Pacific/Auckland', 'UTC'),
  startsAt: fc.nat(23).map((hour) => `2026-01-03T${String(hour).padStart(2, '0')}:30`),
  minutes: fc.integer({ min: 5, max: 720 }),
});
const anyMoment = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-01'), noInvalidDate: true });
const dayOf = (offset: number) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
const anyExceptions = fc.record({
  skips: fc.array(fc.nat(730).map(dayOf), { maxLength: 20 }).map((days) => new Set(days)),
  daysOff: fc.array(
    fc
      .record({ from: fc.nat(730), length: fc.nat(40) })
      .map(({ from, length }) => ({ from: dayOf(from), to: dayOf(from + length) })),
    { maxLength: 5 },
  ),
});

test('the next time is the first that is neither skipped nor on a day off nor taken, and exceptions move no other', () => {
  fc.assert(
    fc.property(anyRule, anyMoment, anyExceptions, fc.nat(3), (hours, after, exceptions, takenCount) => {
      const bare = timesOf(hours, none, after, 60);
      const times = timesOf(hours, exceptions, after, 60);
      expect(times.map((time) => time.startsAt)).toEqual(bare.map((time) => time.startsAt));
      for (const { on, not, startsAt, endsAt } of times) {
        const off = exceptions.daysOff.some(({ from, to }) => from <= on && on <= to);
        expect(not).toBe(off ? 'day-off' : exceptions.skips.has(on) ? 'skipped' : null);
        expect(endsAt.getTime() - startsAt.getTime()).toBe(hours.minutes * 60_000);
      }
      const held = times.filter((time) => time.not === null);
      const taken = new Set(held.slice(0, takenCount).map((time) => time.startsAt.getTime()));
      const next = nextTime(hours, exceptions, after, (at) => taken.has(at.getTime()));
      expect(next?.startsAt).toEqual(held[takenCount]?.startsAt);
    }),
    { numRuns: 60 },
  );
});
