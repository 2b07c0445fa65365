import { z } from 'zod';
import { doorId, hoursId, hoursTimeId } from './ids.ts';
import { recurrence } from './rounds.ts';

const time = z.iso.datetime();
/** A date on some calendar, with no time of day. */
export const calendarDate = z.iso.date();

/** One time of a door's hours. */
export const hoursSpan = z.object({ startsAt: time, endsAt: time });
export type HoursSpan = z.infer<typeof hoursSpan>;

/** How often hours come again; `null`: once. */
export const hoursEvery = z.enum(['day', 'week', 'fortnight', 'month']).nullable();
export type HoursEvery = z.infer<typeof hoursEvery>;

/** What a mentor says about hours of their door: their own clock and calendar, wherever visitors are. */
export const hoursPlan = recurrence.extend({
  rule: recurrence.shape.rule.nullable().meta({ description: 'RRULE of RFC 5545; null: once' }),
  minutes: z
    .number()
    .int()
    .min(5)
    .max(720)
    .meta({ description: 'Length in minutes; an hour is as long on a day when the clocks change' }),
  knock: z.boolean().default(false).meta({ description: 'The door is left ajar rather than open' }),
});
export type HoursPlan = z.infer<typeof hoursPlan>;

/** One of the next times of hours as their mentor sees it. */
export const hoursTime = hoursSpan.extend({
  on: calendarDate.meta({ description: 'The date where the mentor is' }),
  not: z.enum(['skipped', 'day-off']).nullable().meta({ description: 'Why it does not take place; null: it does' }),
});
export type HoursTime = z.infer<typeof hoursTime>;

/** The staffed door where they are on duty then; `null`: their own door. */
const desk = doorId.nullish();

/** Hours as they are set first; a change does not move them to another door. */
export const newHours = hoursPlan.extend({ doorId: desk });

/** Hours as their mentor sees them. */
export const hoursKept = newHours.extend({ hoursId, next: z.array(hoursTime) });
export type HoursKept = z.infer<typeof hoursKept>;

/** Days without hours: one mentor's own, or everybody's. Both dates belong to them. */
export const daysOffPlan = z.object({
  from: calendarDate,
  to: calendarDate,
  name: z.string().trim().max(80).default(''),
});
export type DaysOffPlan = z.infer<typeof daysOffPlan>;

/**
 * Where one time of hours stands. `asked`: the mentor is asked `Open now?`. `closed`: they did not answer, said not
 * today, or were not there. `held`: the door is or was open by these hours.
 */
export const hoursPhase = z.enum(['announced', 'asked', 'held', 'closed', 'over']);
export type HoursPhase = z.infer<typeof hoursPhase>;

/** `now`: at once, early or late. `at-the-hour`: when they begin, if the mentor is there then. */
export const hoursAnswer = z.enum(['now', 'at-the-hour', 'not-today']);
export type HoursAnswer = z.infer<typeof hoursAnswer>;

/** The time of one's own hours that matters just now. */
export const myHours = hoursSpan.extend({
  timeId: hoursTimeId,
  doorId: desk,
  phase: hoursPhase,
  answer: hoursAnswer.nullable(),
});
export type MyHours = z.infer<typeof myHours>;

/** What a closed door says of its hours: the next time, and whether this one does not come about after all. */
export const doorHours = hoursSpan.extend({
  every: hoursEvery,
  closed: z.boolean().meta({ description: 'It was to be now, and the door stays closed' }),
});
export type DoorHours = z.infer<typeof doorHours>;
