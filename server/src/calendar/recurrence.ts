import { AjarError, type Recurrence } from '@ajar/shared';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';

/** Rule parts that make sense for people who meet: days, never hours (the time of day is that of `startsAt`). */
const knownParts = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'BYSETPOS', 'COUNT', 'WKST']);
const knownFrequencies = /(^|;)FREQ=(DAILY|WEEKLY|MONTHLY)(;|$)/;

/**
 * The next times of a recurrence, strictly after a moment, as instants.
 *
 * The rule is followed on the calendar of its own zone, and only then is each local time placed on the time line by RFC 5545,
 * section 3.3.5: a time that the clocks skip is read with the offset before the gap (02:30 happens at 03:30, so no
 * week goes without its round), and one that comes twice is the first of the two. Each date gives one instant.
 * @throws AjarError `bad-recurrence` naming the field.
 */
export function timesAfter(recurrence: Recurrence, after: Date, count: number): Date[] {
  const zone = zoneOf(recurrence);
  const rule = ruleOf(recurrence);
  const times: Date[] = [];
  // Local times as if in UTC, where no day is short or long. A day earlier than needed, whatever the zone.
  let cursor = new Date(after.getTime() - 48 * 3_600_000);
  while (times.length < count) {
    const local = rule.next(cursor, false);
    if (!local) break;
    cursor = new Date(local.epochMilliseconds);
    const at = new Date(instantOf(local, zone));
    if (at > after && at.getTime() !== times.at(-1)?.getTime()) times.push(at);
  }
  return times;
}

/** The calendar date of an instant where the round is at home: `2026-11-24`. */
export function dateOf(at: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** Days from one calendar date to another. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

function instantOf(local: Pick<Temporal.ZonedDateTime, 'toPlainDateTime'>, zone: string): number {
  const plain = Temporal.PlainDateTime.from(local.toPlainDateTime().toString());
  return plain.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

function ruleOf({ rule, startsAt }: Recurrence): RRuleTemporal {
  const text = rule.toUpperCase();
  const parts = text.split(';').map((part) => part.split('=', 1)[0] ?? '');
  const unknown = parts.find((part) => !knownParts.has(part));
  if (unknown !== undefined) throw bad('rule', `${unknown || 'an empty part'} is not understood here`);
  if (!knownFrequencies.test(text)) throw bad('rule', 'FREQ has to be DAILY, WEEKLY or MONTHLY');
  try {
    const dtstart = Temporal.PlainDateTime.from(startsAt).toZonedDateTime('UTC');
    return new RRuleTemporal({ rruleString: text, dtstart, strict: true });
  } catch (cause) {
    throw bad(cause instanceof RangeError ? 'startsAt' : 'rule', 'it cannot be read', cause);
  }
}

function zoneOf({ timeZone }: Recurrence): string {
  try {
    if (/^[A-Za-z]/.test(timeZone)) return Temporal.Now.zonedDateTimeISO(timeZone).timeZoneId;
  } catch (cause) {
    throw bad('timeZone', 'there is no such time zone', cause);
  }
  throw bad('timeZone', 'there is no such time zone');
}

function bad(field: string, why: string, cause?: unknown): AjarError {
  return new AjarError('bad-input', 'bad-recurrence', `${field}: ${why}. Nothing was changed.`, { cause });
}
