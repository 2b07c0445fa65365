import { lazy } from 'react';

/** Only whoever shares needs it. */
export const ShareChoice = lazy(() => import('./ShareChoice.tsx').then((part) => ({ default: part.ShareChoice })));
