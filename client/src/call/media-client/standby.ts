import { type MediaSource, type PeerId, request, standbyProtocol, type TransportParameters } from '@ajar/shared';
import type { Device, types } from 'mediasoup-client';
import type { Manager, Socket } from 'socket.io-client';
import type { Identity } from './browser.ts';
import { layeredCodec } from './layered.ts';
import { encodingsOf, type Shows, sending } from './sources.ts';
import { serversOf } from './way-through.ts';

export interface StandbyOptions {
  /** The connection to the media node; the call that takes this over goes on using it. */
  manager: Manager;
  token: string;
  device: Device;
  identity: Identity;
  /** The node has no room for it just now, or could not be reached. */
  onRefused: () => void;
}

/** Both transports of a call that is yet to come, and what is sent on one of them as soon as it has its tracks. */
export interface Pair {
  id: PeerId;
  send: types.Transport;
  recv: types.Transport;
  producers: ReadonlyMap<Begun, types.Producer>;
  close(): void;
}

/** What most people send. */
export type Begun = 'microphone' | 'camera';

/**
 * Transports that are connected to the media node before there is a call: ICE, DTLS and the negotiation of what they will
 * send are then behind whoever joins. They carry nothing and no device is touched. What cannot be had is not missed; the call makes its own.
 */
export class Standby {
  readonly #device: Device;
  readonly #identity: Identity;
  readonly #socket: Socket;
  #pair: Pair | null = null;
  /** Ends what is not a pair yet. */
  #opening: () => void = () => undefined;
  #taken = false;
  #over = false;

