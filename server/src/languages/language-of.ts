import {
  askedLanguage,
  asLanguageOnTrial,
  languageCookie,
  languageInCookie,
  type PageLanguage,
  type ScreenLanguage,
} from '@ajar/shared';
import type { Request, Response } from 'express';

/** How long a browser remembers the language, in ms: a year. */
const remembered = 31_536_000_000;

/**
 * The language of a page: what its person chose, which this browser now remembers, or else what the browser asks for. One
 * on trial goes before both, from the page whose address asks for it (`?language=ar`) until another is chosen here.
 */
export function keepingLanguage(
  { headers, query }: Pick<Request, 'headers' | 'query'>,
  response: Response,
  chosen: PageLanguage | null,
): ScreenLanguage {
  const inCookie = languageInCookie(headers.cookie);
  const language = asLanguageOnTrial(query['language'] ?? inCookie) ?? chosen;
  if (language === null) return askedLanguage(headers);
  if (inCookie !== language) {
    response.cookie(languageCookie, language, { maxAge: remembered, sameSite: 'lax', path: '/' });
  }
  return language;
}
