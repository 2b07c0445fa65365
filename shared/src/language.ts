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

/** What a browser says of itself with every request and every handshake, as Node names it. */
type AskingHeaders = { readonly cookie?: string | undefined; readonly 'accept-language'?: string | undefined };

/** The language somebody is answered in: the one chosen in this browser, or else the first it asks for that we have. */
export function askedLanguage(headers: AskingHeaders): PageLanguage {
  return asPageLanguage(languageInCookie(headers.cookie)) ?? acceptedIn(headers['accept-language']) ?? 'en';
}

/** The value of our own cookie (RFC 6265, 4.2), which needs no decoding. */
export function languageInCookie(cookie = ''): string | undefined {
  const ours = cookie.split('; ').find((one) => one.startsWith(`${languageCookie}=`));
  return ours?.slice(languageCookie.length + 1);
}

/** The best of what is accepted (RFC 9110, 12.5.4): `fr-CA` is content with `fr`. */
function acceptedIn(accepted = ''): PageLanguage | undefined {
  const ranges = accepted.split(',').map((range) => {
    const [tag = '', ...more] = range.split(';').map((part) => part.trim());
    const weight = more.find((part) => part.startsWith('q='))?.slice(2);
    const [primary = ''] = tag.toLowerCase().split('-');
    return { language: asPageLanguage(primary), weight: weight === undefined ? 1 : Number(weight) };
  });
  return ranges
    .filter(({ language, weight }) => language && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .find(({ language }) => language)?.language;
}
