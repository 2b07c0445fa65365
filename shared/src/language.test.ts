import { expect, test } from 'vitest';
import { askedLanguage } from './language.ts';

test.each([
  [{}, 'en'],
  [{ 'accept-language': 'fr' }, 'fr'],
  [{ 'accept-language': 'fr-CA,en;q=0.8' }, 'fr'],
  [{ 'accept-language': 'de, en;q=0.5, ES;q=0.9' }, 'es'],
  [{ 'accept-language': 'fr;q=0, es' }, 'es'],
  [{ 'accept-language': 'fr;q=many, es;q=0.1' }, 'es'],
  [{ 'accept-language': '*' }, 'en'],
  [{ cookie: 'a=b; ajar-language=es', 'accept-language': 'fr' }, 'es'],
  [{ cookie: 'ajar-language=xx; not-ajar-language=es', 'accept-language': 'fr' }, 'fr'],
])('a browser that says %j is answered in %s', (headers, language) => {
  expect(askedLanguage(headers)).toBe(language);
});
