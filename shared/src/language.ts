/** The languages that every word of Ajar exists in. */
export const pageLanguages = ['en', 'fr', 'es'] as const;
export type PageLanguage = (typeof pageLanguages)[number];

/** The cookie in which a browser keeps the language chosen in it. */
export const languageCookie = 'ajar-language';

/** What a cookie or a header names, if it is one of ours. */
export function asPageLanguage(name: unknown): PageLanguage | undefined {
  return pageLanguages.find((language) => language === name);
}
