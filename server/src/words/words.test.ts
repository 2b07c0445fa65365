import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { InEach } from './index.ts';

/** What a text is given, to be found in it again. */
const given = ['<1>', '<2>', '<3>'];

/** Every text in some words: where it stands, and what it says of what it is given. */
function textsIn(words: unknown, path = ''): [string, string][] {
  if (typeof words === 'function') return textsIn(words(...given), path);
  if (typeof words === 'string') return [[path, words]];
  return Object.entries(words ?? {}).flatMap(([key, value]) => textsIn(value, `${path}.${key}`));
}

const folder = new URL('../', import.meta.url);
const features = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/words.ts`, folder)));
const all: [string, InEach<unknown>][] = [];
for (const feature of [...features, 'coffee/pairing']) {
  const words: Record<string, unknown> = await import(new URL(`${feature}/words.ts`, folder).href);
  for (const [name, said] of Object.entries(words)) {
    const each = typeof said === 'function' ? said(...given) : said;
    if (typeof each === 'object' && 'en' in each) all.push([`${feature} ${name}`, each]);
  }
}

test('the words of every feature are looked at', () => {
  expect(all.length).toBeGreaterThan(8);
});

describe.each(all)('%s', (_name, words) => {
  const english = new Map(textsIn(words.en));

  test.each(['fr', 'es'] as const)('says the same in %s, of the same things', (language) => {
    const told = ([path, text]: [string, string]) => [path, given.filter((one) => text.includes(one))];
    const translated = textsIn(words[language]);
    expect(translated.map(told)).toEqual([...english].map(told));
    // A locale is `fr-FR`; everything else is words.
    const same = translated.filter(([path, text]) => text.trim() === '' || text === english.get(path));
    expect(same).toEqual([]);
  });

  test('is written in French as French is set', () => {
    for (const [, text] of textsIn(words.fr)) expect(text).not.toMatch(/ [?;:»]|« |\w[?;]|'/);
  });
});
