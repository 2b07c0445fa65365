import type { PulseMonth, Worth } from '@ajar/shared';
import { Temporal } from 'temporal-polyfill';

/** When somebody came into an encounter and left it for good; `null`: not, or not yet. */
export type Stay = { joinedAt: Date | null; leftAt: Date | null };

/**
 * When two people of one encounter parted, if they did meet and have parted: both came in, and were in it at the same
 * time. In a room of more than two it is the first of the two to leave who parts them.
 */
export function partedAt(one: Stay, other: Stay): Date | null {
  if (!one.joinedAt || !other.joinedAt) return null;
  const ends = [one.leftAt, other.leftAt].flatMap((at) => (at ? [at.getTime()] : []));
  if (ends.length === 0) return null;
  const parted = Math.min(...ends);
  return Math.max(one.joinedAt.getTime(), other.joinedAt.getTime()) < parted ? new Date(parted) : null;
}

/**
 * Until when *Meet again?* may be answered: the end of the day after the two parted, in the time zone of the server (its
 * `TZ`, else the machine's), for a programme has none of its own and both people must have the same time. A day is a
 * calendar day there, of 23 or 25 hours when clocks change.
 */
export function answerableUntil(parted: Date, zone: string): Date {
  const day = Temporal.Instant.fromEpochMilliseconds(parted.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  return new Date(day.add({ days: 2 }).toZonedDateTime(zone).epochMilliseconds);
}

/** How many people gave this answer in a month, each counted once, by their last answer of the month. */
export type PulseCount = { month: string; worth: Worth; people: number };

/** The fewest people a figure may speak of. */
export const fewest = 5;

/**
 * What staff may see of pulses. A month is shown once it is over, since a figure that grows by one tells what the latest
 * person said; answers are never changed later, so an old month never differs from what was shown of it. No figure
 * speaks of fewer than five people, and there is no total to subtract the shown figures from.
 * @param thisMonth `YYYY-MM`, not over yet.
 */
export function pulseMonths(counts: readonly PulseCount[], thisMonth: string): PulseMonth[] {
  const over = [...new Set(counts.map(({ month }) => month))].filter((month) => month < thisMonth);
  const shown = (month: string, worth: Worth) => {
    const people = counts.find((count) => count.month === month && count.worth === worth)?.people ?? 0;
    return people >= fewest ? people : null;
  };
  return over
    .sort()
    .reverse()
    .map((month) => ({
      month,
      yes: shown(month, 'yes'),
      somewhat: shown(month, 'somewhat'),
      no: shown(month, 'no'),
    }))
    .filter(({ yes, somewhat, no }) => yes !== null || somewhat !== null || no !== null);
}
