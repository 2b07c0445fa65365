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

/** Fetches the rest. */
export const later = () => import('./es-later.ts');
