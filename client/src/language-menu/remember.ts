import { languageCookie, type PageLanguage } from '@ajar/shared';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/index.ts';

/** How long this browser remembers the language, in s: a year. */
const remembered = 31_536_000;

/** From the next page on this browser asks for this language. */
export function rememberLanguage(language: PageLanguage): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the server reads it with the request for a page; the Cookie Store API is not everywhere
  document.cookie = `${languageCookie}=${language}; path=/; max-age=${remembered}; samesite=lax`;
}

/** Keeps the language with the person, and in this browser for when nobody is signed in. */
export const useSaveLanguage = () =>
  useMutation({
    mutationFn: (language: PageLanguage) => call('setLanguage', { body: { language } }),
    onSuccess: (_, language) => rememberLanguage(language),
  });
