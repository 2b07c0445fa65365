import { randomUUID } from 'node:crypto';
import {
  type CameraCodec,
  type MediaSource,
  type mediaProtocol,
  type PeerId,
  type PeerSeen,
  type PushData,
  type PushName,
  peerId,
  type ReadyConsumer,
  type RoomTokenClaims,
} from '@ajar/shared';
import { extras, ortc, type types } from 'mediasoup';
import type { Logger } from 'pino';
import { decodes } from './codecs.ts';
import { ClosedError, mediasoup } from './errors.ts';
import { type Channel, Line, type LineOptions } from './line.ts';
import { type PeerEnd, tellEnd } from './peer-end.ts';
import { PeerTransports } from './peer-transports.ts';
import { Receiving, type ReceivingEvents } from './receiving.ts';
import { type MediaProducer, Sending, type SendingEvents } from './sending.ts';
import type { Standby, Taken } from './standby.ts';
import { openPair } from './transport.ts';

export interface PeerOptions extends Omit<LineOptions, 'onGone'> {
  /** Who this is and what they may do, from their token. */
  claims: RoomTokenClaims;
  router: types.Router;
  webRtcServer: types.WebRtcServer;
  /** What the browser can receive. */
  rtpCapabilities: types.RtpCapabilities;
  /** Fingerprints of the browser's certificate: with them both transports are connected at once. */
  dtls: types.DtlsParameters | null;
  /** Transports that are connected already, on this router, and what goes on being sent. Default: new ones. */
  standby?: Standby | undefined;
  sources?: readonly MediaSource[] | undefined;
  log: Logger;
}

export type PeerEvents = SendingEvents &
  Pick<ReceivingEvents, 'watches'> & {
    /** What others see of this peer changed. */
    changed: [];
    closed: [PeerEnd];
  };

/** One connection of one member in one room: two transports, its producers and its consumers. */
export class Peer extends extras.EnhancedEventEmitter<PeerEvents> {
  readonly id: PeerId;
  readonly claims: RoomTokenClaims;
  readonly sendTransport: types.WebRtcTransport;
  readonly recvTransport: types.WebRtcTransport;
  /** Whether its transports stood by: they are connected already, then. */
  readonly stoodBy: boolean;
  readonly #rtpCapabilities: types.RtpCapabilities;
  readonly #sending: Sending;
  readonly #receiving: Receiving;
  readonly #transports: PeerTransports;
  readonly #line: Line;
  #closed = false;
  /** Came just to listen, and has not turned the microphone on. */
  #listening: boolean;

  /** @throws AjarError `bad-media-parameters` (bad-input), `worker-died` (unavailable). */
  static async create(options: PeerOptions): Promise<Peer> {
    const rtpCapabilities = structuredClone(options.rtpCapabilities);
    return await mediasoup(async () => {
      ortc.validateAndNormalizeRtpCapabilities(rtpCapabilities);
      const { standby, sources = [], claims } = options;
      const stood = standby?.take(claims.may.speak ? sources : []);
      const id = stood && standby ? standby.id : peerId.parse(randomUUID());
      return new Peer({ ...options, rtpCapabilities }, id, stood ?? { ...(await openPair(options)), producers: [] });
    });
  }

