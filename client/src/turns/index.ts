import { lazy } from 'react';

/* Loaded when one's turn comes: the corridor's first paint needs none of it. */

export const YourTurn = lazy(() => import('./YourTurn.tsx').then((part) => ({ default: part.YourTurn })));
