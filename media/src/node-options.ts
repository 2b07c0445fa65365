import { AjarError, type CameraCodec } from '@ajar/shared';
import type { Logger } from 'pino';
import { shortestSecret } from './room-token.ts';
import type { TurnOptions } from './turn.ts';

export interface MediaNodeOptions {
  /** Name of this node among all nodes; part of every report. */
  nodeId: string;
  /** IP address to listen on for media, UDP and TCP. Default: for browsers on this machine, see `thisMachine`. */
  listenIp?: string | undefined;
  /** HS256 key of the room tokens, at least 32 bytes; the hub signs with the same. */
  secret: Uint8Array;
  log: Logger;
  /** mediasoup worker processes. Default: one a core. */
  workers?: number | undefined;
  /** Address told to browsers instead of the one listened on, when behind NAT or listening on every address. */
  announcedAddress?: string | undefined;
  /** Media port of the first worker, for UDP and TCP; the next worker takes the next one. Default 0: any free port. */
  firstPort?: number | undefined;
  /** Origin at which browsers reach the signalling of this node. Default '': the origin of the page. */
  url?: string | undefined;
  /** What cameras are sent in where all in a room can decode it. Default: VP8. */
  cameraCodec?: CameraCodec | undefined;
  /** The TURN server that everybody in a call may go through. Default: none. */
  turn?: TurnOptions | undefined;
  /** How long the place of a peer is kept after its socket is gone, in ms. Default 30,000. */
  peerGrace?: number | undefined;
  /** How many may have transports standing by at a time. Default 400. */
  standbyLimit?: number | undefined;
  /** How long a socket may stay without having joined, in ms. Default 15,000. */
  joinWithin?: number | undefined;
  /** Path of the mediasoup-worker binary. Default: `MEDIASOUP_WORKER_BIN`, else mediasoup's own. */
  workerBin?: string | undefined;
}

const everyAddress = new Set(['0.0.0.0', '::']);

/** @throws AjarError `secret-too-short` or `announced-address-missing` (set-up). */
export function assertSound({ secret, listenIp, announcedAddress }: MediaNodeOptions): void {
  if (secret.length < shortestSecret) {
    throw new AjarError('set-up', 'secret-too-short', `The media secret must be ${shortestSecret} bytes or longer.`);
  }
  if (listenIp && everyAddress.has(listenIp) && !announcedAddress) {
    throw new AjarError(
      'set-up',
      'announced-address-missing',
      `Media listens on every address (${listenIp}): set AJAR_MEDIA_ANNOUNCED to the one browsers can reach.`,
    );
  }
}
