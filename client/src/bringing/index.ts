import { lazy } from 'react';

/* Loaded where one waits in line, or is asked to: the corridor's first paint needs none of it. */

export const BringSomeone = lazy(() => import('./BringSomeone.tsx').then((part) => ({ default: part.BringSomeone })));
export const Brought = lazy(() => import('./Brought.tsx').then((part) => ({ default: part.Brought })));
