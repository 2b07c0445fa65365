import { lazy } from 'react';

/* Loaded where somebody sees how they will be before a first call, or where a call does not get through. */

export const WayThrough = lazy(() => import('./WayThrough.tsx').then((part) => ({ default: part.WayThrough })));
export const CallBlocked = lazy(() => import('./CallBlocked.tsx').then((part) => ({ default: part.CallBlocked })));
