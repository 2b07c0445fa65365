import { AjarError, type MediaSource, type PeerId, type RoomTokenClaims } from '@ajar/shared';
import { extras, type types } from 'mediasoup';
import { mediasoup, notFound } from './errors.ts';
import { assertKind } from './sources.ts';
import { fullLayer } from './watchers.ts';

/** What a producer knows of itself. `layer`: the largest that is sent of its picture just now, 0 to 2. */
export type ProducerData = { source: MediaSource; peerId: PeerId; layer: number };
export type MediaProducer = types.Producer<ProducerData>;

export interface SendingOptions {
  peerId: PeerId;
  may: RoomTokenClaims['may'];
  /** Not owned: what is sent ends with it. */
  transport: types.WebRtcTransport;
  /** What is sent already. */
  producers: readonly MediaProducer[];
}

export type SendingEvents = {
  /** A new producer for everybody else. */
  produced: [MediaProducer];
  /** Other layers of its picture are sent now. */
  layers: [MediaProducer];
  /** The microphone is on now. */
  speaks: [];
};

/** What one peer sends: one producer of each source. Its owner sees that it is asked nothing once the peer is closed. */
export class Sending extends extras.EnhancedEventEmitter<SendingEvents> {
  readonly #options: SendingOptions;
  readonly #producers = new Map<MediaSource, MediaProducer>();

  constructor(options: SendingOptions) {
    super();
    this.#options = options;
    for (const producer of options.producers) this.#hold(producer);
  }

  get producers(): MediaProducer[] {
    return [...this.#producers.values()];
  }

  /** Whether the microphone is on. */
  get speaks(): boolean {
    return this.#producers.get('microphone')?.paused === false;
  }

  /** @throws AjarError `may-not-speak`, `may-not-share` (not-allowed), `bad-media-parameters` (bad-input). */
  async produce(source: MediaSource, rtpParameters: types.RtpParameters, paused: boolean): Promise<MediaProducer> {
    this.#assertMay(source);
    const { peerId, transport } = this.#options;
    const kind = assertKind(source, rtpParameters);
    const appData: ProducerData = { source, peerId, layer: fullLayer };
    const producer = await mediasoup(() => transport.produce({ kind, rtpParameters, paused, appData }));
    this.#producers.get(source)?.close();
    this.#hold(producer);
    this.safeEmit('produced', producer);
    if (!paused) this.#heard(source);
    return producer;
  }

  /** @throws AjarError `not-found`. */
  end(producerId: string): void {
    this.#producer(producerId).close();
  }

  /** @throws AjarError `not-found`. */
  async setPaused(producerId: string, paused: boolean): Promise<void> {
    const producer = this.#producer(producerId);
    await mediasoup(() => (paused ? producer.pause() : producer.resume()));
    if (!paused) this.#heard(producer.appData.source);
  }

  /** @param layer the largest that is sent of this picture just now. @throws AjarError `not-found`. */
  setLayers(producerId: string, layer: number): void {
    const producer = this.#producer(producerId);
    if (producer.appData.layer === layer) return;
    producer.appData.layer = layer;
    this.safeEmit('layers', producer);
  }

  /** Turns the microphone off. @returns whether it was on. */
  async silence(): Promise<boolean> {
    const microphone = this.#producers.get('microphone');
    if (!microphone || microphone.paused) return false;
    await mediasoup(() => microphone.pause());
    return true;
  }

  /** Ends what is shared. @returns whether anything was. */
  stopShare(): boolean {
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
    if (source === 'microphone') this.safeEmit('speaks');
  }

  #producer(producerId: string): MediaProducer {
    const producer = this.producers.find(({ id }) => id === producerId);
    if (!producer) throw notFound('producer');
    return producer;
  }

  #assertMay(source: MediaSource): void {
    const { speak, share } = this.#options.may;
    const sharing = source === 'screen' || source === 'screen-audio';
    if (sharing && !share) throw new AjarError('not-allowed', 'may-not-share', 'You may not share your screen here.');
    if (!sharing && !speak) throw new AjarError('not-allowed', 'may-not-speak', 'You may listen here, but not speak.');
  }
}
