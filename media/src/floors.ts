import type { MemberId, RoomId, RoomTokenClaims } from '@ajar/shared';
import { extras } from 'mediasoup';
import { Floor, type Knocking } from './floor.ts';

export type FloorsEvents = {
  /** They knocked and do not come in. */
  turnedAway: [RoomId, MemberId];
};

/** How long a knock waits for its answer, in ms: less than the hub waits for somebody it has admitted. */
const knockLasts = 60_000;

/** The floor of every room of a node. */
export class Floors extends extras.EnhancedEventEmitter<FloorsEvents> {
  readonly #floors = new Map<RoomId, Floor>();
  readonly #knocks = new Set<NodeJS.Timeout>();

  /** The floor of this room, made where there is none. */
  of(roomId: RoomId): Floor {
    const floor = this.#floors.get(roomId) ?? new Floor();
    this.#floors.set(roomId, floor);
    return floor;
  }

  find(roomId: RoomId): Floor | undefined {
    return this.#floors.get(roomId);
  }

  /** The room is over, or nobody is left in it. Who still knocks comes in: there is nothing to be kept out of. */
  drop(roomId: RoomId): void {
    const floor = this.#floors.get(roomId);
    this.#floors.delete(roomId);
    floor?.lock(false);
  }

  /** Somebody the lock keeps out. @returns what takes the knock back. */
  knock({ room, member, name }: RoomTokenClaims, answer: Knocking['answer']): () => void {
    const floor = this.of(room);
    const patience = setTimeout(() => floor.turnAway(member), knockLasts);
    this.#knocks.add(patience);
    const over = () => {
      clearTimeout(patience);
      this.#knocks.delete(patience);
    };
    const knocking: Knocking = {
      memberId: member,
      name,
      answer: (letIn, by) => {
        over();
        answer(letIn, by);
        if (!letIn) this.safeEmit('turnedAway', room, member);
      },
    };
    floor.knock(knocking);
    return () => {
      over();
      floor.goAway(knocking);
    };
  }

  close(): void {
    for (const patience of this.#knocks) clearTimeout(patience);
    this.#floors.clear();
  }
}
