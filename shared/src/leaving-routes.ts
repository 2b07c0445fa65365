import { z } from 'zod';
import { encounterId } from './ids.ts';
import type { RouteShape } from './rest.ts';

/** Leaving a call that one is not, or not for the moment, connected to. */
export const leavingRoutes = {
  leaveEncounter: {
    method: 'post',
    path: '/api/encounters/{encounterId}/leave',
    summary: 'Leave an encounter whose media node cannot be told, because one is not joined to its call. Twice is fine',
    tag: 'encounters',
    access: 'member',
    params: z.object({ encounterId }),
    body: z.object({
      unlessIn: z.boolean().meta({
        description: 'Nothing is done where one is in the call: somewhere else, since this page only was on the way',
      }),
    }),
    reply: z.object({}),
  },
} as const satisfies Record<string, RouteShape>;
