import { presetNames } from '@ajar/shared';
import { describe, expect, test } from 'vitest';
import { pairRound, presets, round, scoreOf } from './index.ts';

const six = round.parse({
  on: '2026-11-22',
  people: [
    { id: 'amara', division: 'Cardiology', offers: ['teaching'] },
    { id: 'bea', division: 'Education', wants: ['teaching'], interests: ['chess'] },
    { id: 'chidi', division: 'Cardiology', supervisor: 'amara', interests: ['Chess '] },
    { id: 'dana', division: 'Surgery', languages: ['de', 'en'] },
    { id: 'eli', division: 'Surgery' },
    { id: 'farah', division: 'Education' },
  ],
  blocks: [['dana', 'farah']],
  met: [{ people: ['eli', 'farah'], on: '2026-11-01' }],
});

describe('pairRound', () => {
  test('places everybody once', () => {
    const { tables, waiting } = pairRound(six, { seed: 1 });
    expect(waiting).toEqual([]);
    expect(tables.flatMap(({ people }) => people).sort()).toEqual(six.people.map(({ id }) => id));
  });

  test('makes one table of three of an odd number', () => {
    const { tables, waiting } = pairRound({ ...six, people: six.people.slice(0, 5) }, { seed: 1 });
    expect(waiting).toEqual([]);
    expect(tables.map(({ people }) => people.length).sort()).toEqual([2, 3]);
  });

  test('names the field of a policy that does not exist', () => {
    expect(() => pairRound({ ...six, preset: 'Best friends' })).toThrow(/^preset: There is no preset/);
    expect(() => pairRound({ ...six, weights: { height: 3 } })).toThrow(/^weights\.height: There is no weight/);
    expect(() => pairRound({ ...six, weights: { neverMet: -1 } })).toThrow(/^weights\.neverMet: /);
    expect(() => pairRound({ ...six, people: [...six.people, ...six.people.slice(0, 1)] })).toThrow(/^people\.6\.id: /);
  });
});

describe('scoreOf', () => {
  test('says how much two would gain, and why', () => {
    const { permitted, score, reasons } = scoreOf(six, 'amara', 'bea');
    expect(permitted).toBe(true);
    expect(score).toBeGreaterThan(scoreOf(six, 'dana', 'eli').score);
    expect(reasons['bea']).toBe('You have not met. The other likes to be asked about teaching; you asked about it.');
    expect(scoreOf(six, 'dana', 'farah')).toEqual({ permitted: false, score: 0, reasons: {} });
    expect(scoreOf(six, 'amara', 'chidi').permitted).toBe(false);
    expect(scoreOf(six, 'eli', 'farah').permitted).toBe(false);
  });
});

test('every preset has the same weights, each with a reason', () => {
  for (const name of presetNames) {
    expect(presets[name].map((line) => line.name)).toEqual(presets[presetNames[0]].map((line) => line.name));
    expect(presets[name].every(({ reason }) => reason.endsWith('.'))).toBe(true);
  }
});
