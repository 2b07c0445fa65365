import type { MemberId, Recurrence, RoundKept, RoundPlan } from '@ajar/shared';
import { type Rhythm, rhythmOf, ruleOf, type Weekday, weekdays } from '../calendar/index.ts';

/** A round as its form holds it: text, until it is saved. */
export interface Draft {
  name: string;
  invited: MemberId[] | null;
  every: Rhythm['every'];
  weekday: Weekday;
  nth: string;
  rule: string;
  /** Time of day, `12:30`. */
  at: string;
  /** First possible date, `2026-11-24`. */
  from: string;
  timeZone: string;
  sittings: string;
  minutes: string;
  preset: string;
  window: string;
}

/** What the form shows first: the round, or a weekly one at lunch from today. */
export function draftOf(round: RoundKept | null, now = new Date()): Draft {
  if (!round) {
    const pad = (part: number) => String(part).padStart(2, '0');
    return {
      name: '',
      invited: null,
      every: 'weekly',
      weekday: weekdays[(now.getDay() + 6) % 7] ?? 'TU',
      nth: '1',
      rule: 'FREQ=WEEKLY',
      at: '12:30',
      from: `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      sittings: '2',
      minutes: '15',
      preset: '',
      window: '',
    };
  }
  const rhythm = rhythmOf(round.rule);
  const [from = '', at = ''] = round.startsAt.split('T');
  return {
    ...draftOf(null, now),
    name: round.name,
    invited: round.invited,
    every: rhythm.every,
    ...(rhythm.every === 'own' ? {} : { weekday: rhythm.weekday }),
    ...(rhythm.every === 'monthly' ? { nth: rhythm.nth } : {}),
    rule: round.rule,
    at,
    from,
    timeZone: round.timeZone,
    sittings: String(round.sittings),
    minutes: String(Math.max(1, Math.round(round.sittingSeconds / 60))),
    preset: round.preset ?? '',
    window: round.repeatWindowDays === null ? '' : String(round.repeatWindowDays),
  };
}

export function recurrenceOf({ every, weekday, nth, rule, from, at, timeZone }: Draft): Recurrence {
  return { rule: ruleOf({ every, weekday, nth, rule }), startsAt: `${from}T${at}`, timeZone };
}

/** What is saved. What the form does not ask stays as it was; so does a length in seconds that nobody changed. */
export function planOf(draft: Draft, before: RoundKept | null): RoundPlan {
  const unchanged = before !== null && draft.minutes === draftOf(before).minutes;
  return {
    ...recurrenceOf(draft),
    name: draft.name,
    invited: draft.invited,
    sittings: Number(draft.sittings),
    sittingSeconds: unchanged ? before.sittingSeconds : Number(draft.minutes) * 60,
    gatheringSeconds: before?.gatheringSeconds ?? 120,
    betweenSeconds: before?.betweenSeconds ?? 20,
    preset: draft.preset || null,
    repeatWindowDays: draft.window === '' ? null : Number(draft.window),
  };
}
