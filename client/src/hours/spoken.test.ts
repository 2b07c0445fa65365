import './en.ts';
import { describe, expect, test } from 'vitest';
import { i18n } from '../words/index.ts';
import { dayWords, lineWords } from './spoken.ts';

const t = i18n.getFixedT('en', 'hours');
/** A local time, as the viewer's clock shows it. */
const local = (day: number, hour: number) => new Date(2026, 10, day, hour).toISOString();
const now = new Date(2026, 10, 25, 10);
const hours = { startsAt: local(26, 16), endsAt: local(26, 17), every: 'week', closed: false } as const;

describe('what a door says of its hours', () => {
  test.each([
    [hours, false, 'Thursdays 16:00 to 17:00. Next: tomorrow.'],
    [{ ...hours, every: 'fortnight' }, false, 'Every other Thursday 16:00 to 17:00. Next: tomorrow.'],
    [{ ...hours, every: null }, false, 'Opens tomorrow, 16:00 to 17:00'],
    [{ ...hours, closed: true }, false, 'Closed this time. Next: tomorrow, 16:00 to 17:00.'],
    [{ ...hours, startsAt: local(25, 9), endsAt: local(25, 11) }, true, 'Open until 11:00'],
    [{ ...hours, startsAt: local(25, 9), endsAt: local(25, 11), closed: true }, false, 'Closed this time'],
    [hours, true, null],
  ] as const)('%j', (given, stands, words) => {
    expect(lineWords(t, given, stands, now)).toBe(words);
  });
});

test.each([
  [25, 'today'],
  [26, 'tomorrow'],
  [27, 'Friday'],
  [31, 'Tuesday'],
  [32, 'Wed, Dec 2'],
  [24, 'Tue, Nov 24'],
])('the %ith is %s on the 25th', (day, words) => {
  expect(dayWords(t, local(day, 9), now)).toBe(words);
});
