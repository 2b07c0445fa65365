import type { PolicySeen } from '@ajar/shared';
import { expect, test } from 'vitest';
import { changeOf, draftOf, isChanged, withPreset } from './policy-draft.ts';

const seen: PolicySeen = {
  version: 3,
  policy: {
    preset: 'Near peers',
    weights: { neverMet: 12.5 },
    repeatWindowDays: 30,
    supervisorsMay: true,
    passingBar: 0.35,
  },
  presets: [
    { name: 'Near peers', points: { neverMet: 30, nearStage: 40 } },
    { name: 'Pure chance', points: { neverMet: 0, nearStage: 0 } },
  ],
  weights: [],
  changes: [],
};

test('a form that was not touched says what it was made from', () => {
  expect(changeOf(draftOf(seen), seen)).toEqual({ version: 3, ...seen.policy });
  expect(isChanged(draftOf(seen), seen)).toBe(false);
});

test('only weights that differ from the preset’s are sent, and going back to its own is a change', () => {
  const draft = draftOf(seen);
  const back = { ...draft, weights: { ...draft.weights, neverMet: '30' } };
  expect(changeOf(back, seen).weights).toEqual({});
  expect(isChanged(back, seen)).toBe(true);
  expect(changeOf({ ...draft, weights: { ...draft.weights, nearStage: '0' } }, seen).weights).toEqual({
    neverMet: 12.5,
    nearStage: 0,
  });
});

test('another preset brings its own weights', () => {
  expect(changeOf(withPreset(draftOf(seen), seen, 'Pure chance'), seen)).toMatchObject({
    preset: 'Pure chance',
    weights: {},
  });
});
