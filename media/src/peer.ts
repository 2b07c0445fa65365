import { randomUUID } from 'node:crypto';
import {
  AjarError,
  type MediaSource,
  mediaProtocol,
  type PeerId,
  type PeerSeen,
  type PushData,
  type PushName,
  peerId,
  push,
  type ReadyConsumer,
  type RoomTokenClaims,
} from '@ajar/shared';
import { extras, ortc, type types } from 'mediasoup';
import type { Logger } from 'pino';
import { ClosedError, mediasoup } from './errors.ts';
import { assertKind } from './sources.ts';
import type { Standby, Taken } from './standby.ts';
import { ofBrowser, openPair, openTransport } from './transport.ts';
import { fullLayer } from './watchers.ts';

/** What a peer speaks through: a socket, or a stand-in for one. */
export interface Channel {
  emit(event: string, ...args: unknown[]): unknown;
}

export interface PeerOptions {
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
  /** Where pushes go. Nothing is sent before `open()`. */
  channel: Channel;
  /** How long the peer waits for its socket to come back, in ms. */
  grace: number;
  log: Logger;
}

/**
 * Why a peer ended. `left`: it said so. `gone`: its socket did not come back in time. `replaced`: the same member joined
 * again. `shown-out`, `barred`: whoever moderates ended it, and they may or may not come back. The others: what it lived
 * on ended.
 */
export type PeerEnd =
  | 'left'
  | 'gone'
  | 'replaced'
  | 'shown-out'
  | 'barred'
  | 'room-closed'
  | 'worker-died'
  | 'node-closed';

export type PeerEvents = {
  /** A new producer for everybody else. */
  produced: [MediaProducer];
  /** What others see of this peer changed. */
  changed: [];
  /** The microphone is on now. */
  speaks: [];
  /** This consumer of a picture receives up to this layer; `null`: nothing for now, `undefined`: it is gone. */
  watches: [producer: MediaProducer, consumerId: string, layer: number | null | undefined];
  closed: [PeerEnd];
};

/** What a producer knows of itself. */
export type ProducerData = { source: MediaSource; peerId: PeerId };
export type MediaProducer = types.Producer<ProducerData>;

/** One connection of one member in one room: two transports, its producers and its consumers. */
export class Peer extends extras.EnhancedEventEmitter<PeerEvents> {
  readonly id: PeerId;
  readonly claims: RoomTokenClaims;
  readonly sendTransport: types.WebRtcTransport;
  readonly recvTransport: types.WebRtcTransport;
  /** Whether its transports stood by: they are connected already, then. */
  readonly stoodBy: boolean;
  readonly #rtpCapabilities: types.RtpCapabilities;
  readonly #router: types.Router;
  readonly #grace: number;
  readonly #log: Logger;
  readonly #producers = new Map<MediaSource, MediaProducer>();
  readonly #consumers = new Map<string, types.Consumer>();
  /** Tells anew what a consumer of a picture receives. */
  readonly #watched = new Map<string, () => void>();
  /** One for each file on its way, and one to point through. */
  readonly #dataTransports = new Map<string, types.WebRtcTransport>();
  readonly #options: Pick<PeerOptions, 'router' | 'webRtcServer' | 'dtls' | 'grace'>;
  #channel: Channel;
  /** Pushes wait here until the reply to `join` is out, so that the browser has its transports first. */
  #held: (() => void)[] | undefined = [];
  #away: NodeJS.Timeout | undefined;
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

