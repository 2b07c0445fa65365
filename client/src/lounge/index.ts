import { lazy } from 'react';

/* Loaded where one waits in line with others: the corridor's first paint needs none of it. */

export const WhileYouWait = lazy(() => import('./WhileYouWait.tsx').then((part) => ({ default: part.WhileYouWait })));
export const InLounge = lazy(() => import('./InLounge.tsx').then((part) => ({ default: part.InLounge })));
