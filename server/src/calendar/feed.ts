import { randomBytes } from 'node:crypto';
import type { PageLanguage } from '@ajar/shared';
import ical from 'ical-generator';

/** As many bits as a key: an address nobody guesses (RFC 4086 asks for 128 or more). */
const tokenBytes = 24;

/** How long a calendar program may wait before it reads a feed again, in s. */
const readAgain = 3_600;

/** A new token for the address of a feed. */
export function unguessable(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

/** The token in the name of a feed's file, `TOKEN.ics`; `null` when it can be none. */
export function tokenOf(fileName: string): string | null {
  return /^([\w-]{20,64})\.ics$/.exec(fileName)?.[1] ?? null;
}

/** One time in a feed. */
export type FeedEvent = {
  /** The same for the same time whenever the feed is read, and no other event's. */
  id: string;
  start: Date;
  end: Date;
  summary: string;
  description: string;
  url: string;
};

/**
 * An iCalendar document. Every time is an instant in UTC (RFC 5545, section 3.3.5, form 2) worked out on the calendar of
 * whatever takes place: a calendar program shows it rightly before and after any change of clocks, with no idea of time
 * zones needed.
 */
export function calendarDocument(
  { name, product, language }: { name: string; product: string; language: PageLanguage },
  events: readonly FeedEvent[],
  now: Date,
): string {
  const prodId = { company: 'Ajar', product, language: language.toUpperCase() };
  const calendar = ical({ name, prodId, ttl: readAgain });
  for (const { id, ...event } of events) calendar.createEvent({ id: `${id}@ajar`, stamp: now, ...event });
  return calendar.toString();
}
