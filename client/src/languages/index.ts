import { fetchPart } from '../parts/index.ts';
import { i18n } from '../words/index.ts';

interface FirstWords {
  /** Fetches the words of what comes later. Default: these are all. */
  later?: () => Promise<unknown>;
}

/** English needs none: each folder brings its own. */
const others: Readonly<Record<string, () => Promise<FirstWords>>> = {
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  // On trial: see docs/words.md.
  ar: () => import('./ar.ts'),
};

/** Fetches the words of the page's language, before the first of them is drawn. Without them the page is in English. */
export async function wordsOfPage(): Promise<void> {
  const { language } = i18n;
  const first = await others[language]?.().catch(() => undefined);
  if (first?.later) fetchPart.words = withParts(language, first.later);
  // The built pages wait for these where they wait for a part.
  if (import.meta.env.DEV) await fetchPart.words?.();
}

/**
 * Fetches the later words for a part that has brought English words alone. The corridor is drawn without; any other page
 * begins with a part that needs them.
 */
function withParts(language: string, later: () => Promise<unknown>): () => Promise<void> {
  return async () => {
    const brought = Object.keys(i18n.getDataByLanguage('en') ?? {});
    const enough = brought.every((namespace) => i18n.hasResourceBundle(language, namespace));
    if (enough && import.meta.env.PROD && window.location.pathname === '/') return;
    await later().catch(() => undefined);
  };
}
