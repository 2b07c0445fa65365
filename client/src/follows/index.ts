import { lazy } from 'react';

/* All of it is loaded when it is first needed: the corridor's first paint has nothing to follow in it. */

export const FollowPress = lazy(() => import('./FollowPress.tsx').then((part) => ({ default: part.FollowPress })));

export const FollowingPage = lazy(() =>
  import('./FollowingPage.tsx').then((page) => ({ default: page.FollowingPage })),
);
