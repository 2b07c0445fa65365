import type { MemberId, NodeReport, RoomId, RoomMoment } from '@ajar/shared';
import { extras } from 'mediasoup';

export type RollEvents = {
  /** A member entered a room and was not in it before. */
  joined: [RoomMoment];
  /** A member is out of a room for good. */
  left: [RoomMoment];
};

interface Entry {
  joinedAt: string;
  waiting?: NodeJS.Timeout;
}

/**
 * Who is in which room, as the hub sees it. Kept apart from rooms and peers because it outlives them: a member whose worker
 * died, or who reloads, is still in the room although no peer of theirs exists for a moment.
 */
export class Roll extends extras.EnhancedEventEmitter<RollEvents> {
  readonly #rooms = new Map<RoomId, Map<MemberId, Entry>>();

  /** The member has a peer in the room. */
  enter(roomId: RoomId, memberId: MemberId): void {
    const members = this.#rooms.get(roomId) ?? new Map<MemberId, Entry>();
    this.#rooms.set(roomId, members);
    const entry = members.get(memberId);
    if (entry) {
      clearTimeout(entry.waiting);
      return;
    }
    const joinedAt = new Date().toISOString();
    members.set(memberId, { joinedAt });
    this.safeEmit('joined', { roomId, memberId, at: joinedAt });
  }

  /** The member has no peer now and is expected back within this time, in ms; otherwise they have left. */
  expect(roomId: RoomId, memberId: MemberId, within: number): void {
    const entry = this.#rooms.get(roomId)?.get(memberId);
    if (!entry) return;
    clearTimeout(entry.waiting);
    entry.waiting = setTimeout(() => this.leave(roomId, memberId), within);
  }

  /** Whether the member is in the room, if only expected back; without one, whether anybody is. */
  has(roomId: RoomId, memberId?: MemberId): boolean {
    const members = this.#rooms.get(roomId);
    return memberId ? (members?.has(memberId) ?? false) : members !== undefined;
  }

  /** The member is out for good; `barred`: not to come back. Nothing happens for one who is not in the room. */
  leave(roomId: RoomId, memberId: MemberId, barred = false): void {
    const members = this.#rooms.get(roomId);
    const entry = members?.get(memberId);
    if (!members || !entry) return;
    clearTimeout(entry.waiting);
    members.delete(memberId);
    if (members.size === 0) this.#rooms.delete(roomId);
    this.safeEmit('left', { roomId, memberId, at: new Date().toISOString(), ...(barred ? { barred } : {}) });
  }

  /** Everybody is out of this room for good. */
  empty(roomId: RoomId): void {
    for (const memberId of this.#rooms.get(roomId)?.keys() ?? []) this.leave(roomId, memberId);
  }

  rooms(): NodeReport['rooms'] {
    return [...this.#rooms].map(([roomId, members]) => ({
      roomId,
      people: [...members].map(([memberId, { joinedAt }]) => ({ memberId, joinedAt })),
    }));
  }

  /** Forgets everybody without telling: the node is going away, and the hub notices that by itself. */
  close(): void {
    for (const members of this.#rooms.values()) {
      for (const entry of members.values()) clearTimeout(entry.waiting);
    }
    this.#rooms.clear();
  }
}
