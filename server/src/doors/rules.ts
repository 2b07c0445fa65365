import { AjarError, type DoorChoice, type DoorKind, type DoorState } from '@ajar/shared';

/** How long who is called has to come in, in ms, where a minute lasts `minute` ms. */
export const answerWithin = (minute = 60_000): number => 2 * minute;

/** Every state of a door leads to every other; a door set to what it already is stays as it is. */
export const doorMoves: Readonly<Record<DoorState, readonly DoorState[]>> = {
  closed: ['ajar', 'open'],
  ajar: ['closed', 'open'],
  open: ['closed', 'ajar'],
};

/** A door closed for less than this, in ms, was not closed to those who were told that it is open. */
const moment = 10 * 60_000;

/** What is written of a door that opens now, having been closed since `changedAt`. */
export function openingOf(
  door: { changedAt: Date; openSince: Date | null },
  now: Date,
): { openedAt: Date; openSince: Date; lastCall: boolean } {
  const again = now.getTime() - door.changedAt.getTime() < moment;
  return { openedAt: now, openSince: again && door.openSince ? door.openSince : now, lastCall: false };
}

/** What a visitor tries at a door; each is possible only where the door offers it. */
export type Attempt = 'walk-in' | 'knock' | 'wait';

/**
 * Holds an attempt against what the door offers at this moment, which may have changed since the press.
 * @throws AjarError with words for what to do instead.
 */
export function checkAttempt(attempt: Attempt, choice: DoorChoice, name: string, kind: DoorKind = 'single'): void {
  if (attempt === choice) return;
  // Waiting in line where one could go in or knock at once is no mistake: it just is not needed yet.
  if (attempt === 'knock' && choice === 'wait') return;
  switch (choice) {
    case 'none':
      throw new AjarError('conflict', 'door-closed', `${whose(name, kind)} is not open just now. Nothing was changed.`);
    case 'wait':
      throw busyDoor(kind, name);
    case 'knock':
      throw new AjarError('conflict', 'door-ajar', `${whose(name, kind)} is ajar now. Knock first.`);
    case 'walk-in':
      throw new AjarError('conflict', 'door-open', `${whose(name, kind)} is open. You can walk in.`);
  }
}

/** Nobody more can go in just now. Of a shared room it is said in the same words, whatever the reason. */
export function busyDoor(kind: DoorKind, name: string): AjarError {
  const words = {
    single: `Somebody is with ${name}. You can wait in line.`,
    shared: `The room of ${name} is full just now. You can wait in line.`,
    staffed: `Everybody at ${name} is in a conversation. You can wait in line.`,
  };
  return new AjarError('conflict', 'door-busy', words[kind]);
}

/** A staffed door has a name of its own. */
function whose(name: string, kind: DoorKind): string {
  return kind === 'staffed' ? name : `${name}’s door`;
}
