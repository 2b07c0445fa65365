import type { MemberId, RoomId } from '@ajar/shared';

/** Longer than any room token is valid, in ms. */
const remembered = 3_600_000;

/** Rooms closed for good, and members taken out of one, whom tokens that are still valid must not let in again. */
export class Ended {
  readonly #timers = new Map<string, NodeJS.Timeout>();

  /** The room is over for everybody or, with a member, for that one. */
  add(roomId: RoomId, memberId?: MemberId): void {
    const key = keyOf(roomId, memberId);
    clearTimeout(this.#timers.get(key));
    this.#timers.set(key, setTimeout(() => this.#timers.delete(key), remembered).unref());
  }

  /** Whether the room is over for everybody. */
  hasRoom(roomId: RoomId): boolean {
    return this.#timers.has(keyOf(roomId));
  }

  /** Whether the room is over for this member. */
  has(roomId: RoomId, memberId: MemberId): boolean {
    return this.hasRoom(roomId) || this.#timers.has(keyOf(roomId, memberId));
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}

function keyOf(roomId: RoomId, memberId?: MemberId): string {
  return memberId ? `${roomId} ${memberId}` : roomId;
}
