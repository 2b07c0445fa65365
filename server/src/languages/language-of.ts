import { asPageLanguage, languageCookie, type PageLanguage, pageLanguages } from '@ajar/shared';
import type { Request, Response } from 'express';

/** How long a browser remembers the language, in ms: a year. */
const remembered = 31_536_000_000;

/** The language somebody is answered in: the one chosen in this browser, or else the first it asks for that we have. */
function languageOf(request: Pick<Request, 'get' | 'acceptsLanguages'>): PageLanguage {
  return chosenIn(request) ?? asPageLanguage(request.acceptsLanguages([...pageLanguages])) ?? 'en';
}

/** The language of a page: what its person chose, which this browser now remembers, or else `languageOf` it. */
export function keepingLanguage(request: Request, response: Response, chosen: PageLanguage | null): PageLanguage {
  if (chosen === null) return languageOf(request);
  if (chosenIn(request) !== chosen) {
    response.cookie(languageCookie, chosen, { maxAge: remembered, sameSite: 'lax', path: '/' });
  }
  return chosen;
}

/** The value of our own cookie (RFC 6265, 4.2), which needs no decoding. */
function chosenIn(request: Pick<Request, 'get'>): PageLanguage | undefined {
  const cookies = request.get('cookie')?.split('; ') ?? [];
  const ours = cookies.find((cookie) => cookie.startsWith(`${languageCookie}=`));
  return asPageLanguage(ours?.slice(languageCookie.length + 1));
}
