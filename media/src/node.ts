import type { IceServer, NodeReport, RoomId, RoomMoment } from '@ajar/shared';
import { extras, type types } from 'mediasoup';
import type { Logger } from 'pino';
import type { Namespace } from 'socket.io';
import { supportedRtpCapabilities } from './codecs.ts';

export interface MediaNodeOptions {
  /** Name of this node among all nodes; part of every report. */
  nodeId: string;
  /** IP address to listen on for media, UDP and TCP. */
  listenIp: string;
  /** HS256 key of the room tokens, at least 32 bytes; the hub signs with the same. */
  secret: Uint8Array;
  log: Logger;
  /** mediasoup worker processes. Default: one a core. */
  workers?: number | undefined;
  /** Address told to browsers instead of `listenIp`, when behind NAT or listening on every address. */
  announcedAddress?: string | undefined;
  /** Media port of the first worker, for UDP and TCP; the next worker takes the next one. Default 0: any free port. */
  firstPort?: number | undefined;
  /** Origin at which browsers reach the signalling of this node. Default '': the origin of the page. */
  url?: string | undefined;
  /** STUN and TURN servers told to every peer. Default: none. */
  iceServers?: readonly IceServer[] | undefined;
  /** How long the place of a peer is kept after its socket is gone, in ms. Default 30,000. */
  peerGrace?: number | undefined;
  /** Path of the mediasoup-worker binary. Default: `MEDIASOUP_WORKER_BIN`, else mediasoup's own. */
  workerBin?: string | undefined;
}

export type MediaNodeEvents = {
  /** A member is in a room who was not. Reloads, reconnections and worker deaths are not told. */
  joined: [RoomMoment];
  /** A member is gone for good: left, removed, or away for longer than the grace. */
  left: [RoomMoment];
  /** A worker died. It is replaced and its peers rejoin by themselves: this is for the log and the curious. */
  died: [{ pid: number; cause: Error }];
};

/** The SFU: mediasoup workers, the rooms on them, and their signalling. */
export class MediaNode extends extras.EnhancedEventEmitter<MediaNodeEvents> {
  readonly rtpCapabilities: types.RtpCapabilities = supportedRtpCapabilities();

  private constructor(_options: MediaNodeOptions) {
    super();
  }

  /**
   * Starts the workers.
   * @throws AjarError `worker-missing`, `media-port-taken`, `worker-failed` (set-up); nothing is left running then.
   */
  static async create(options: MediaNodeOptions): Promise<MediaNode> {
    return new MediaNode(options);
  }

  /** Serves `/media` on this namespace of the host's socket.io server. */
  attach(_namespace: Namespace): void {}

  /** Whether every worker is alive. */
  get ready(): boolean {
    return false;
  }

  get closed(): boolean {
    return false;
  }

  /** The whole truth of this node, for the hub. */
  report(): NodeReport {
    throw new Error('not yet');
  }

  /** Ends a call: everybody in the room is told `removed`, and nobody gets in again. */
  closeRoom(_roomId: RoomId): void {}

  /** Ends every room and every worker; resolves when the processes are gone. */
  async close(): Promise<void> {}
}
