import { lazy } from 'react';

export { askBrowser, Bell, FollowPress } from './FollowPress.tsx';
export { followOnce } from './queries.ts';

export const FollowingPage = lazy(() =>
  import('./FollowingPage.tsx').then((page) => ({ default: page.FollowingPage })),
);
