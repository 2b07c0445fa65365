import type { MemberId, NodeId, RoomId } from '@ajar/shared';

/** What a hub may ask of a media node. The node inside this process takes it as it is, a lone one over its socket. */
export type RoomCommands = {
  /** Ends a call for everybody in it. */
  closeRoom(roomId: RoomId): void;
  /**
   * Takes one person out: to the others they have left, they themselves are told that it is over.
   * @param mayReturn where they are let in again, the room takes them. Default: false.
   */
  removePeer(roomId: RoomId, memberId: MemberId, mayReturn?: boolean): void;
  /** The host lets this person in: a lock on the room does not keep them out. */
  letIn(roomId: RoomId, memberId: MemberId): void;
};

/** Which node listens to what. A lone node that is away is not reached: it is told what it missed when it is back. */
export class NodeCommands {
  #own: { id: NodeId; commands: RoomCommands } | undefined;
  #others: ((id: NodeId) => RoomCommands) | undefined;

  /** The node inside this process. */
  ownIs(id: NodeId, commands: RoomCommands): void {
    this.#own = { id, commands };
  }

  /** Every other node, over its socket. */
  othersAre(commandsOf: (id: NodeId) => RoomCommands): void {
    this.#others = commandsOf;
  }

  of(id: NodeId): RoomCommands | undefined {
    return this.#own?.id === id ? this.#own.commands : this.#others?.(id);
  }
}