  private constructor(options: PeerOptions, id: PeerId, { producers, ...pair }: Taken) {
    super();
    const { claims, channel, grace } = options;
    this.id = id;
    this.claims = claims;
    this.#rtpCapabilities = options.rtpCapabilities;
    this.sendTransport = pair.send;
    this.recvTransport = pair.recv;
    this.#listening = claims.listening ?? false;
    this.stoodBy = id === options.standby?.id;
    this.#line = new Line({ channel, grace, onGone: () => this.close('gone') });
    this.#transports = new PeerTransports(options, pair);
    this.#sending = new Sending({ peerId: id, may: claims.may, transport: pair.send, producers });
    this.#receiving = new Receiving({ ...options, transport: pair.recv, log: options.log.child({ peer: id }) });
    this.#follow();
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Whether its socket is gone and awaited. */
  get reconnecting(): boolean {
    return this.#line.away;
  }

  get producers(): MediaProducer[] {
    return this.#sending.producers;
  }

  /** Whether its microphone is on. */
  get speaks(): boolean {
    return this.#sending.speaks;
  }

  /** Whether it can decode a camera sent in this codec. */
  decodes(codec: CameraCodec): boolean {
    return decodes(this.#rtpCapabilities, codec);
  }

  /** As others see it. */
  get seen(): PeerSeen {
    const { member, name } = this.claims;
    const listening = this.#listening ? { listening: true } : {};
    return { peerId: this.id, memberId: member, name, reconnecting: this.reconnecting, ...listening };
  }

  /** Lets pushes through, those held until now first. */
  open(): void {
    this.#line.open();
  }

  push<N extends PushName<typeof mediaProtocol>>(name: N, data: PushData<typeof mediaProtocol, N>): void {
    if (!this.#closed) this.#line.push(name, data);
  }

  /** Its socket is gone: the place and the media are kept for the grace. */
  lose(): void {
    if (this.#closed || this.#line.away) return;
    this.#line.lose();
    this.safeEmit('changed');
  }

  /** Its socket is back. */
  regain(channel: Channel): void {
    this.#assertOpen();
    this.#line.regain(channel);
    this.safeEmit('changed');
  }

  /** A transport for one file, given or taken, or for pointing. Its user closes it. */
  async openDataTransport(options: { largestMessage?: number } = {}): Promise<types.WebRtcTransport> {
    this.#assertOpen();
    const transport = await this.#transports.openData(options);
    this.#assertOpen();
    return transport;
  }

  /** @throws AjarError `not-found`, `transport-connected` (conflict), `bad-media-parameters` (bad-input). */
  async connectTransport(transportId: string, dtlsParameters: types.DtlsParameters): Promise<void> {
    this.#assertOpen();
    await this.#transports.connect(transportId, dtlsParameters);
  }

  /** New ICE credentials for a transport whose network path is gone; its media stays as it is. @throws AjarError `not-found`. */
  async restartIce(transportId: string): Promise<types.IceParameters> {
    this.#assertOpen();
    return await this.#transports.restartIce(transportId);
  }

  /**
   * Starts sending. A second producer of the same source takes the place of the first one, so that a browser whose
   * request to close it was lost is not stuck.
   * @throws AjarError `may-not-speak`, `may-not-share` (not-allowed), `bad-media-parameters` (bad-input).
   */
  async produce(source: MediaSource, rtpParameters: types.RtpParameters, paused: boolean): Promise<MediaProducer> {
    this.#assertOpen();
    return await this.#sending.produce(source, rtpParameters, paused);
  }

  /** @throws AjarError `not-found`. */
  closeProducer(producerId: string): void {
    this.#assertOpen();
    this.#sending.end(producerId);
  }

  /** @throws AjarError `not-found`. */
  async setProducerPaused(producerId: string, paused: boolean): Promise<void> {
    this.#assertOpen();
    await this.#sending.setPaused(producerId, paused);
  }

  /** @param spatialLayer the largest that the browser sends just now. @throws AjarError `not-found`. */
  setSentLayers(producerId: string, spatialLayer: number): void {
    this.#assertOpen();
    this.#sending.setLayers(producerId, spatialLayer);
  }

  /** Turns the microphone off; its owner may turn it on again. @returns whether it was on. */
  async silence(): Promise<boolean> {
    this.#assertOpen();
    return await this.#sending.silence();
  }

  /** Ends what is shared. @returns whether anything was. */
  stopShare(): boolean {
    this.#assertOpen();
    return this.#sending.stopShare();
  }

  /**
   * Makes a consumer of somebody else's producer, at the highest layers the network allows.
   * @param options `waits`: until the browser resumes it.
   * @returns nothing when the producer ended meanwhile or the browser cannot decode it.
   */
  async consume(producer: MediaProducer, options: { waits: boolean }): Promise<ReadyConsumer | undefined> {
    return this.#closed ? undefined : await this.#receiving.consume(producer, options);
  }

  /** What is sent of this picture has become more or less. */
  async followLayers(producer: MediaProducer): Promise<void> {
    if (!this.#closed) await this.#receiving.followLayers(producer);
  }

  /** Lets media flow; the first key frame is asked for now. Consumers that ended meanwhile are passed over. */
  async resumeConsumers(consumerIds: readonly string[]): Promise<void> {
    this.#assertOpen();
    await this.#receiving.each(consumerIds, (consumer) => consumer.resume());
  }

  async pauseConsumers(consumerIds: readonly string[]): Promise<void> {
    this.#assertOpen();
    await this.#receiving.each(consumerIds, (consumer) => consumer.pause());
  }

  /** @throws AjarError `not-found`. */
  async setPreferredLayers(consumerId: string, spatialLayer: number): Promise<void> {
    this.#assertOpen();
    await this.#receiving.prefer(consumerId, spatialLayer);
  }

  /**
   * Ends everything this peer has. Its browser is told when it is not the one who ended it.
   * @param by name of whoever moderates, where they ended it.
   */
  close(end: PeerEnd, by?: string): void {
    if (this.#closed) return;
    this.#closed = true;
    // A socket that is away is told when it comes back, by whoever finds its peer ended.
    if (!this.#line.away) tellEnd(this.#line, end, by);
    this.#line.close();
    this.#transports.close();
    this.safeEmit('closed', end);
  }

  /** What its two halves say is told to the room, or to the browser. */
  #follow(): void {
    this.#sending.on('produced', (producer) => this.safeEmit('produced', producer));
    this.#sending.on('layers', (producer) => this.safeEmit('layers', producer));
    this.#sending.on('speaks', () => {
      this.safeEmit('speaks');
      if (!this.#listening) return;
      this.#listening = false;
      this.safeEmit('changed');
    });
    this.#receiving.on('watches', (...watched) => this.safeEmit('watches', ...watched));
    this.#receiving.on('ended', (consumerId) => this.push('consumerClosed', { consumerId }));
    this.#receiving.on('paused', (consumerId) => this.push('consumerPaused', { consumerId }));
    this.#receiving.on('resumed', (consumerId) => this.push('consumerResumed', { consumerId }));
  }

  #assertOpen(): void {
    if (this.#closed) throw new ClosedError('peer');
  }
}
