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

/** Fetches the rest. */
export const later = () => import('./fr-later.ts');
