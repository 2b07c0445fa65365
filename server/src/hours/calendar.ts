import type { DaysOffPlan, HoursEvery, HoursPlan, HoursTime, Recurrence } from '@ajar/shared';
import { dateOf, timesAfter } from '../calendar/index.ts';

/** When hours take place, by their own calendar. */
export type HoursRule = Pick<HoursPlan, 'rule' | 'startsAt' | 'timeZone' | 'minutes'>;

/** What hours give way to. Dates are those where the mentor is. */
export type Exceptions = {
  skips: ReadonlySet<string>;
  daysOff: readonly Pick<DaysOffPlan, 'from' | 'to'>[];
};

/** One time of hours, as instants. */
export type Span = { startsAt: Date; endsAt: Date };
export type Time = Span & Pick<HoursTime, 'on' | 'not'>;

/** How many times of a rule are looked through for one that takes place: more than a year of a weekly one. */
const lookThrough = 120;

/**
 * The next times after a moment, those that do not take place among them. They begin at the same hour by the mentor's
 * clock all year, and last as long as they are: the same exact duration each time (RFC 5545, section 3.8.5.3).
 * @throws AjarError `bad-recurrence` naming the field.
 */
export function timesOf(hours: HoursRule, { skips, daysOff }: Exceptions, after: Date, count: number): Time[] {
  return timesAfter(recurrenceOf(hours), after, count).map((startsAt) => {
    const on = dateOf(startsAt, hours.timeZone);
    const isOff = daysOff.some(({ from, to }) => from <= on && on <= to);
    const not = isOff ? ('day-off' as const) : skips.has(on) ? ('skipped' as const) : null;
    return { startsAt, endsAt: new Date(startsAt.getTime() + hours.minutes * 60_000), on, not };
  });
}

/** The first time after a moment that takes place and is not spoken for already. */
export function nextTime(
  hours: HoursRule,
  exceptions: Exceptions,
  after: Date,
  isTaken: (startsAt: Date) => boolean = () => false,
): Span | undefined {
  return timesOf(hours, exceptions, after, lookThrough).find((time) => time.not === null && !isTaken(time.startsAt));
}

/** Whether hours have had their last time, whatever days are skipped. */
export function isPast(hours: HoursRule, now: Date): boolean {
  return timesAfter(recurrenceOf(hours), now, 1).length === 0;
}

/** How often hours come again, for words such as `Thursdays`. */
export function everyOf(rule: string | null): HoursEvery {
  if (rule === null) return null;
  const text = rule.toUpperCase();
  if (text.includes('FREQ=DAILY')) return 'day';
  if (text.includes('FREQ=MONTHLY')) return 'month';
  return /INTERVAL=([2-9]|\d\d)/.test(text) ? 'fortnight' : 'week';
}

function recurrenceOf({ rule, startsAt, timeZone }: HoursRule): Recurrence {
  return { rule: rule ?? 'FREQ=DAILY;COUNT=1', startsAt, timeZone };
}
