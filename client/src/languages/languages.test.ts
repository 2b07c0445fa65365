import { describe, expect, test } from 'vitest';
import { i18n, type Words } from '../words/index.ts';
import './es.ts';
import './fr.ts';
import { sameInBoth } from './fixtures/same-in-both.ts';

import.meta.glob('../**/{en,*-en}.ts', { eager: true });

const english = Object.keys(i18n.getDataByLanguage('en') ?? {}).toSorted();
const others = ['fr', 'es'];
const words = (language: string, namespace: string): ReadonlyMap<string, string> =>
  new Map(flat(i18n.getResourceBundle(language, namespace) ?? {}));

function flat(from: Words, path = ''): [string, string][] {
  return Object.entries(from).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : flat(value, `${path}${key}.`),
  );
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{.*?\}\}/g)].map(([placeholder]) => placeholder).toSorted();
}

function hasLetters(text: string): boolean {
  return /\p{L}/u.test(text.replaceAll(/\{\{.*?\}\}/g, ''));
}

test('words are added in files that the languages gather, and nowhere else', () => {
  const sources = import.meta.glob('../**/*.{ts,tsx}', { eager: true, query: '?raw', import: 'default' });
  const adding = Object.entries(sources)
    .filter(([file, text]) => !file.endsWith('.test.ts') && /^addWords\(/m.test(String(text)))
    .map(([file]) => file);
  expect(adding.length).toBeGreaterThan(30);
  expect(adding.filter((file) => !/[/-](en|fr|es)\.ts$/.test(file))).toEqual([]);
});

describe.each(others)('%s', (language) => {
  test('has the words of every folder', () => {
    expect(Object.keys(i18n.getDataByLanguage(language) ?? {}).toSorted()).toEqual(english);
  });

  describe.each(english)('%s', (namespace) => {
    const own = words('en', namespace);
    const translated = words(language, namespace);

    test('has every word, and no other', () => {
      expect([...translated.keys()].toSorted()).toEqual([...own.keys()].toSorted());
    });

    test('has the same placeholders in each', () => {
      const of = (all: ReadonlyMap<string, string>) =>
        [...all].map(([key, text]) => [key, placeholders(text)] as const);
      expect(new Map(of(translated))).toEqual(new Map(of(own)));
    });

    test('differs from the English unless it is listed', () => {
      const same = [...translated].filter(([key, text]) => text === own.get(key) && hasLetters(text));
      const keys = same.map(([key]) => `${namespace}:${key}`);
      expect(keys.filter((key) => !sameInBoth[language]?.includes(key))).toEqual([]);
    });
  });
});
