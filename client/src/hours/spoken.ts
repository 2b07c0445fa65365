import type { DoorHours, HoursEvery, HoursSpan } from '@ajar/shared';
import type { TFunction } from 'i18next';
import { i18n } from '../words/index.ts';

type T = TFunction<'hours'>;

/** The hour of a time by the viewer's own clock: `16:00`. */
export function clock(at: string): string {
  return new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(at),
  );
}

/** `16:00 to 17:00` by the viewer's own clock. */
export function spanWords(t: T, { startsAt, endsAt }: HoursSpan): string {
  return t('span', { from: clock(startsAt), to: clock(endsAt) });
}

/** The day of a time as one would say it: `today`, `tomorrow`, `Thursday`, `Thu 3 Dec`. */
export function dayWords(t: T, at: string, now: Date): string {
  const time = new Date(at);
  const days = Math.round((midnight(time) - midnight(now)) / 86_400_000);
  if (days === 0) return t('when.today');
  if (days === 1) return t('when.tomorrow');
  const near = days > 1 && days < 7;
  const options = near
    ? ({ weekday: 'long' } as const)
    : ({ weekday: 'short', day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(i18n.language, options).format(time);
}

/** How often, by the day it is for the viewer: `Thursdays`; empty for a single time. */
export function everyWords(t: T, every: HoursEvery, at: string): string {
  if (every === null) return '';
  const day = new Intl.DateTimeFormat(i18n.language, { weekday: 'long' }).format(new Date(at));
  return t(`every.${every}`, { day });
}

/** What a door says of its hours: `Thursdays 16:00 to 17:00. Next: tomorrow.`; `null` when there is nothing to say. */
export function lineWords(t: T, hours: DoorHours, stands: boolean, now: Date): string | null {
  const { startsAt, endsAt, every, closed } = hours;
  const underWay = new Date(startsAt) <= now;
  if (stands) return underWay && new Date(endsAt) > now ? t('line.until', { to: clock(endsAt) }) : null;
  const [when, span] = [dayWords(t, startsAt, now), spanWords(t, hours)];
  if (closed) return underWay ? t('line.closedOnce') : t('line.closed', { when, span });
  if (every === null) return t('line.once', { when, span });
  return t('line.regular', { every: everyWords(t, every, startsAt), span, when });
}

function midnight(at: Date): number {
  // Through UTC, where every day is as long as the next.
  return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
}
