/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/**
 * Style sheets name the sides of a line of text (`margin-inline-start`), not of the screen, so that a page in a language
 * written from right to left is laid out the other way round by itself.
 */
const folder = fileURLToPath(new URL('..', import.meta.url));
const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));

/** What means a side of the screen, and its reason. */
const allowed: Readonly<Record<string, string>> = {
  'passing.css: transform-origin: left': 'an origin has no logical name',
  'passing.css: transform-origin: right': 'the same, right to left',
  'corridor.css: inset: 4.2rem var(--aside, 1.1rem) auto auto': 'a popover lies in the top layer, outside the bar',
  'corridor.css: inset: 4.2rem auto auto var(--aside, 1.1rem)': 'the same, right to left',
  'pointer.css: left: 1rem': 'a name beside a point of a picture, which no language turns round',
  'pointer.css: left: auto': 'the same, at the edge of the picture',
  'pointer.css: right: 1rem': 'the same, at the edge of the picture',
  'corridor.css: border-width: 0 2px 2px 0': 'an arrow head, turned to point down',
};

const side = /(^|-)(left|right)(-|$)/;
const sided = /^(text-align|float|clear|transform-origin|caption-side)$/;
const fourSides = /^(margin|padding|inset|border-width|border-style|border-color|scroll-(margin|padding))$/;

test.each([
  ['margin-left: 1rem', true],
  ['left: 0', true],
  ['border-top-right-radius: 4px', true],
  ['text-align: right', true],
  ['padding: 1rem 2rem 1rem 0', true],
  ['padding: 1rem 2rem 0', false],
  ['padding: 1rem calc(1rem + 2px) 0 calc(1rem + 2px)', false],
  ['margin-inline-start: 1rem', false],
  ['text-align: start', false],
])('%s names a side of the screen: %s', (declaration, expected) => {
  expect(namesSide(declaration)).toBe(expected);
});

test('style sheets name no side of the screen', () => {
  const found = sheets.flatMap((file) =>
    declarations(readFileSync(`${folder}/${file}`, 'utf8'))
      .filter(namesSide)
      .map((declaration) => `${file.split('/').at(-1)}: ${declaration}`),
  );
  expect(sheets.length).toBeGreaterThan(20);
  expect(found.filter((declaration) => !(declaration in allowed))).toEqual([]);
  expect(Object.keys(allowed).filter((declaration) => !found.includes(declaration))).toEqual([]);
});

function declarations(css: string): string[] {
  const bare = css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return [...bare.matchAll(/[{;]\s*(-?[a-z-]+)\s*:\s*([^;{}]+?)\s*(?=[;}])/g)].map(
    ([, property, value]) => `${property}: ${value?.replaceAll(/\s+/g, ' ')}`,
  );
}

function namesSide(declaration: string): boolean {
  const [property = '', value = ''] = declaration.split(/: (.*)/);
  if (side.test(property)) return true;
  if (sided.test(property)) return /\b(left|right)\b/.test(value);
  if (!fourSides.test(property)) return false;
  const [, right, , left] = parts(value);
  return left !== undefined && left !== right;
}

/** `1rem calc(1px + 2px)` is two. */
function parts(value: string): string[] {
  return value.match(/(?:[^\s(]+\([^()]*(?:\([^()]*\)[^()]*)*\)|\S)+/g) ?? [];
}
