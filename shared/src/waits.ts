import { z } from 'zod';
import { doorId, encounterId } from './ids.ts';
import type { RouteShape } from './rest.ts';

/** When a visit begins, in minutes from now, both ends included; four in five do. Whole steps of five minutes. */
export const doorWait = z.object({
  minutes: z
    .object({ from: z.number().int().nonnegative(), to: z.number().int().positive() })
    .nullable()
    .meta({ description: 'Null: hard to say' }),
});
export type DoorWait = z.infer<typeof doorWait>;

/** How one's own door deals with those who come. */
export const lineRules = z.object({
  newcomersFirst: z.boolean().meta({ description: 'First-time visitors go before those who have been inside' }),
  visitMinutes: z
    .number()
    .int()
    .min(5)
    .max(120)
    .nullable()
    .meta({ description: 'After so many minutes both are softly reminded of those who wait. Null: never' }),
  lastCall: z.boolean().meta({ description: 'No new visitors, until the door is closed. Who waits already stays' }),
});
export type LineRulesSet = z.infer<typeof lineRules>;

/** What a visit under way knows of its length. */
export const visitLength = z.object({
  remindIn: z.number().int().nonnegative().nullable().meta({ description: 'In so many ms; null: never' }),
  minutes: z.number().int().nullable(),
  waiting: z.number().int().nonnegative().meta({ description: 'How many wait at this door now' }),
});
export type VisitLength = z.infer<typeof visitLength>;

/** The REST routes of waiting at doors, and of the rules of one's own line. */
export const waitRoutes = {
  doorWait: {
    method: 'get',
    path: '/api/doors/{doorId}/wait',
    summary: 'How long it is until one’s visit begins at a busy door, learnt from visits there; also before one waits',
    tag: 'doors',
    access: 'member',
    params: z.object({ doorId }),
    reply: doorWait,
  },
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
