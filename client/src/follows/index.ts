import { lazy } from 'react';

export { FollowPress } from './FollowPress.tsx';

export const FollowingPage = lazy(() =>
  import('./FollowingPage.tsx').then((page) => ({ default: page.FollowingPage })),
);
