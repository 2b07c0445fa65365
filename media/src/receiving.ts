import type { ReadyConsumer } from '@ajar/shared';
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

interface Received {
  consumer: types.Consumer;
  producer: MediaProducer;
  /** The largest layer that was asked for. */
  asked: number;
  /** Tells anew what it receives of a picture. */
  watches: () => void;
}

/** What one peer receives. Its owner sees that it is asked nothing once the peer is closed. */
export class Receiving extends extras.EnhancedEventEmitter<ReceivingEvents> {
  readonly #options: ReceivingOptions;
  readonly #received = new Map<string, Received>();

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
      this.#keep(consumer, producer);
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
    const received = ids.flatMap((id) => this.#received.get(id) ?? []);
    await mediasoup(() => Promise.all(received.map(({ consumer }) => act(consumer))));
  }

  /** @throws AjarError `not-found`. */
  async prefer(consumerId: string, spatialLayer: number): Promise<void> {
    const received = this.#received.get(consumerId);
    if (!received) throw notFound('consumer');
    received.asked = spatialLayer;
    await mediasoup(() => received.consumer.setPreferredLayers({ spatialLayer: reachable(received) }));
    received.watches();
  }

  /**
   * The sender has stopped layers of this picture, or goes on with them. mediasoup notices by itself that a layer is gone, but
   * only after 1.5 s, in which the picture would stand still (`npm run bench -- layers`).
   */
  async followLayers(producer: MediaProducer): Promise<void> {
    const all = [...this.#received.values()].filter((received) => received.producer === producer);
    try {
      for (const received of all) await received.consumer.setPreferredLayers({ spatialLayer: reachable(received) });
    } catch (err) {
      const ended = producer.closed || this.#options.transport.closed;
      if (!ended) this.#options.log.error({ err, producer: producer.id }, 'layers could not be followed');
    }
  }

  #keep(consumer: types.Consumer, producer: MediaProducer): void {
    const { id } = consumer;
    const watches = () => {
      if (consumer.kind === 'audio') return;
      const layer = consumer.paused ? null : received.asked;
      this.safeEmit('watches', producer, id, consumer.closed ? undefined : layer);
    };
    const received: Received = { consumer, producer, asked: fullLayer, watches };
    this.#received.set(id, received);
    consumer.observer.on('pause', watches);
    consumer.observer.on('resume', watches);
    consumer.observer.once('close', () => {
      this.#received.delete(id);
      watches();
    });
    watches();
    if (producer.appData.source === 'camera') forwardAllPictures(consumer, () => reachable(received));
    consumer.on('producerclose', () => this.safeEmit('ended', id));
    consumer.on('producerpause', () => this.safeEmit('paused', id));
    consumer.on('producerresume', () => this.safeEmit('resumed', id));
  }
}

/** The largest layer that can come: no larger than it was asked for, and none that is not sent. */
function reachable({ asked, producer }: Received): number {
  return Math.min(asked, producer.appData.layer);
}
