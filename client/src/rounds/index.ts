import { lazy } from 'react';

/* All of it is loaded when it is first needed: the corridor's first paint has no round in it. */

export const RoundsPage = lazy(() => import('./RoundsPage.tsx').then((page) => ({ default: page.RoundsPage })));

export const RoundNotice = lazy(() => import('./RoundNotice.tsx').then((part) => ({ default: part.RoundNotice })));

export const RoundBar = lazy(() => import('./RoundBar.tsx').then((part) => ({ default: part.RoundBar })));
