export { Follows, type FollowsOptions } from './follows.ts';
export { followsOf } from './kept.ts';
export { MissedHours } from './missed.ts';
export { followsRouter } from './router.ts';
