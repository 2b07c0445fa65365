import { lazy } from 'react';

export { FollowBell } from './FollowBell.tsx';
export { FollowPress } from './FollowPress.tsx';

export const FollowingPage = lazy(() =>
  import('./FollowingPage.tsx').then((page) => ({ default: page.FollowingPage })),
);