  constructor({ manager, token, device, identity, onRefused }: StandbyOptions) {
    this.#device = device;
    this.#identity = identity;
    this.#socket = manager.socket('/standby', { auth: { token } });
    this.#socket.on('connect', () => void this.#open(onRefused));
    // The node has let go of the transports with the socket, and a token is for one connection.
    this.#socket.on('disconnect', () => this.close());
    this.#socket.on('connect_error', () => {
      onRefused();
      this.close();
    });
  }

  /** Whether it is of use, or may still be. */
  get good(): boolean {
    return !this.#over && (!this.#pair || [this.#pair.send, this.#pair.recv].every(isSound));
  }

  /** Whether all of it is there to be taken. */
  get complete(): boolean {
    return this.#pair !== null && this.good;
  }

  /**
   * @param sources what is sent on of what has begun; the rest ends.
   * @returns what is the caller's from now on; `null` where it is not there, or for another Device.
   */
  take(device: Device, sources: readonly MediaSource[]): Pair | null {
    const pair = this.#pair;
    if (!pair || !this.good || device !== this.#device) return null;
    this.#pair = null;
    this.#taken = true;
    const [goOn, end] = [true, false].map((on) =>
      [...pair.producers].filter(([source]) => sources.includes(source) === on),
    );
    for (const [, producer] of end ?? []) producer.close();
    return { ...pair, producers: new Map(goOn) };
  }

  /** Ends what was not taken. The connection stays as it is. */
  close(): void {
    this.#over = true;
    this.#socket.off();
    this.#socket.disconnect();
    if (!this.#taken) this.#opening();
    this.#pair = null;
  }

  /** Never rejects. */
  async #open(onRefused: () => void): Promise<void> {
    const { dtls } = this.#identity;
    if (!dtls) return this.close();
    try {
      const made = await request(this.#socket, standbyProtocol, 'standBy', { dtls });
      if (this.#over) return;
      const options = ({ sctpParameters, ...parameters }: TransportParameters): types.TransportOptions => ({
        ...parameters,
        ...(sctpParameters ? { sctpParameters } : {}),
        iceServers: serversOf(made.iceServers),
        additionalSettings: { certificates: this.#identity.certificates },
      });
      const send = this.#device.createSendTransport(options(made.sendTransport));
      const recv = this.#device.createRecvTransport(options(made.recvTransport));
      const close = () => {
        send.close();
        recv.close();
      };
      this.#opening = close;
      const [producers] = await Promise.all([this.#begin(send), openToReceive(recv, this.#device)]);
      if (!this.#over) this.#pair = { id: made.standbyId, send, recv, producers, close };
    } catch {
      // A press that comes before it is done ends it too: that is no refusal.
      if (!this.#over) onRefused();
      this.close();
    }
  }

  /** Negotiates microphone and camera with tracks that never carry anything. */
  async #begin(send: types.Transport): Promise<Map<Begun, types.Producer>> {
    introduced(send);
    send.on('produce', ({ rtpParameters, appData }, callback, errback) => {
      const source = appData['source'] as Begun;
      request(this.#socket, standbyProtocol, 'begin', { source, rtpParameters }).then(
        ({ producerId }) => callback({ id: producerId }),
        errback,
      );
    });
    const begun = new Map<Begun, types.Producer>();
    for (const [source, track] of Object.entries(silence()) as [Begun, MediaStreamTrack][]) {
      begun.set(source, await send.produce({ track, ...howToSend(source, undefined, layeredCodec(this.#device)) }));
    }
    send.removeAllListeners('produce');
    return begun;
  }
}

/**
 * How a producer of this source is made. Tracks belong to LocalMedia: it alone stops them and switches `enabled`.
 * @param layered the codec of a camera that goes out in one picture of several layers. Default: in a picture for each.
 */
export function howToSend(
  source: MediaSource,
  shows?: Shows,
  layered?: types.RtpCodecCapability,
): types.ProducerOptions {
  const codec = source === 'camera' ? layered : undefined;
  const encodings = encodingsOf(source, shows, codec !== undefined);
  const { codecOptions } = sending[source];
  return {
    ...(codec ? { codec } : {}),
    ...(encodings ? { encodings } : {}),
    ...(codecOptions ? { codecOptions } : {}),
    stopTracks: false,
    disableTrackOnPause: false,
    appData: { source },
  };
}

let silent: Record<Begun, MediaStreamTrack> | null = null;

/** Tracks that carry nothing: what a connection that nobody is at the other end of would receive. */
function silence(): Record<Begun, MediaStreamTrack> {
  if (!silent) {
    const nowhere = new RTCPeerConnection();
    const track = (kind: 'audio' | 'video') => nowhere.addTransceiver(kind).receiver.track;
    silent = { microphone: track('audio'), camera: track('video') };
  }
  return silent;
}

/** The stream of a data channel that carries nothing: the last one browsers have, since the node counts from the first. */
const pathStream = 1_023;

/**
 * A browser connects only for something: a data channel that carries nothing is enough. A picture that never comes is
 * negotiated with it: on the first picture of a transport mediasoup-client negotiates a second time, for what the node
 * measures the bandwidth with, and that is then behind whoever waits for a face.
 */
export async function openToReceive(recv: types.Transport, { recvRtpCapabilities }: Device): Promise<void> {
  introduced(recv);
  await recv.consumeData({
    id: 'path',
    dataProducerId: 'path',
    sctpStreamParameters: { streamId: pathStream, ordered: true },
  });
  // Whoever joins meanwhile waits for it as they would without; nothing else does.
  recv
    .consume({
      id: 'nobody',
      producerId: 'nobody',
      kind: 'video',
      rtpParameters: pictureOfNobody(recvRtpCapabilities),
    })
    .catch(() => undefined);
}

/** Parameters as the node has them for a picture, with a name for its packets that it never uses. */
function pictureOfNobody({ codecs = [], headerExtensions = [] }: types.RtpCapabilities): types.RtpParameters {
  const isPicture = ({ kind }: { kind?: string | undefined }) => kind === 'video';
  const chosen = codecs.filter(isPicture).slice(0, 1);
  return {
    mid: 'nobody',
    codecs: chosen.map(
      ({ mimeType, clockRate, preferredPayloadType: payloadType = 0, parameters = {}, rtcpFeedback = [] }) => ({
        mimeType,
        clockRate,
        payloadType,
        parameters,
        rtcpFeedback,
      }),
    ),
    headerExtensions: headerExtensions.filter(isPicture).map(({ uri, preferredId: id }) => ({ uri, id })),
    encodings: [{ ssrc: 1 }],
    rtcp: { cname: 'nobody' },
  };
}

/** The node knows this page's fingerprints already. */
function introduced(transport: types.Transport): void {
  transport.on('connect', (_parameters, callback) => callback());
}

function isSound({ closed, connectionState }: types.Transport): boolean {
  return !closed && connectionState !== 'failed' && connectionState !== 'disconnected';
}
