import { describe, expect, test } from 'vitest';
import { addWords, firstName, i18n, listOfNames } from './index.ts';

describe('words', () => {
  test.each([
    ['Amara Osei', 'Amara'],
    ['  Bea   Lindqvist ', 'Bea'],
    ['Prof. Dr. Ada King', 'Ada'],
    ['Dr Osei', 'Osei'],
    ['Drusilla Prof', 'Drusilla'],
    ['Madonna', 'Madonna'],
    ['Dr.', 'Dr.'],
  ])('%j is called %j', (name, first) => {
    expect(firstName(name)).toBe(first);
  });

  test('names are listed as one reads them', () => {
    expect(listOfNames([])).toBe('');
    expect(listOfNames(['Bea'])).toBe('Bea');
    expect(listOfNames(['Bea', 'Chidi', 'Dana'])).toBe('Bea, Chidi, and Dana');
  });

  test('a folder adds its own words', () => {
    addWords('words-test', { hello: 'Hello {{name}}' });
    expect(i18n.getResource('en', 'words-test', 'hello')).toBe('Hello {{name}}');
  });
});
