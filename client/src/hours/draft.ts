import type { HoursKept, HoursPlan } from '@ajar/shared';
import { rhythmOf, ruleOf, type Weekday, weekdays } from '../calendar/index.ts';

/** What the form about hours holds, as its fields hold it. */
export interface HoursDraft {
  every: 'weekly' | 'fortnightly' | 'once' | 'own';
  weekday: Weekday;
  /** The date of a single time, or the first possible one. */
  date: string;
  from: string;
  to: string;
  timeZone: string;
  knock: boolean;
  /** The id of the help desk; empty: one's own door. */
  desk: string;
  /** The rule while it is none the form has words for. */
  rule: string;
}

export function draftOf(hours: HoursKept | null, now: Date, timeZone: string): HoursDraft {
  if (!hours) {
    const today = isoDate(now);
    const fields = { date: today, from: '16:00', to: '17:00', timeZone, knock: false, desk: '', rule: '' };
    return { every: 'weekly', weekday: weekdayOf(today), ...fields };
  }
  const [date = '', time = ''] = hours.startsAt.split('T');
  const from = time.slice(0, 5);
  const rhythm = hours.rule === null ? null : rhythmOf(hours.rule);
  const known = rhythm?.every === 'weekly' || rhythm?.every === 'fortnightly';
  return {
    every: rhythm === null ? 'once' : known ? rhythm.every : 'own',
    weekday: known ? rhythm.weekday : weekdayOf(date),
    date,
    from,
    to: clockAfter(from, hours.minutes),
    timeZone: hours.timeZone,
    knock: hours.knock,
    desk: hours.doorId ?? '',
    rule: hours.rule ?? '',
  };
}

/** What the draft says; past midnight it ends on the next day. */
export function planOf(draft: HoursDraft): HoursPlan {
  const { every, weekday, date, from, timeZone, knock, rule } = draft;
  const rules = {
    once: () => null,
    own: () => rule,
    weekly: () => ruleOf({ every: 'weekly', weekday }),
    fortnightly: () => ruleOf({ every: 'fortnightly', weekday }),
  };
  return { rule: rules[every](), startsAt: `${date}T${from}`, minutes: minutesOf(draft), timeZone, knock };
}

/** How long the hours of a draft last, in minutes; past midnight they end on the next day. */
export function minutesOf({ from, to }: Pick<HoursDraft, 'from' | 'to'>): number {
  return (minutesAt(to) - minutesAt(from) + 1440) % 1440;
}

function minutesAt(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

function clockAfter(clock: string, minutes: number): string {
  const at = (minutesAt(clock) + minutes) % 1440;
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}

function weekdayOf(date: string): Weekday {
  return weekdays[(new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7] ?? 'MO';
}

function isoDate(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
