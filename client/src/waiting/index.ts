import { lazy } from 'react';

/* Loaded where somebody waits, at one's own open door, or in a visit: the corridor's first paint needs none of it. */

export const WaitEstimate = lazy(() => import('./WaitEstimate.tsx').then((part) => ({ default: part.WaitEstimate })));
export const LastCallPlate = lazy(() => import('./LastCall.tsx').then((part) => ({ default: part.LastCallPlate })));
export const LastCall = lazy(() => import('./LastCall.tsx').then((part) => ({ default: part.LastCall })));
export const OwnLine = lazy(() => import('./OwnLine.tsx').then((part) => ({ default: part.OwnLine })));
export const VisitReminder = lazy(() =>
  import('./VisitReminder.tsx').then((part) => ({ default: part.VisitReminder })),
);
