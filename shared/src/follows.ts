import { z } from 'zod';
import { doorId, memberId } from './ids.ts';
import { personName } from './people.ts';

const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ description: 'Local, to the minute', example: '19:30' });

/** From one time of day to another, on the person's own clock; over midnight when `from` is the later. */
export const quietHours = z.object({
  from: clockTime,
  to: clockTime,
  timeZone: z.string().min(1).max(64).meta({ description: 'IANA name', example: 'Europe/Stockholm' }),
});
export type QuietHours = z.infer<typeof quietHours>;

/** How a person is told of doors that open. */
export const followWays = z.object({
  push: z.boolean(),
  mail: z.boolean(),
  quiet: quietHours.nullable().meta({ description: 'Doors that open in these hours are not told, then or later' }),
});
export type FollowWays = z.infer<typeof followWays>;

/** A door one is told of: the next time it opens, or every time. */
export const myFollow = z.object({ doorId, always: z.boolean() });
export type MyFollow = z.infer<typeof myFollow>;

/** The same, with whose door it is; a staffed one has no owner. */
export const followed = myFollow.extend({ memberId: memberId.nullable(), name: personName });
export type Followed = z.infer<typeof followed>;

/** One is told of so many doors at most. */
export const mostFollowed = 200;
