import { AjarError, type RoomId } from '@ajar/shared';
import type { Logger } from 'pino';
import type { Ended } from './ended.ts';
import { ClosedError, mediasoup } from './errors.ts';
import type { Floors } from './floors.ts';
import type { MediaWorker } from './media-worker.ts';
import type { Peer } from './peer.ts';
import type { PeerEnd } from './peer-end.ts';
import type { Roll } from './roll.ts';
import { Room } from './room.ts';
import type { WorkerPool } from './worker-pool.ts';

export interface RoomsOptions {
  pool: WorkerPool;
  roll: Roll;
  ended: Ended;
  floors: Floors;
  /** How long the place of a peer is kept, in ms. */
  peerGrace: number;
  log: Logger;
  onPeerClosed: (peer: Peer, end: PeerEnd) => void;
}

/** The rooms of a node: made when the first comes, gone with the last. A floor outlives its room while anybody is expected back. */
export class Rooms {
  readonly #options: RoomsOptions;
  /** Those being made included: two people who join at once make one room. */
  readonly #rooms = new Map<RoomId, Promise<Room>>();
  readonly #open = new Map<RoomId, Room>();
  #closed = false;

  constructor(options: RoomsOptions) {
    this.#options = options;
  }

  get open(): Room[] {
    return [...this.#open.values()];
  }

  find(roomId: RoomId): Room | undefined {
    return this.#open.get(roomId);
  }

  /** @throws ClosedError. */
  get(roomId: RoomId): Room {
    const room = this.#open.get(roomId);
    if (!room) throw new ClosedError('room');
    return room;
  }

  /**
   * The room of this id, made where there is none.
   * @param near the worker on which a new room is best made.
   * @throws ClosedError; AjarError `room-ended` (conflict), `no-worker` (unavailable).
   */
  async enter(roomId: RoomId, near?: MediaWorker): Promise<Room> {
    if (this.#closed) throw new ClosedError('node');
    if (this.#options.ended.hasRoom(roomId)) throw roomEnded();
    const existing = this.#rooms.get(roomId);
    if (existing) return await existing;
    const making = this.#make(roomId, near);
    this.#rooms.set(roomId, making);
    return await making;
  }

  /** Nobody has this room open, nor is expected back in it: what was decided there is forgotten. */
  forget(roomId: RoomId): void {
    const { roll, floors } = this.#options;
    if (!roll.has(roomId) && !this.#rooms.has(roomId)) floors.drop(roomId);
  }

  close(): void {
    this.#closed = true;
    for (const room of this.open) room.close('node-closed');
  }

  async #make(roomId: RoomId, near?: MediaWorker): Promise<Room> {
    const { pool, floors, ended, peerGrace, onPeerClosed } = this.#options;
    try {
      const worker = near?.alive ? near : await pool.pick();
      const log = this.#options.log.child({ room: roomId });
      const floor = floors.of(roomId);
      const room = await mediasoup(() => Room.create({ roomId, worker, peerGrace, floor, log }));
      // The node or the call may have ended meanwhile.
      if (this.#closed || ended.hasRoom(roomId)) room.close();
      if (room.closed) throw new ClosedError('room');
      this.#open.set(roomId, room);
      room.on('peerclosed', onPeerClosed);
      room.once('closed', () => {
        this.#open.delete(roomId);
        this.#gone(roomId);
      });
      log.debug({ worker: worker.pid }, 'room made');
      return room;
    } catch (thrown) {
      this.#gone(roomId);
      throw thrown;
    }
  }

  #gone(roomId: RoomId): void {
    this.#rooms.delete(roomId);
    this.forget(roomId);
  }
}

export function roomEnded(): AjarError {
  return new AjarError('conflict', 'room-ended', 'This call has ended.');
}
