import { asPageLanguage, languageCookie, type PageLanguage, pageLanguages } from '@ajar/shared';
import type { Request } from 'express';

/** The language somebody is answered in: the one chosen in this browser, or else the first it asks for that we have. */
export function languageOf(request: Pick<Request, 'get' | 'acceptsLanguages'>): PageLanguage {
  const chosen = asPageLanguage(chosenIn(request.get('cookie')));
  return chosen ?? asPageLanguage(request.acceptsLanguages([...pageLanguages])) ?? 'en';
}

/** The value of our own cookie (RFC 6265, 4.2), which needs no decoding. */
function chosenIn(cookies: string | undefined): string | undefined {
  const ours = cookies?.split('; ').find((cookie) => cookie.startsWith(`${languageCookie}=`));
  return ours?.slice(languageCookie.length + 1);
}
