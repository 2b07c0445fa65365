import { fetchPart } from '../parts/index.ts';
import { i18n } from '../words/index.ts';

/** English needs none: each folder brings its own. */
const others: Readonly<Record<string, () => Promise<unknown>>> = {
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  // On trial: see docs/words.md.
  ar: () => import('./ar.ts'),
};

/** Fetches the words of the page's language, before the first of them is drawn. Without them the page is in English. */
export async function wordsOfPage(): Promise<void> {
  await others[i18n.language]?.().catch(() => undefined);
  // The built pages wait for these where they wait for a part.
  if (import.meta.env.DEV) await fetchPart.words?.();
}
