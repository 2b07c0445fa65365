import { expect, test } from 'vitest';
import { rhythmOf, ruleOf, weekdays } from './rule.ts';

test('a rhythm the form knows comes back as it was, for every weekday', () => {
  for (const weekday of weekdays) {
    for (const every of ['weekly', 'fortnightly'] as const) {
      expect(rhythmOf(ruleOf({ every, weekday }))).toEqual({ every, weekday });
    }
    for (const nth of ['1', '2', '3', '4', '-1']) {
      expect(rhythmOf(ruleOf({ every: 'monthly', weekday, nth }))).toEqual({ every: 'monthly', weekday, nth });
    }
  }
});

test('any other rule is kept as it stands', () => {
  for (const rule of [
    'FREQ=DAILY',
    'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU',
    'FREQ=MONTHLY;BYDAY=5TU',
    'FREQ=WEEKLY;BYDAY=XX',
  ]) {
    expect(rhythmOf(rule)).toEqual({ every: 'own', rule });
    expect(ruleOf(rhythmOf(rule))).toBe(rule);
  }
});
