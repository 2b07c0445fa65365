import { lazy } from 'react';

/** Loaded when it is turned on. */
export const TalkingTime = lazy(() => import('./TalkingTime.tsx').then((part) => ({ default: part.TalkingTime })));
