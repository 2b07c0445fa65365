import { expect, test } from 'vitest';
import { askAgainIn } from './ask-again.ts';

const visit = { remindIn: 0, minutes: 20, waiting: 0, minute: 6_000 };

test('a visit is asked about when its minutes are over, then each minute until somebody waits', () => {
  expect(askAgainIn({ ...visit, remindIn: 1_000 })).toBe(1_250);
  expect(askAgainIn(visit)).toBe(6_000);
  expect(askAgainIn({ ...visit, waiting: 1 })).toBe(false);
});

test('a visit whose mentor wants no reminder is not asked about again', () => {
  expect(askAgainIn({ ...visit, remindIn: null, minutes: null })).toBe(false);
  expect(askAgainIn(undefined)).toBe(false);
});
