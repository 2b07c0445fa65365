import { type HoursKept, hoursKept } from '@ajar/shared';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftOf, minutesOf, planOf } from './draft.ts';

const anyHours: fc.Arbitrary<HoursKept> = fc
  .record({
    rule: fc.constantFrom(null, 'FREQ=WEEKLY;BYDAY=TH', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 'FREQ=MONTHLY;BYDAY=1WE'),
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.nat(23),
    minutes: fc.integer({ min: 5, max: 720 }),
    knock: fc.boolean(),
  })
  .map(({ day, hour, ...rest }) => {
    const two = (n: number) => String(n).padStart(2, '0');
    const startsAt = `2026-11-${two(day)}T${two(hour)}:30`;
    return hoursKept.parse({ hoursId: crypto.randomUUID(), startsAt, timeZone: 'Asia/Kathmandu', next: [], ...rest });
  });

test('hours that are looked at in the form and saved are what they were', () => {
  fc.assert(
    fc.property(anyHours, (hours) => {
      const { hoursId: _, next, ...plan } = hours;
      expect(planOf(draftOf(hours, new Date(), 'UTC'))).toEqual(plan);
    }),
  );
});

test('new hours are of today’s weekday, in the zone of the browser', () => {
  const draft = draftOf(null, new Date(2026, 10, 26, 23), 'Europe/Stockholm');
  expect(planOf(draft)).toEqual({
    rule: 'FREQ=WEEKLY;BYDAY=TH',
    startsAt: '2026-11-26T16:00',
    minutes: 60,
    timeZone: 'Europe/Stockholm',
    knock: false,
  });
});

test('hours may go past midnight', () => {
  expect(minutesOf({ from: '23:30', to: '00:15' })).toBe(45);
  expect(minutesOf({ from: '16:00', to: '16:00' })).toBe(0);
});
