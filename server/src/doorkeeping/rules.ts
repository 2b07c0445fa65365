import type { DoorState } from '@ajar/shared';

/** How long things at a door last, in ms. */
export type KeepingTiming = {
  /** A mentor connected nowhere for so long has their door closed. */
  away: number;
  /** Those who waited then are kept for so long. */
  kept: number;
  /** A mentor who asks for five minutes has so long. */
  pause: number;
};

/** @param minute how long a minute lasts, in ms: shorter in tests. */
export function keepingTiming(minute = 60_000): KeepingTiming {
  return { away: 2 * minute, kept: 10 * minute, pause: 5 * minute };
}

/** A door as it is when it is looked after. */
export type Kept = {
  state: DoorState;
  awaySince: Date | null;
  keptUntil: Date | null;
  backAt: Date | null;
  closing: boolean;
  /** Its mentor is connected, or in a call that goes on without this page: on another device, say. */
  mentorThere: boolean;
  /** Somebody is inside. */
  visited: boolean;
  /** How many wait. */
  waiting: number;
};

/**
 * What is to be done at a door.
 * `close-kept`: the mentor is gone, close it and keep the line; `close`: nobody waits, or it was the last visit: close it
 * and release whoever waits; `release`: the line was kept long enough; `resume`: the five minutes are over;
 * `still-there`: the mentor is not away after all.
 */
export type Due = 'still-there' | 'close-kept' | 'close' | 'release' | 'resume';

/** What is due at this moment, the one thing that matters most; null: nothing. */
export function dueAt(door: Kept, now: Date, { away }: Pick<KeepingTiming, 'away'>): Due | null {
  const past = (at: Date | null, after = 0) => at !== null && at.getTime() + after <= now.getTime();
  if (door.state === 'closed') return past(door.keptUntil) ? 'release' : null;
  if (door.closing && !door.visited) return 'close';
  if (door.awaySince && door.mentorThere) return 'still-there';
  if (past(door.awaySince, away)) return door.waiting > 0 ? 'close-kept' : 'close';
  return past(door.backAt) ? 'resume' : null;
}
