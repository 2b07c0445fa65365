import { fetchPart } from '../parts/index.ts';

/** The Spanish words of every part that comes later, in one file, with the first of those parts. */
import.meta.glob(
  [
    '../**/{es,*-es}.ts',
    '!../languages/**',
    '!../after/safety-es.ts',
    '!../app/es.ts',
    '!../corridor/es.ts',
    '!../follows/press-es.ts',
    '!../live/es.ts',
    '!../notices/es.ts',
    '!../sign-in/session-es.ts',
    '!../waiting/es.ts',
  ],
  { eager: true },
);

// Now none is missing: a part waits for nothing any more.
fetchPart.words = undefined;
