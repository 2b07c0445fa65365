import { fetchPart } from '../parts/index.ts';
import { i18n } from '../words/index.ts';

/** The Spanish words of what a page draws at first: `build/first-words.ts` sees to it that none is missing. */
import.meta.glob(
  [
    '../after/safety-es.ts',
    '../app/es.ts',
    '../corridor/es.ts',
    '../follows/press-es.ts',
    '../live/es.ts',
    '../notices/es.ts',
    '../sign-in/session-es.ts',
    '../waiting/es.ts',
  ],
  { eager: true },
);

const later = () => import('./es-later.ts');

/**
 * Fetches them for a part that has brought English words alone. The corridor is drawn without; any other page begins with
 * a part that needs them.
 */
fetchPart.words = async () => {
  const brought = Object.keys(i18n.getDataByLanguage('en') ?? {});
  const enough = brought.every((namespace) => i18n.hasResourceBundle('es', namespace));
  if (enough && import.meta.env.PROD && window.location.pathname === '/') return;
  await later().catch(() => undefined);
};
