import { z } from 'zod';
import { followed, followWays } from './follows.ts';
import { doorId } from './ids.ts';
import type { RouteShape } from './rest.ts';

const nothing = z.object({});

/** The REST routes of following doors. */
export const followRoutes = {
  follows: {
    method: 'get',
    path: '/api/follows',
    summary: 'The doors one is told of, and how. Nobody else sees them',
    tag: 'follows',
    access: 'member',
    reply: z.object({ doors: z.array(followed), ways: followWays }),
  },
  follow: {
    method: 'put',
    path: '/api/follows/{doorId}',
    summary: 'Be told when this door opens, the next time or every time',
    tag: 'follows',
    access: 'member',
    params: z.object({ doorId }),
    body: z.object({ always: z.boolean() }),
    reply: nothing,
  },
  unfollow: {
    method: 'delete',
    path: '/api/follows/{doorId}',
    summary: 'Not be told of this door any more',
    tag: 'follows',
    access: 'member',
    params: z.object({ doorId }),
    reply: nothing,
  },
  setFollowWays: {
    method: 'put',
    path: '/api/follow-ways',
    summary: 'How one is told of doors that open, and when not',
    tag: 'follows',
    access: 'member',
    body: followWays,
    reply: nothing,
  },
} as const satisfies Record<string, RouteShape>;
