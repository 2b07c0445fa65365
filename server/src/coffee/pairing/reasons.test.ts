import { describe, expect, test, vi } from 'vitest';
import { pairRound, type Round, round } from './index.ts';

// Much to compute, on machines of any speed.
vi.setConfig({ testTimeout: 60_000 });

type Said = Omit<Partial<Round['people'][number]>, 'id'>;
const names = { a: 'Amara', b: 'Bea', c: 'Chidi' };

function told(people: Record<string, Said>, more: object = {}) {
  const input = { on: '2026-11-22', people: Object.entries(people).map(([id, said]) => ({ id, ...said })), ...more };
  return round.parse(input);
}

function reasonsOf(people: Record<string, Said>, more: object = {}, named = true) {
  const { tables } = pairRound(told(people, more), { seed: 1, ...(named ? { names } : {}) });
  return tables[0]?.reasons;
}

describe('the sentence each person is told', () => {
  test('says what one asked about and the other offers, by name or without', () => {
    const two = { a: { offers: ['teaching'] }, b: { wants: ['Teaching '] } };
    expect(reasonsOf(two)).toEqual({
      a: 'You have not met. Bea would like to ask about teaching, which you offer.',
      b: 'You have not met. Amara likes to be asked about teaching; you asked about it.',
    });
    expect(reasonsOf(two, {}, false)?.['b']).toBe(
      'You have not met. The other likes to be asked about teaching; you asked about it.',
    );
  });

  test.each([
    ['You share an interest in chess.', { interests: ['chess'] }, { interests: ['rowing', 'Chess'] }],
    ['You work in different divisions.', { division: 'Surgery' }, { division: 'Education' }],
    ['You work at different sites.', { site: 'North' }, { site: 'South' }],
    ['You come from different professions.', { profession: 'Nurse' }, { profession: 'Physician' }],
    ['', {}, {}],
  ])('says what else there is: %s', (sentence, a, b) => {
    expect(reasonsOf({ a, b })?.['a']).toBe(`You have not met. ${sentence}`.trim());
  });

  test('says how long ago people met', () => {
    const met = (on: string) => reasonsOf({ a: {}, b: {} }, { met: [{ people: ['a', 'b'], on }] })?.['a'];
    expect(met('2026-08-01')).toBe('You last met 4 months ago.');
    expect(met('2024-08-01')).toBe('You last met more than a year ago.');
  });

  test('tells each in their own language, and both the same', () => {
    const two = { a: { offers: ['teaching'] }, b: { wants: ['teaching'] } };
    const { tables } = pairRound(told(two), { seed: 1, names, languages: { a: 'fr', b: 'es' } });
    expect(tables[0]?.reasons).toEqual({
      a: 'C’est votre première rencontre. Bea aimerait poser des questions sur ce que vous offrez\u00a0: teaching.',
      b: 'Es su primer encuentro. Amara responde con gusto sobre teaching; usted preguntó por ello.',
    });
  });

  test('says why there are three', () => {
    const reasons = reasonsOf({ a: {}, b: {}, c: { interests: ['chess'] } });
    expect(reasons?.['a']).toBe('You have not met the others. You were an odd number, so this table is for three.');
  });

  test('tells no rank, whatever the preset weighs', () => {
    const stages: Record<string, Said> = { a: { stage: 'student' }, b: { stage: 'late' } };
    for (const preset of ['Near peers', 'Mentees with mentors']) {
      expect(reasonsOf(stages, { preset })).toEqual({ a: 'You have not met.', b: 'You have not met.' });
    }
  });
});

describe('a likeness', () => {
  const alike = (value: string, wanted = true): Said => ({ likeness: { attribute: 'generation', value, wanted } });
  /** How often, of a hundred drawings, those two sit together. */
  const together = (people: Record<string, Said>, more: object = {}) =>
    Array.from({ length: 100 }, (_, seed) => pairRound(told(people, more), { seed })).filter(({ tables }) =>
      tables.some((table) => table.people.toSorted().join() === 'a,b'),
    ).length;

  test('tips the lot between pairings that are equally good, where both asked for it', () => {
    // The lot still has a say, so that who sits together says nothing for certain.
    expect(together({ a: alike('first'), b: alike('first'), c: {}, d: {} })).toBeGreaterThan(80);
  });

  test('does nothing where one did not ask, or it is not the same, or the programme draws by pure chance', () => {
    const cases: [Record<string, Said>, object?][] = [
      [{ a: alike('first'), b: alike('first', false), c: {}, d: {} }],
      [{ a: alike('first'), b: alike('second'), c: {}, d: {} }],
      [{ a: alike('first'), b: alike('first'), c: {}, d: {} }, { preset: 'Pure chance' }],
      [{ a: alike('first'), b: alike('first'), c: {}, d: {} }, { weights: { likeness: 0 } }],
    ];
    const none = together({ a: {}, b: {}, c: {}, d: {} });
    for (const [people, more] of cases) expect(together(people, more)).toBe(none);
    expect(none).toBeGreaterThan(15);
    expect(none).toBeLessThan(55);
  });

  test('never outweighs what is shown', () => {
    const people = { a: { ...alike('first'), site: 'North' }, b: { ...alike('first'), site: 'North' } };
    expect(together({ ...people, c: { site: 'South' }, d: { site: 'South' } })).toBe(0);
  });
});

test('many people are paired too, with a bound of how near the best that is', () => {
  const people = Array.from({ length: 1_602 }, (_, n) => ({ id: `person-${n}`, division: `division ${n % 3}` }));
  const { tables, waiting, exact, bound, total } = pairRound(round.parse({ on: '2026-11-22', people }), { seed: 1 });
  expect([tables.length, waiting, exact]).toEqual([801, [], false]);
  expect(bound).toBeGreaterThanOrEqual(total);
  expect(total / (bound ?? 0)).toBeGreaterThan(0.995);
});
