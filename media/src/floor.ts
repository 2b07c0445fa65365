import type { FloorSeen, Knocker, MemberId, RoomTokenClaims } from '@ajar/shared';
import { extras } from 'mediasoup';

export type FloorEvents = {
  /** Something of it looks different now. */
  changed: [];
};

/** Somebody before a locked room. `answer` is called once, unless they go away; nobody answered when it is by nobody. */
export interface Knocking extends Knocker {
  answer: (letIn: boolean, by?: string) => void;
}

/**
 * What goes on in one room besides media: whether it is locked, whose hands are up, whom a moderator has muted, who knocks.
 * Kept apart from the room because it outlives it, as the roll does: a lock must not fall off when a worker dies.
 */
export class Floor extends extras.EnhancedEventEmitter<FloorEvents> {
  readonly #hands = new Set<MemberId>();
  readonly #muted = new Set<MemberId>();
  /** Let in by name: the lock does not keep them out. */
  readonly #letIn = new Set<MemberId>();
  readonly #knocking = new Map<MemberId, Knocking>();
  #locked = false;

  get locked(): boolean {
    return this.#locked;
  }

  /** As this member sees it. */
  seenBy({ member, may }: Pick<RoomTokenClaims, 'member' | 'may'>): FloorSeen {
    const knocking = may.moderate ? [...this.#knocking.values()] : [];
    return {
      locked: this.#locked,
      hands: [...this.#hands],
      knocking: knocking.map(({ memberId, name }) => ({ memberId, name })),
      muted: this.#muted.has(member),
    };
  }

  /** Whether the lock keeps this newcomer out. Who moderates has the key. */
  keepsOut({ member, may }: Pick<RoomTokenClaims, 'member' | 'may'>): boolean {
    return this.#locked && !may.moderate && !this.#letIn.has(member);
  }

  /** Locks or unlocks; unlocked, everybody who knocks comes in. */
  lock(locked: boolean, by?: string): void {
    if (this.#locked === locked) return;
    this.#locked = locked;
    this.#letIn.clear();
    const waiting = [...this.#knocking.values()];
    this.#knocking.clear();
    this.safeEmit('changed');
    for (const { answer } of waiting) answer(true, by);
  }

  /** The lock does not keep this member out. */
  letIn(memberId: MemberId, by?: string): void {
    if (this.#locked) this.#letIn.add(memberId);
    this.#answer(memberId, true, by);
  }

  /** @returns whether they knocked. */
  turnAway(memberId: MemberId, by?: string): boolean {
    return this.#answer(memberId, false, by);
  }

  has(memberId: MemberId): boolean {
    return this.#knocking.has(memberId);
  }

  /** A second knock of the same member takes the place of the first. */
  knock(knocking: Knocking): void {
    this.#knocking.set(knocking.memberId, knocking);
    this.safeEmit('changed');
  }

  /** They went away before there was an answer. */
  goAway(knocking: Knocking): void {
    if (this.#knocking.get(knocking.memberId) !== knocking) return;
    this.#knocking.delete(knocking.memberId);
    this.safeEmit('changed');
  }

  /** @returns whether anything changed. */
  setHand(memberId: MemberId, up: boolean): boolean {
    if (this.#hands.has(memberId) === up) return false;
    if (up) this.#hands.add(memberId);
    else this.#hands.delete(memberId);
    this.safeEmit('changed');
    return true;
  }

  /** A moderator turned this microphone off, or its owner turned it on again. Seen by its owner alone, when they join. */
  setMuted(memberId: MemberId, muted: boolean): void {
    if (muted) this.#muted.add(memberId);
    else this.#muted.delete(memberId);
  }

  /** The member is out for good. */
  forget(memberId: MemberId): void {
    this.#muted.delete(memberId);
    this.#letIn.delete(memberId);
    this.setHand(memberId, false);
  }

  #answer(memberId: MemberId, letIn: boolean, by?: string): boolean {
    const knocking = this.#knocking.get(memberId);
    if (!knocking) return false;
    this.#knocking.delete(memberId);
    this.safeEmit('changed');
    knocking.answer(letIn, by);
    return true;
  }
}
