import type { Cadence } from '@ajar/shared';
import { daysBetween } from '../calendar/index.ts';

/** The fewest days from one turn to the next. Whole weeks, so that a weekly round meets a cadence exactly. */
const fewestDays: Readonly<Record<Exclude<Cadence, 'once'>, number>> = {
  every: 0,
  weekly: 7,
  fortnightly: 14,
  monthly: 28,
};

/**
 * Whether a person takes part on a date, given the date of their last turn (`null`: none yet). Dates are those of the
 * round's own calendar, so a clock that changes in between moves nothing.
 */
export function isTurn(cadence: Cadence, lastOn: string | null, on: string): boolean {
  if (lastOn === null) return true;
  return cadence === 'once' ? false : daysBetween(lastOn, on) >= fewestDays[cadence];
}

/**
 * The date of the last turn once a date has passed. A turn that was sat out is not used up: the next time the round
 * takes place is theirs, except for somebody who wanted to come once.
 */
export function lastTurn(cadence: Cadence, lastOn: string | null, on: string, satOut: boolean): string | null {
  const used = isTurn(cadence, lastOn, on) && (cadence === 'once' || !satOut);
  return used ? on : lastOn;
}

/** Which of these dates, in order, are a person's turns; a date sat out is none. */
export function turnsOf(
  cadence: Cadence,
  lastOn: string | null,
  dates: readonly string[],
  satOut: (on: string) => boolean,
): string[] {
  const turns: string[] = [];
  let last = lastOn;
  for (const on of dates) {
    if (isTurn(cadence, last, on) && !satOut(on)) turns.push(on);
    last = lastTurn(cadence, last, on, satOut(on));
  }
  return turns;
}
