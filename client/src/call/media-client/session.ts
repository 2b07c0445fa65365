import type { FileTransport, mediaProtocol, ReplyData, TransportParameters } from '@ajar/shared';
import { type AjarError, type MediaSource, type PeerId, type ReadyConsumer, toAjarError } from '@ajar/shared';
import type { Device, types } from 'mediasoup-client';
import { Attending } from './attending.ts';
import type { Identity } from './browser.ts';
import { layeredCodec } from './layered.ts';
import type { BySource, Wanted } from './plan.ts';
import { Producers } from './producers.ts';
import type { Ask } from './signalling.ts';
import { openToReceive, type Pair } from './standby.ts';
import type { RemoteTrack } from './state.ts';
import { Timers } from './timers.ts';
import { WayThrough } from './way-through.ts';

type Joined = ReplyData<typeof mediaProtocol, 'join'>;

export interface SessionOptions {
  joined: Joined;
  /** Transports that stood by, if the node has taken them over. */
  standby: Pair | null;
  device: Device;
  identity: Identity;
  ask: Ask;
  wanted: () => BySource<Wanted<MediaStreamTrack>>;
  /** Sources whose track is on its way. */
  awaited: () => readonly MediaSource[];
  onTrack: (peerId: PeerId, source: MediaSource, remote: RemoteTrack | null) => void;
  /** The layer wanted of this person's picture, 0 to 2; `null`: nothing of it for now. */
  layerOf: (peerId: PeerId, source: MediaSource) => number | null;
  /** A transport changed its connection state. */
  onTransport: () => void;
  onError: (error: AjarError) => void;
  onSourceError: (source: MediaSource, error: AjarError) => void;
}

interface Receiving {
  ready: ReadyConsumer;
  consumer: types.Consumer | null;
  paused: boolean;
}

/**
 * How long the first new consumer waits for others, in ms: somebody's voice and picture come one right after the other,
 * and one negotiation for both is done sooner than two.
 */
const together = 15;

/**
 * What one `join` gave: both transports, what is received and what is sent. It never outlives its transports; a rejoin
 * makes a new one. Ends with `close`, which leaves local tracks alone.
 */
export class Session {
  readonly peerId: PeerId;
  readonly producers: Producers;
  readonly attending: Attending;
  readonly #options: SessionOptions;
  readonly #send: types.Transport;
  readonly #recv: types.Transport;
  readonly #receiving = new Map<string, Receiving>();
  readonly #restarted = new Set<string>();
  readonly #timers = new Timers<'arrived'>();
  readonly #arrived: Receiving[] = [];
  readonly #way: WayThrough;

  constructor(options: SessionOptions) {
    const { joined, standby, device, ask, wanted, awaited, layerOf, onError, onSourceError } = options;
    this.#options = options;
    this.#way = new WayThrough(joined.iceServers, ask);
    this.peerId = joined.peerId;
    this.#recv = standby?.recv ?? device.createRecvTransport(this.#transportOptions(joined.recvTransport));
    this.#send = standby?.send ?? device.createSendTransport(this.#transportOptions(joined.sendTransport));
    for (const transport of [this.#recv, this.#send]) this.#follow(transport);
    const begun = standby ? { begun: standby.producers } : {};
    const layered = joined.layeredCamera ? layeredCodec(device) : undefined;
    this.producers = new Producers({
      ...{ transport: this.#send, ask, wanted, awaited, layered, ...begun },
      onError: onSourceError,
    });
    this.attending = new Attending({ ask, wanted: ({ peerId, source }) => layerOf(peerId, source), onError });
    // All in the same tick: mediasoup-client then negotiates them in one round.
    for (const ready of joined.consumers) void this.#receive(this.#expect(ready));
    if (joined.consumers.length === 0 && !standby) void this.#openPath();
  }

  get transports(): { id: string; state: types.ConnectionState; restarted: boolean }[] {
    return [this.#recv, this.#send].map(({ id, connectionState: state }) => ({
      id,
      state,
      restarted: this.#restarted.has(id),
    }));
  }

  /** A consumer the node pushed later. */
  add(ready: ReadyConsumer): void {
    this.#arrived.push(this.#expect(ready));
    this.#timers.start('arrived', together, () => {
      for (const each of this.#arrived.splice(0)) void this.#receive(each);
    });
  }

  remove(consumerId: string): void {
    const receiving = this.#receiving.get(consumerId);
    if (!receiving) return;
    this.#receiving.delete(consumerId);
    this.attending.remove(consumerId);
    receiving.consumer?.close();
    this.#options.onTrack(receiving.ready.peerId, receiving.ready.source, null);
  }

  setPaused(consumerId: string, paused: boolean): void {
    const receiving = this.#receiving.get(consumerId);
    if (!receiving) return;
    receiving.paused = paused;
    this.#show(receiving);
  }

  /** What is received, by the track that carries it. `paused`: its sender has muted it. */
  get received(): { trackId: string; peerId: PeerId; source: MediaSource; paused: boolean }[] {
    return [...this.#receiving.values()].flatMap(({ ready: { peerId, source }, consumer, paused }) =>
      consumer ? [{ trackId: consumer.track.id, peerId, source, paused }] : [],
    );
  }

