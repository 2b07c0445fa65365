import { useEffect, useState } from 'react';
import { i18n } from '../words/index.ts';

/** A time as one reads it where one is: `Tue 24 Nov, 12:30`; with the hour of the round's own zone if it is another. */
export function timeInWords(at: string, timeZone?: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  const time = new Date(at);
  const here = new Intl.DateTimeFormat(i18n.language, { ...options, hourCycle: 'h23' }).format(time);
  const clock = (zone?: string) =>
    new Intl.DateTimeFormat('en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      ...(zone ? { timeZone: zone } : {}),
    }).format(time);
  if (!timeZone || clock() === clock(timeZone)) return here;
  return `${here} (${clock(timeZone)} ${timeZone.split('/').at(-1)?.replaceAll('_', ' ')})`;
}

/** Seconds as a clock shows them: `1:05`. */
export function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Whole seconds until a time, counted down while somebody looks; never below 0. */
export function useSecondsUntil(until: string): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((new Date(until).getTime() - now) / 1000));
}

/** The name of a weekday, Monday being 0. */
export function weekdayName(day: number): string {
  // The first of January 2024 was a Monday.
  return new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1 + day),
  );
}
