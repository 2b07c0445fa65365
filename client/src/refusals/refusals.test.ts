import { AjarError } from '@ajar/shared';
import { afterEach, expect, test } from 'vitest';
import { i18n } from '../words/index.ts';
import { inTheirLanguage } from './index.ts';
import { ofCalls } from './of-calls.ts';

const sources = {
  ...import.meta.glob('../../../media/src/**/*.ts', { eager: true, query: '?raw', import: 'default' }),
  ...import.meta.glob('../call/**/*.{ts,tsx}', { eager: true, query: '?raw', import: 'default' }),
};

/** What a refusal in the code says: `new AjarError('category', code, words…`, and what the errors made of one hand on. */
const thrown = /(?:new AjarError|super)\(\s*'([\w-]+)',\s*(?:'[\w-]+'|`[^`]*`),\s*(['`])(.+?)\2\s*[,)]/gs;

/** Every refusal in the code of calls that people can meet, its holes numbered. */
function refusalsInCode(): string[] {
  return Object.entries(sources)
    .filter(([file]) => !/test|fixtures/.test(file))
    .flatMap(([, text]) => [...String(text).matchAll(thrown)])
    .filter(([, category, , words = '']) => !unmet.test(words) && !/set-up|internal/.test(category ?? ''))
    .map(([, , , words = '']) => words.replaceAll(/\$\{[^}]*\}/g, () => '{1}'));
}

/** Said to a page that is not ours, or not of this version; it tells nobody. */
const unmet =
  /^(rtpParameters: |The media parameters|streamId is|This transport is connected|The \$\{source\} has begun|This connection stands by|Ask for the transports)/;

test('every refusal of a call is translated', () => {
  const inCode = refusalsInCode();
  expect(inCode.length).toBeGreaterThan(25);
  expect([...new Set(inCode)].filter((words) => !(words in ofCalls))).toEqual([]);
});

afterEach(() => void i18n.changeLanguage('en'));

const refused = (message: string) =>
  inTheirLanguage(Promise.reject(new AjarError('not-found', 'no-such-peer', message)));
const english = 'They are not in this call any more.';

test('a refusal reaches the person in the language of the page, and keeps its code', async () => {
  await expect(refused(english)).rejects.toMatchObject({ message: english });
  await i18n.changeLanguage('fr');
  await expect(refused(english)).rejects.toMatchObject({
    code: 'no-such-peer',
    category: 'not-found',
    message: 'Cette personne n’est plus dans la conversation.',
  });
  await i18n.changeLanguage('es');
  await expect(refused(english)).rejects.toMatchObject({ message: 'Esta persona ya no está en la llamada.' });
  // What the server has said in Spanish already stays as it is.
  await expect(refused('Esta visita ha terminado.')).rejects.toMatchObject({ message: 'Esta visita ha terminado.' });
});
