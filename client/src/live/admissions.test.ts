import { expect, test } from 'vitest';
import { Admissions } from './admissions.ts';
import { anAdmission } from './fixtures.ts';

test('an admission just received is handed over, as often as asked', () => {
  const admissions = new Admissions(() => 0);
  const given = anAdmission();
  admissions.keep(given);
  expect(admissions.fresh(given.encounterId)).toBe(given);
  expect(admissions.fresh(given.encounterId)).toBe(given);
});

test('one for another encounter is not', () => {
  const admissions = new Admissions(() => 0);
  admissions.keep(anAdmission());
  expect(admissions.fresh(anAdmission().encounterId)).toBeUndefined();
});

test('after a minute it is asked for anew: its token may run out', () => {
  let now = 0;
  const admissions = new Admissions(() => now);
  const given = anAdmission();
  admissions.keep(given);
  now = 60_000;
  expect(admissions.fresh(given.encounterId)).toBeUndefined();
});

test('nothing is left after signing out', () => {
  const admissions = new Admissions(() => 0);
  const given = anAdmission();
  admissions.keep(given);
  admissions.clear();
  expect(admissions.fresh(given.encounterId)).toBeUndefined();
});
