import type { MediaSource, ReadyConsumer } from '@ajar/shared';
import { extras, type types } from 'mediasoup';
import type { Logger } from 'pino';
import { forwardAllPictures } from './all-pictures.ts';
import { mediasoup, notFound } from './errors.ts';
import type { MediaProducer } from './sending.ts';
import { fullLayer } from './watchers.ts';

/**
 * When the network is short, mediasoup gives bitrate to higher priorities first (the default is 1): a shared screen that
 * cannot be read is worth less than a smaller face. Audio needs no priority, it is never part of that contest.
 */
const screenPriority = 2;

export interface ReceivingOptions {
  router: types.Router;
  /** Not owned: what is received ends with it. */
  transport: types.WebRtcTransport;
  /** What the browser can receive. */
  rtpCapabilities: types.RtpCapabilities;
  log: Logger;
}

export type ReceivingEvents = {
  /** This consumer of a picture receives up to this layer; `null`: nothing for now, `undefined`: it is gone. */
  watches: [producer: MediaProducer, consumerId: string, layer: number | null | undefined];
  /** What it receives has ended, or rests, or goes on. */
  ended: [consumerId: string];
  paused: [consumerId: string];
  resumed: [consumerId: string];
};

/** What one peer receives. Its owner sees that it is asked nothing once the peer is closed. */
export class Receiving extends extras.EnhancedEventEmitter<ReceivingEvents> {
  readonly #options: ReceivingOptions;
  readonly #consumers = new Map<string, types.Consumer>();
  /** The largest layer asked for, by consumer. */
  readonly #preferred = new Map<string, number>();
  /** Tells anew what a consumer of a picture receives. */
  readonly #watched = new Map<string, () => void>();

  constructor(options: ReceivingOptions) {
    super();
    this.#options = options;
  }

  /**
   * Makes a consumer of somebody else's producer, at the highest layers the network allows.
   * @param waits until the browser resumes it.
   * @returns nothing when the producer ended meanwhile or the browser cannot decode it.
   */
  async consume(producer: MediaProducer, { waits }: { waits: boolean }): Promise<ReadyConsumer | undefined> {
    const { router, transport, rtpCapabilities, log } = this.#options;
    if (producer.closed || !router.canConsume({ producerId: producer.id, rtpCapabilities })) return undefined;
    try {
      // Of sound too: a browser asks again for what is missing if it said that it would.
      const consumer = await transport.consume({
        producerId: producer.id,
        rtpCapabilities,
        paused: waits,
        enableRtx: true,
      });
      this.#keep(consumer, producer.appData.source);
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
      const ended = producer.closed || transport.closed;
      if (!ended) log.error({ err, producer: producer.id }, 'consumer could not be made');
      return undefined;
    }
  }

  /** Does this to each of these that are still there. */
  async each(ids: readonly string[], act: (consumer: types.Consumer) => Promise<void>): Promise<void> {
    const consumers = ids.flatMap((id) => this.#consumers.get(id) ?? []);
    await mediasoup(() => Promise.all(consumers.map(act)));
  }

  /** @throws AjarError `not-found`. */
  async prefer(consumerId: string, spatialLayer: number): Promise<void> {
    const consumer = this.#consumers.get(consumerId);
    if (!consumer) throw notFound('consumer');
    this.#preferred.set(consumerId, spatialLayer);
    await mediasoup(() => consumer.setPreferredLayers({ spatialLayer }));
    this.#watched.get(consumerId)?.();
  }

  #keep(consumer: types.Consumer, source: MediaSource): void {
    const { id } = consumer;
    this.#consumers.set(id, consumer);
    consumer.observer.once('close', () => {
      this.#consumers.delete(id);
      this.#preferred.delete(id);
    });
    if (source === 'camera') forwardAllPictures(consumer, () => this.#preferred.get(id) ?? fullLayer);
    consumer.on('producerclose', () => this.safeEmit('ended', id));
    consumer.on('producerpause', () => this.safeEmit('paused', id));
    consumer.on('producerresume', () => this.safeEmit('resumed', id));
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
}
