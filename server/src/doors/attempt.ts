import { AjarError, type DoorId, doorChoice, type MemberId, type PersonSeen, type ProgramId } from '@ajar/shared';
import type { Transaction } from '../database/index.ts';
import { hiddenFrom } from '../people/index.ts';
import { doorsShutTo } from './fairness.ts';
import { lockDoor } from './line.ts';
import { type Attempt, checkAttempt } from './rules.ts';
import { asSeen, type DoorView } from './seen.ts';
import { viewDoors } from './view.ts';

/** Who presses: a member as the doors know them. */
export type Visiting = PersonSeen & { programId: ProgramId };

/** What is written together with a door that is set; `false`: leave the door as it is. */
export type Also = (tx: Transaction) => Promise<boolean>;

export const noSuchDoor = () =>
  new AjarError('not-found', 'no-such-door', 'This door is not in the corridor any more.');

/**
 * Locks the door, so that attempts come one after the other, and holds this one against what it offers now.
 * @param around Who is connected right now.
 * @throws AjarError `no-such-door`, `own-door`, `last-call`, and those of `checkAttempt`.
 */
export async function attemptAt(
  tx: Transaction,
  visitor: Visiting,
  doorId: DoorId,
  attempt: Attempt,
  around: (memberId: MemberId) => boolean,
): Promise<DoorView> {
  await lockDoor(tx, doorId);
  const [door] = await viewDoors(tx, { doorIds: [doorId] }, around);
  if (door?.programId !== visitor.programId) throw noSuchDoor();
  if (door.memberId === visitor.memberId) {
    throw new AjarError('bad-input', 'own-door', 'This is your own door.');
  }
  const hidden = await hiddenFrom(tx, visitor.memberId);
  // To somebody who is blocked, the door does not exist.
  if (door.memberId && hidden.has(door.memberId)) throw noSuchDoor();
  const shut = (await doorsShutTo(tx, visitor.memberId)).has(doorId);
  if (door.lastCall && !shut && door.around && door.state !== 'closed') {
    const words = `${door.name} takes no new visitors for now. Nothing was changed.`;
    throw new AjarError('conflict', 'last-call', words);
  }
  checkAttempt(attempt, shut ? 'none' : doorChoice(asSeen(door, hidden)), door.name, door.kind);
  return door;
}
