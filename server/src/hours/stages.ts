import type { HoursAnswer, HoursPhase } from '@ajar/shared';

/** Where one time of hours stands, and what it needs to know to go on. */
export type Standing = {
  phase: HoursPhase;
  answer: HoursAnswer | null;
  startsAt: Date;
  endsAt: Date;
  /** When to look again. */
  until: Date;
};

/** What is so at the moment of looking. */
export type Sight = {
  now: Date;
  /** The mentor is connected. */
  around: boolean;
  /** The door is ajar or open, by whomever. */
  doorStands: boolean;
};

export type Stage = Pick<Standing, 'phase' | 'until'>;

/** A mentor who has said yes and is not there at the hour has so long, in ms, to come back: a reload, a train. */
export const grace = 120_000;

/** How often, in ms, it is looked whether they have. */
const lookEvery = 5_000;

/** When a time of hours that is announced is looked at first. */
export function firstLook(startsAt: Date, lead: number): Date {
  return new Date(startsAt.getTime() - lead);
}

/**
 * The stage that comes next, if it is time for it; the same phase with a later `until` says to look again then.
 * An unanswered ask is a closed door. After an absence of the server, an ask still has its whole time to be answered.
 */
export function nextStage(standing: Standing, { now, around, doorStands }: Sight, lead: number): Stage | null {
  const { phase, answer, startsAt, endsAt, until } = standing;
  if (phase === 'over' || now < until) return null;
  if (now >= endsAt) return { phase: 'over', until };
  switch (phase) {
    case 'announced':
      return { phase: 'asked', until: now < startsAt ? startsAt : earlier(later(now, lead), endsAt) };
    case 'asked': {
      const willing = doorStands || answer === 'at-the-hour';
      if (willing && around) return { phase: 'held', until: endsAt };
      if (willing && now < later(startsAt, grace)) return { phase, until: earlier(later(now, lookEvery), endsAt) };
      return { phase: 'closed', until: endsAt };
    }
    // Both last until they are over.
    case 'held':
    case 'closed':
      return { phase, until: endsAt };
  }
}

/** What an answer makes of a time of hours; `null`: it is too late for it, or too early. */
export function answered({ phase, startsAt, endsAt, until }: Standing, answer: HoursAnswer, now: Date): Stage | null {
  if (phase === 'over' || now >= endsAt) return null;
  switch (answer) {
    case 'now':
      return { phase: 'held', until: endsAt };
    case 'at-the-hour':
      if (phase !== 'asked') return null;
      return now < startsAt ? { phase, until } : { phase: 'held', until: endsAt };
    case 'not-today':
      return phase === 'held' ? null : { phase: 'closed', until: endsAt };
  }
}

function later(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
