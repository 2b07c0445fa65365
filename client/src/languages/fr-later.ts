import { fetchPart } from '../parts/index.ts';

/** The French words of every part that comes later, in one file, with the first of those parts. */
import.meta.glob(
  [
    '../**/{fr,*-fr}.ts',
    '!../languages/**',
    '!../after/safety-fr.ts',
    '!../app/fr.ts',
    '!../corridor/fr.ts',
    '!../follows/press-fr.ts',
    '!../live/fr.ts',
    '!../notices/fr.ts',
    '!../sign-in/session-fr.ts',
    '!../waiting/fr.ts',
  ],
  { eager: true },
);

// Now none is missing: a part waits for nothing any more.
fetchPart.words = undefined;