  /** The least time, in ms, that lies between the coming of this sound and its playing, where a browser lets one say so. */
  setPlayoutDelay(trackId: string, delay: number): void {
    for (const { consumer } of this.#receiving.values()) {
      const receiver = consumer?.track.id === trackId ? consumer.rtpReceiver : undefined;
      if (receiver && 'jitterBufferTarget' in receiver) receiver.jitterBufferTarget = delay || null;
    }
  }

  /** The browser's statistics of what is sent, and of what is received. Rejects once a transport has ended. */
  stats(): Promise<[RTCStatsReport, RTCStatsReport]> {
    return Promise.all([this.#send.getStats(), this.#recv.getStats()]);
  }

  /** Restarts ICE on these transports, each at most once until it is connected again. */
  async restartIce(transportIds: readonly string[]): Promise<void> {
    const broken = [this.#recv, this.#send].filter(({ id }) => transportIds.includes(id));
    await Promise.all(
      broken.map(async (transport) => {
        if (transport.connectionState !== 'connected') this.#restarted.add(transport.id);
        const { iceParameters, iceServers } = await this.#options.ask(
          'restartIce',
          { transportId: transport.id },
          { timeout: 4_000 },
        );
        this.#way.renew(iceServers);
        // What was shown to the TURN server at the join may not be good any more.
        if (!transport.closed && iceServers.length > 0) {
          await transport.updateIceServers({ iceServers: this.#way.servers });
        }
        if (!transport.closed) await transport.restartIce({ iceParameters });
      }),
    );
  }

  /** A further transport, of whoever asks for it: the session neither follows nor closes it. */
  async connect(direction: 'send' | 'recv', parameters: FileTransport): Promise<types.Transport> {
    const { device } = this.#options;
    await this.#way.freshen();
    const options = { ...this.#transportOptions(parameters), sctpParameters: parameters.sctpParameters };
    const transport = direction === 'send' ? device.createSendTransport(options) : device.createRecvTransport(options);
    this.#introduce(transport);
    return transport;
  }

  /** A channel that the node opened to this page. */
  async receiveData(options: types.DataConsumerOptions): Promise<types.DataConsumer> {
    return await this.#recv.consumeData(options);
  }

  close(): void {
    this.#timers.clear();
    this.#send.close();
    this.#recv.close();
    this.#receiving.clear();
  }

  #transportOptions({ sctpParameters, ...parameters }: TransportParameters): types.TransportOptions {
    const { identity } = this.#options;
    return {
      ...parameters,
      ...(sctpParameters ? { sctpParameters } : {}),
      iceServers: this.#way.servers,
      additionalSettings: { certificates: identity.certificates },
    };
  }

  #follow(transport: types.Transport): void {
    this.#introduce(transport);
    transport.on('connectionstatechange', (state) => {
      if (state === 'connected') this.#restarted.delete(transport.id);
      this.#options.onTransport();
    });
  }

  /** The node learns this page's fingerprints, if it does not know them. */
  #introduce(transport: types.Transport): void {
    const { ask, identity, onError } = this.#options;
    transport.on('connect', ({ dtlsParameters }, callback) => {
      // Nothing the browser does next waits for the node's answer; if the node knew the fingerprints, nothing is asked.
      callback();
      if (identity.dtls) return;
      ask('connectTransport', { transportId: transport.id, dtlsParameters }).catch((thrown: unknown) =>
        onError(toAjarError(thrown)),
      );
    });
  }

  /**
   * Whoever is the first in the room has nothing to receive, and a browser connects only for something. A data channel
   * that carries nothing is enough: ICE and DTLS are done when the other comes, and a network that lets no media through
   * is found out before anybody waits.
   */
  async #openPath(): Promise<void> {
    if (!this.#options.joined.recvTransport.sctpParameters) return;
    await openToReceive(this.#recv, this.#options.device).catch((thrown: unknown) => {
      if (!this.#recv.closed) this.#options.onError(toAjarError(thrown));
    });
  }

  #expect(ready: ReadyConsumer): Receiving {
    const receiving: Receiving = { ready, consumer: null, paused: ready.producerPaused };
    this.attending.add(ready);
    this.#receiving.set(ready.consumerId, receiving);
    return receiving;
  }

  /** Never rejects. */
  async #receive(receiving: Receiving): Promise<void> {
    const { ready } = receiving;
    const { consumerId: id, producerId, kind, rtpParameters } = ready;
    if (this.#receiving.get(id) !== receiving) return;
    try {
      const consumer = await this.#recv.consume({ id, producerId, kind, rtpParameters, streamId: streamOf(ready) });
      if (this.#receiving.get(id) !== receiving) return consumer.close();
      receiving.consumer = consumer;
      this.#show(receiving);
      this.attending.received(id);
    } catch (thrown) {
      // A session that ended takes its consumers with it: that is no error of theirs.
      if (this.#recv.closed) return;
      this.#receiving.delete(id);
      this.attending.remove(id);
      this.#options.onError(toAjarError(thrown));
    }
  }

  #show({ ready, consumer, paused }: Receiving): void {
    if (consumer) this.#options.onTrack(ready.peerId, ready.source, { track: consumer.track, paused });
  }
}

/** Sound and picture of one person share a stream, so that the browser keeps lips and voice together. */
function streamOf({ source, peerId }: ReadyConsumer): string {
  return source === 'microphone' || source === 'camera' ? `${peerId}-person` : `${peerId}-screen`;
}
