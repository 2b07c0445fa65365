import {
  asLanguageOnTrial,
  asPageLanguage,
  languageCookie,
  type PageLanguage,
  pageLanguages,
  type ScreenLanguage,
} from '@ajar/shared';
import type { Request, Response } from 'express';

/** How long a browser remembers the language, in ms: a year. */
const remembered = 31_536_000_000;

/** The language somebody is answered in: the one chosen in this browser, or else the first it asks for that we have. */
function languageOf(request: Pick<Request, 'get' | 'acceptsLanguages'>): PageLanguage {
  return chosenIn(request) ?? asPageLanguage(request.acceptsLanguages([...pageLanguages])) ?? 'en';
}

/**
 * The language of a page: what its person chose, which this browser now remembers, or else `languageOf` it. One on trial
 * goes before both, from the page whose address asks for it (`?language=ar`) until another language is chosen here.
 */
export function keepingLanguage(request: Request, response: Response, chosen: PageLanguage | null): ScreenLanguage {
  const onTrial = asLanguageOnTrial(request.query['language'] ?? cookieOf(request));
  const language = onTrial ?? chosen;
  if (language === null) return languageOf(request);
  if (cookieOf(request) !== language) {
    response.cookie(languageCookie, language, { maxAge: remembered, sameSite: 'lax', path: '/' });
  }
  return language;
}

function chosenIn(request: Pick<Request, 'get'>): PageLanguage | undefined {
  return asPageLanguage(cookieOf(request));
}

/** The value of our own cookie (RFC 6265, 4.2), which needs no decoding. */
function cookieOf(request: Pick<Request, 'get'>): string | undefined {
  const cookies = request.get('cookie')?.split('; ') ?? [];
  const ours = cookies.find((cookie) => cookie.startsWith(`${languageCookie}=`));
  return ours?.slice(languageCookie.length + 1);
}
