import { describe, expect, test } from 'vitest';
import { i18n, type Words } from '../words/index.ts';
import './ar.ts';
import './es.ts';
import './es-later.ts';
import './fr.ts';
import './fr-later.ts';
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
  expect(adding.filter((file) => !/[/-](en|fr|es|ar)\.ts$/.test(file))).toEqual([]);
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

/** `{{name}} waits_few` → `{{name}} waits`. */
const thing = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');

describe.each(Object.keys(i18n.getDataByLanguage('ar') ?? {}))('Arabic, on trial: %s', (namespace) => {
  const own = words('en', namespace);
  const translated = words('ar', namespace);

  test('says of numbers in all six forms of Arabic, or not at all', () => {
    const counted = [...translated.keys()].filter((key) => thing(key) !== key && own.has(`${thing(key)}_other`));
    const missing = counted.flatMap((key) =>
      new Intl.PluralRules('ar')
        .resolvedOptions()
        .pluralCategories.map((form) => `${thing(key)}_${form}`)
        .filter((form) => !translated.has(form)),
    );
    expect(missing).toEqual([]);
  });

  test('has no placeholder that the English has not, and leaves out none but of a number said in words', () => {
    for (const [key, text] of translated) {
      const english = own.get(key) ?? own.get(`${thing(key)}_other`) ?? '';
      const said = placeholders(text);
      if (thing(key) === key) expect([key, said]).toEqual([key, placeholders(english)]);
      else expect([key, said.filter((placeholder) => !placeholders(english).includes(placeholder))]).toEqual([key, []]);
    }
  });

  test('is written in Arabic', () => {
    const foreign = [...translated].filter(([, text]) => hasLetters(text) && !/\p{Script=Arabic}/u.test(text));
    expect(foreign).toEqual([]);
  });
});

test('a name keeps to itself where it reads the other way than the sentence', () => {
  const asking = i18n.t('live:knocking', { name: 'فرح حداد' });
  expect(asking).toBe('\u2068فرح حداد\u2069 is knocking');
  expect(i18n.t('live:knocking', { name: 'Amara Osei' })).toBe('Amara Osei is knocking');
});
