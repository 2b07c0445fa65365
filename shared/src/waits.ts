import { z } from 'zod';

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
  minute: z
    .number()
    .int()
    .positive()
    .meta({ description: 'How long a minute of a visit is, in ms: less where time is hurried' }),
});
export type VisitLength = z.infer<typeof visitLength>;
