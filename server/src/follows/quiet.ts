import type { QuietHours } from '@ajar/shared';

/** Whether it is quiet for somebody at this instant: from `from` on and before `to`, by the clock on their wall. */
export function isQuiet({ from, to, timeZone }: QuietHours, at: Date): boolean {
  const now = clockOf(at, timeZone);
  return from <= to ? from <= now && now < to : from <= now || now < to;
}

/** `HH:MM` on the wall of a time zone. @throws RangeError when there is no such time zone. */
export function clockOf(at: Date, timeZone: string): string {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return clock.format(at);
}
