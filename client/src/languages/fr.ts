import { fetchPart } from '../parts/index.ts';
import { i18n } from '../words/index.ts';

/** The French words of what a page draws at first: `build/first-words.ts` sees to it that none is missing. */
import.meta.glob(
  [
    '../after/safety-fr.ts',
    '../app/fr.ts',
    '../corridor/fr.ts',
    '../follows/press-fr.ts',
    '../live/fr.ts',
    '../notices/fr.ts',
    '../sign-in/session-fr.ts',
    '../waiting/fr.ts',
  ],
  { eager: true },
);

const later = () => import('./fr-later.ts');

/**
 * Fetches them for a part that has brought English words alone. The corridor is drawn without; any other page begins with
 * a part that needs them.
 */
fetchPart.words = async () => {
  const brought = Object.keys(i18n.getDataByLanguage('en') ?? {});
  const enough = brought.every((namespace) => i18n.hasResourceBundle('fr', namespace));
  if (enough && import.meta.env.PROD && window.location.pathname === '/') return;
  await later().catch(() => undefined);
};
