import { z } from 'zod';
import { encounterId } from './ids.ts';
import type { RouteShape } from './rest.ts';
import { lineRules, visitLength } from './waits.ts';

/** The REST routes of waiting at doors, and of the rules of one's own line. */
export const waitRoutes = {
  lineRules: {
    method: 'get',
    path: '/api/me/door/line',
    summary: 'The rules of the line at one’s own door',
    tag: 'doors',
    access: 'member',
    reply: lineRules,
  },
  setLineRules: {
    method: 'patch',
    path: '/api/me/door/line',
    summary: 'Change the rules of the line at one’s own door. Nobody who waits loses their place',
    tag: 'doors',
    access: 'member',
    body: lineRules.partial(),
    reply: lineRules,
  },
  visitLength: {
    method: 'get',
    path: '/api/encounters/{encounterId}/length',
    summary: 'When the two of a visit are softly reminded of those who wait',
    tag: 'doors',
    access: 'member',
    params: z.object({ encounterId }),
    reply: visitLength,
  },
} as const satisfies Record<string, RouteShape>;
