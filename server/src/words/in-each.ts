import type { PageLanguage } from '@ajar/shared';

/** The languages everything the server says exists in. */
const spoken = ['en', 'fr', 'es'] as const satisfies readonly PageLanguage[];

/**
 * The same words in each language: a record of texts, or of functions that make them. Each feature keeps its own in
 * `words.ts`; one that is missing in a language does not compile.
 */
export type InEach<Words> = Readonly<Record<(typeof spoken)[number], Words>>;

/** The words in this language; in English where there are none. */
export function inLanguage<Words>(words: InEach<Words>, language: PageLanguage): Words {
  return words[spoken.find((one) => one === language) ?? 'en'];
}

/** What is said with the words of each language. */
export function inEach<Words, Said>(
  words: InEach<Words>,
  say: (words: Words, language: PageLanguage) => Said,
): InEach<Said> {
  return { en: say(words.en, 'en'), fr: say(words.fr, 'fr'), es: say(words.es, 'es') };
}