  private constructor(options: PeerOptions, id: PeerId, { send, recv, producers }: Taken) {
    super();
    this.id = id;
    this.claims = options.claims;
    this.#options = options;
    this.#listening = options.claims.listening ?? false;
    this.sendTransport = send;
    this.recvTransport = recv;
    this.#rtpCapabilities = options.rtpCapabilities;
    this.#router = options.router;
    this.#grace = options.grace;
    this.#channel = options.channel;
    this.stoodBy = id === options.standby?.id;
    this.#log = options.log.child({ peer: this.id });
    for (const producer of producers) this.#hold(producer);
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Whether its socket is gone and awaited. */
  get reconnecting(): boolean {
    return this.#away !== undefined;
  }

  get producers(): MediaProducer[] {
    return [...this.#producers.values()];
  }

  /** Whether its microphone is on. */
  get speaks(): boolean {
    return this.#producers.get('microphone')?.paused === false;
  }

  /** As others see it. */
  get seen(): PeerSeen {
    const { member, name } = this.claims;
    const listening = this.#listening ? { listening: true } : {};
    return { peerId: this.id, memberId: member, name, reconnecting: this.reconnecting, ...listening };
  }

  /** Lets pushes through, those held until now first. */
  open(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const send of held) send();
  }

  push<N extends PushName<typeof mediaProtocol>>(name: N, data: PushData<typeof mediaProtocol, N>): void {
    if (this.#closed) return;
    // The channel is looked up when it is used: a socket that came back is another one.
    const send = () => push(this.#channel, mediaProtocol, name, data);
    if (this.#held) this.#held.push(send);
    else send();
  }

  /** Its socket is gone: the place and the media are kept for the grace. */
  lose(): void {
    if (this.#closed || this.#away) return;
    this.#away = setTimeout(() => this.close('gone'), this.#grace);
    this.safeEmit('changed');
  }

  /** Its socket is back. */
  regain(channel: Channel): void {
    this.#assertOpen();
    clearTimeout(this.#away);
    this.#away = undefined;
    this.#channel = channel;
    this.safeEmit('changed');
  }

  /** A transport for one file, given or taken, or for pointing. Its user closes it. */
  async openDataTransport(options: { largestMessage?: number } = {}): Promise<types.WebRtcTransport> {
    this.#assertOpen();
    const transport = await mediasoup(() => openTransport({ ...this.#options, ...options, data: true }));
    if (this.#closed) transport.close();
    this.#assertOpen();
    this.#dataTransports.set(transport.id, transport);
    transport.observer.once('close', () => this.#dataTransports.delete(transport.id));
    return transport;
  }

  /** @throws AjarError `not-found`, `transport-connected` (conflict), `bad-media-parameters` (bad-input). */
  async connectTransport(transportId: string, dtlsParameters: types.DtlsParameters): Promise<void> {
    const transport = this.#transport(transportId);
    if (transport.dtlsParameters.role !== 'auto') {
      throw new AjarError('conflict', 'transport-connected', 'This transport is connected already.');
    }
    await mediasoup(async () => transport.connect({ dtlsParameters: ofBrowser(dtlsParameters) }));
  }

  /** New ICE credentials for a transport whose network path is gone; its media stays as it is. */
  async restartIce(transportId: string): Promise<types.IceParameters> {
    const transport = this.#transport(transportId);
    return await mediasoup(() => transport.restartIce());
  }

  /**
   * Starts sending. A second producer of the same source takes the place of the first one, so that a browser whose
   * request to close it was lost is not stuck.
   * @throws AjarError `may-not-speak`, `may-not-share` (not-allowed), `bad-media-parameters` (bad-input).
   */
  async produce(source: MediaSource, rtpParameters: types.RtpParameters, paused: boolean): Promise<MediaProducer> {
    this.#assertOpen();
    this.#assertMay(source);
    const kind = assertKind(source, rtpParameters);
    const appData: ProducerData = { source, peerId: this.id };
    const producer = await mediasoup(() => this.sendTransport.produce({ kind, rtpParameters, paused, appData }));
    this.#producers.get(source)?.close();
    this.#hold(producer);
    this.safeEmit('produced', producer);
    if (!paused) this.#heard(source);
    return producer;
  }

  /** @throws AjarError `not-found`. */
  closeProducer(producerId: string): void {
    this.#producer(producerId).close();
  }

  /** @throws AjarError `not-found`. */
  async setProducerPaused(producerId: string, paused: boolean): Promise<void> {
    const producer = this.#producer(producerId);
    await mediasoup(() => (paused ? producer.pause() : producer.resume()));
    if (!paused) this.#heard(producer.appData.source);
  }

  /** Turns the microphone off; its owner may turn it on again. @returns whether it was on. */
  async silence(): Promise<boolean> {
    this.#assertOpen();
    const microphone = this.#producers.get('microphone');
    if (!microphone || microphone.paused) return false;
    await mediasoup(() => microphone.pause());
    return true;
  }

  /** Ends what is shared. @returns whether anything was. */
  stopShare(): boolean {
    this.#assertOpen();
    const shared = (['screen', 'screen-audio'] as const).flatMap((source) => this.#producers.get(source) ?? []);
    for (const producer of shared) producer.close();
    return shared.length > 0;
  }

  #hold(producer: MediaProducer): void {
    const { source } = producer.appData;
    this.#producers.set(source, producer);
    producer.observer.once('close', () => {
      if (this.#producers.get(source) === producer) this.#producers.delete(source);
    });
  }

  #heard(source: MediaSource): void {
    if (source !== 'microphone') return;
    this.safeEmit('speaks');
    if (!this.#listening) return;
    this.#listening = false;
    this.safeEmit('changed');
  }

  /**
   * Makes a consumer of somebody else's producer, at the highest layers the network allows.
   * @param waits until the browser resumes it.
   * @returns nothing when the producer ended meanwhile or the browser cannot decode it.
   */
  async consume(producer: MediaProducer, { waits }: { waits: boolean }): Promise<ReadyConsumer | undefined> {
    const rtpCapabilities = this.#rtpCapabilities;
    if (this.#closed || producer.closed || !this.#router.canConsume({ producerId: producer.id, rtpCapabilities })) {
      return undefined;
    }
    try {
      const consumer = await this.recvTransport.consume({ producerId: producer.id, rtpCapabilities, paused: waits });
      this.#keep(consumer);
      if (consumer.kind === 'video') this.#followWatching(consumer, producer);
      if (producer.appData.source === 'screen') await consumer.setPriority(screenPriority);
      if (consumer.closed) return undefined;
      return {
        consumerId: consumer.id,
        producerId: producer.id,
        peerId: producer.appData.peerId,
        source: producer.appData.source,
        kind: consumer.kind,
        // mediasoup and mediasoup-client list different header extensions in their types; on the wire they are the same.
        rtpParameters: consumer.rtpParameters as ReadyConsumer['rtpParameters'],
        producerPaused: consumer.producerPaused,
        waits,
      };
    } catch (err) {
      const ended = producer.closed || this.recvTransport.closed;
      if (!ended) this.#log.error({ err, producer: producer.id }, 'consumer could not be made');
      return undefined;
    }
  }

  /** Lets media flow; the first key frame is asked for now. Consumers that ended meanwhile are passed over. */
  async resumeConsumers(consumerIds: readonly string[]): Promise<void> {
    await this.#eachConsumer(consumerIds, (consumer) => consumer.resume());
  }

  async pauseConsumers(consumerIds: readonly string[]): Promise<void> {
    await this.#eachConsumer(consumerIds, (consumer) => consumer.pause());
  }

  /** @throws AjarError `not-found`. */
  async setPreferredLayers(consumerId: string, spatialLayer: number): Promise<void> {
    this.#assertOpen();
    const consumer = this.#consumers.get(consumerId);
    if (!consumer) throw notFound('consumer');
    await mediasoup(() => consumer.setPreferredLayers({ spatialLayer }));
    this.#watched.get(consumerId)?.();
  }

  /**
   * Ends everything this peer has. Its browser is told when it is not the one who ended it.
   * @param by name of whoever moderates, where they ended it.
   */
  close(end: PeerEnd, by?: string): void {
    if (this.#closed) return;
    this.#closed = true;
    // A socket that is away is told when it comes back, by whoever finds its peer ended.
    if (!this.#away) this.#tell(end, by);
    clearTimeout(this.#away);
    this.#away = undefined;
    this.sendTransport.close();
    this.recvTransport.close();
    for (const transport of [...this.#dataTransports.values()]) transport.close();
    this.safeEmit('closed', end);
  }

  #tell(end: PeerEnd, by?: string): void {
    if (end === 'shown-out' || end === 'barred') {
      push(this.#channel, mediaProtocol, 'removed', { reason: end, ...(by === undefined ? {} : { by }) });
    }
    if (end === 'replaced') push(this.#channel, mediaProtocol, 'removed', { reason: 'elsewhere' });
    if (end === 'room-closed') push(this.#channel, mediaProtocol, 'removed', { reason: 'room-closed' });
    if (end === 'worker-died') push(this.#channel, mediaProtocol, 'rejoin', { reason: 'worker-died' });
  }

  #keep(consumer: types.Consumer): void {
    const consumerId = consumer.id;
    this.#consumers.set(consumerId, consumer);
    consumer.observer.once('close', () => this.#consumers.delete(consumerId));
    consumer.on('producerclose', () => this.push('consumerClosed', { consumerId }));
    consumer.on('producerpause', () => this.push('consumerPaused', { consumerId }));
    consumer.on('producerresume', () => this.push('consumerResumed', { consumerId }));
  }

  #followWatching(consumer: types.Consumer, producer: MediaProducer): void {
    const watches = () => {
      const layer = consumer.paused ? null : (consumer.preferredLayers?.spatialLayer ?? fullLayer);
      this.safeEmit('watches', producer, consumer.id, consumer.closed ? undefined : layer);
    };
    this.#watched.set(consumer.id, watches);
    consumer.observer.on('pause', watches);
    consumer.observer.on('resume', watches);
    consumer.observer.once('close', () => {
      this.#watched.delete(consumer.id);
      watches();
    });
    watches();
  }

  async #eachConsumer(ids: readonly string[], act: (consumer: types.Consumer) => Promise<void>): Promise<void> {
    this.#assertOpen();
    const consumers = ids.flatMap((id) => this.#consumers.get(id) ?? []);
    await mediasoup(() => Promise.all(consumers.map(act)));
  }

  #transport(transportId: string): types.WebRtcTransport {
    this.#assertOpen();
    const all = [this.sendTransport, this.recvTransport, ...this.#dataTransports.values()];
    const transport = all.find(({ id }) => id === transportId);
    if (!transport) throw notFound('transport');
    return transport;
  }

  #producer(producerId: string): MediaProducer {
    this.#assertOpen();
    const producer = this.producers.find(({ id }) => id === producerId);
    if (!producer) throw notFound('producer');
    return producer;
  }

  #assertMay(source: MediaSource): void {
    const { speak, share } = this.claims.may;
    const sharing = source === 'screen' || source === 'screen-audio';
    if (sharing && !share) throw new AjarError('not-allowed', 'may-not-share', 'You may not share your screen here.');
    if (!sharing && !speak) throw new AjarError('not-allowed', 'may-not-speak', 'You may listen here, but not speak.');
  }

  #assertOpen(): void {
    if (this.#closed) throw new ClosedError('peer');
  }
}

/**
 * When the network is short, mediasoup gives bitrate to higher priorities first (the default is 1): a shared screen that
 * cannot be read is worth less than a smaller face. Audio needs no priority, it is never part of that contest.
 */
const screenPriority = 2;

function notFound(what: 'transport' | 'producer' | 'consumer'): AjarError {
  return new AjarError('not-found', `no-such-${what}`, `This ${what} is not (or no longer) part of the call.`);
}
