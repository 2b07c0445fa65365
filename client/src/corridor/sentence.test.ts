import './en.ts';
import { type CorridorSnapshot, corridorSnapshot } from '@ajar/shared';
import { describe, expect, test } from 'vitest';
import { aCorridor, aDoor, aVisit } from '../live/fixtures.ts';
import { i18n } from '../words/index.ts';
import { sentence, sentenceParts } from './sentence.ts';

const words = (corridor: CorridorSnapshot) =>
  sentence(i18n.getFixedT('en', 'corridor'), sentenceParts(corridorSnapshot.parse(corridor)), 'en');
const open = (name: string) => aDoor({ name, state: 'open' });
const ajar = (name: string) => aDoor({ name, state: 'ajar' });

describe('the line at the top', () => {
  test('counts the doors one may walk through, in words', () => {
    expect(words(aCorridor({ doors: [open('A'), open('B'), open('C')], table: { taken: 1 } }))).toBe(
      'Three doors open. Coffee has a seat free.',
    );
    expect(words(aCorridor({ doors: [open('A')] }))).toBe('One door open. The coffee table is free.');
  });

  test('counts beyond twelve in figures', () => {
    const doors = Array.from({ length: 150 }, (_, number) => open(`Person ${number}`));
    expect(words(aCorridor({ doors }))).toBe('150 doors open. The coffee table is free.');
  });

  test('tells of doors ajar beside open ones, and alone', () => {
    expect(words(aCorridor({ doors: [open('A'), ajar('B'), ajar('C')] }))).toBe(
      'One door open. Two more are ajar. The coffee table is free.',
    );
    expect(words(aCorridor({ doors: [ajar('B')] }))).toBe('One door ajar: knock first. The coffee table is free.');
  });

  test('does not promise a door whose mentor is away or in conversation', () => {
    const away = aDoor({ state: 'open', around: false });
    const busy = aDoor({ state: 'open', busy: true });
    expect(words(aCorridor({ doors: [away] }))).toBe('Every door is closed just now. The coffee table is free.');
    expect(words(aCorridor({ doors: [busy] }))).toBe('The one open door is in conversation. The coffee table is free.');
    expect(words(aCorridor({ doors: [busy, aDoor({ state: 'ajar', busy: true })] }))).toBe(
      'Every open door is in conversation. The coffee table is free.',
    );
  });

  test('does not count one’s own door', () => {
    const corridor = aCorridor({});
    expect(words({ ...corridor, doors: [aDoor({ memberId: corridor.memberId, state: 'open' })] })).toBe(
      'No doors hang here yet. The coffee table is free.',
    );
  });

  test('puts one’s own waiting first, and only adds what can be done at once', () => {
    const door = aDoor({ name: 'Bea Lindqvist', state: 'ajar' });
    const visits = [aVisit(door, { knocked: true })];
    expect(words(aCorridor({ doors: [door], mine: { visits } }))).toBe(
      'You knocked at Bea’s door. The coffee table is free.',
    );
    expect(words(aCorridor({ doors: [door, open('C')], mine: { visits: [aVisit(door, { knocked: false })] } }))).toBe(
      'You are in line at Bea’s door. One door open. The coffee table is free.',
    );
  });

  test('says when one sits at the coffee table oneself', () => {
    const mine = { seat: { since: '2026-01-05T09:00:00Z', minutes: 20 as const, again: false } };
    expect(words(aCorridor({ table: { taken: 1 }, mine }))).toBe(
      'No doors hang here yet. You are at the coffee table.',
    );
  });
});
