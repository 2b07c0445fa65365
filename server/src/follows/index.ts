export { Follows, type FollowsOptions } from './follows.ts';
export { followsOf } from './kept.ts';
export { followersOf } from './openings.ts';
export { followsRouter } from './router.ts';
