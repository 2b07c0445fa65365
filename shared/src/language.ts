/** The languages that every word of Ajar exists in. */
export const pageLanguages = ['en', 'fr', 'es'] as const;
export type PageLanguage = (typeof pageLanguages)[number];

/**
 * A language that is laid out and not whole: the screens between the corridor and the end of a call have its words, the
 * rest and every mail are in English. It is offered nowhere; whoever looks at it asks for it in the address of a page.
 */
const languagesOnTrial = ['ar'] as const;
export type ScreenLanguage = PageLanguage | (typeof languagesOnTrial)[number];

/** The one of them that a page's address or this browser's cookie names. */
export function asLanguageOnTrial(name: unknown): ScreenLanguage | undefined {
  return languagesOnTrial.find((language) => language === name);
}

/** The way a language is read. */
export function directionOf(language: ScreenLanguage): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** The cookie in which a browser keeps the language chosen in it. */
export const languageCookie = 'ajar-language';

/** What a cookie or a header names, if it is one of ours. */
export function asPageLanguage(name: unknown): PageLanguage | undefined {
  return pageLanguages.find((language) => language === name);
}
