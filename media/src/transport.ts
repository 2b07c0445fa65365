import type { TransportParameters } from '@ajar/shared';
import type { types } from 'mediasoup';
import { ClosedError } from './errors.ts';

export interface OpenTransportOptions {
  router: types.Router;
  webRtcServer: types.WebRtcServer;
  /** The browser's fingerprints, when it knows them already: the transport is then connected before it is answered. */
  dtls: types.DtlsParameters | null;
  /** How long the place of a silent peer is kept, in ms. */
  grace: number;
  /** Whether data channels can be opened on it. */
  data: boolean;
  /** Largest message that comes in over a data channel, in bytes. Default: mediasoup's, 256 KiB. */
  largestMessage?: number | undefined;
}

/**
 * Where the bandwidth estimate starts, in bit/s. mediasoup's default of 600 kbit/s keeps a camera at its lowest layer for
 * many seconds; this leaves room for the full layer (about 1.5 Mbit/s) from the first frame, and a network that cannot
 * carry it is noticed within a second.
 */
const firstEstimate = 4_000_000;

/** A WebRTC transport on the worker's one port: UDP, or TCP where UDP is blocked. */
export async function openTransport(options: OpenTransportOptions): Promise<types.WebRtcTransport> {
  const { router, webRtcServer, dtls, grace, data, largestMessage } = options;
  const transport = await router.createWebRtcTransport({
    webRtcServer,
    enableUdp: true,
    enableTcp: true,
    preferUdp: true,
    enableSctp: data,
    ...(largestMessage ? { maxReceiveMessageSize: largestMessage } : {}),
    initialAvailableOutgoingBitrate: firstEstimate,
    // A path that is silent is given up a little later than the peer itself, never before.
    iceConsentTimeout: Math.max(30, Math.ceil(grace / 1_000) + 5),
  });
  try {
    if (dtls) await transport.connect({ dtlsParameters: ofBrowser(dtls) });
  } catch (cause) {
    transport.close();
    throw cause;
  }
  return transport;
}

/**
 * What a browser says of its DTLS before its first offer, as mediasoup needs it.
 * - The role: mediasoup-client makes every browser the client, but cannot know that yet and says `auto`, on which mediasoup
 *   would become client too, and both would wait for ever.
 * - The fingerprints: `RTCCertificate.getFingerprints()` writes them in lower case (W3C WebRTC, section 4.9.2), the worker
 *   compares them in upper case as SDP writes them (RFC 8122 section 5) and would hang up right after the handshake.
 */
export function ofBrowser({ role, fingerprints }: types.DtlsParameters): types.DtlsParameters {
  return {
    role: role === 'server' ? 'server' : 'client',
    fingerprints: fingerprints.map(({ algorithm, value }) => ({ algorithm, value: `${value}`.toUpperCase() })),
  };
}

/** What a peer has: one transport to send on, one to receive on. */
export interface TransportPair {
  send: types.WebRtcTransport;
  recv: types.WebRtcTransport;
}

/**
 * Both transports of a peer. The receiving one has data channels: a browser opens the path to it by one when there is
 * nobody to receive yet.
 */
export async function openPair(options: Omit<OpenTransportOptions, 'data'>): Promise<TransportPair> {
  const opening = [false, true].map((data) => openTransport({ ...options, data }));
  const [send, recv] = await allOrNone(opening);
  if (!send || !recv) throw new ClosedError('room');
  return { send, recv };
}

/** All of them, or none: when one cannot be opened the others are closed again. */
async function allOrNone(opening: Promise<types.WebRtcTransport>[]): Promise<types.WebRtcTransport[]> {
  const settled = await Promise.allSettled(opening);
  const failed = settled.find((result) => result.status === 'rejected');
  const opened = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  if (failed) {
    for (const transport of opened) transport.close();
    throw failed.reason;
  }
  return opened;
}

/** What a browser needs to know of a transport to make its own end. */
export function told({
  id,
  iceParameters,
  iceCandidates,
  dtlsParameters,
  sctpParameters,
}: types.WebRtcTransport): TransportParameters {
  return { id, iceParameters, iceCandidates, dtlsParameters, ...(sctpParameters ? { sctpParameters } : {}) };
}
