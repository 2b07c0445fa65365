import { AjarError, type FileTransport, largestMark, markLifeTime } from '@ajar/shared';
import type { types } from 'mediasoup';
import type { Logger } from 'pino';
import { mediasoup } from './errors.ts';
import { markGate } from './marks.ts';
import type { Peer } from './peer.ts';

export interface PointersOptions {
  router: types.Router;
  /** Everybody in the room. */
  peers: () => readonly Peer[];
  log: Logger;
}

interface Pointing {
  up: types.WebRtcTransport;
  /** What the others receive: only what has passed the gate. */
  down: types.DataProducer | null;
}

/**
 * Who points at what is shared. Each mark is looked at here, between the one transport it comes in on and those it goes
 * out on: its size, its shape, how often, and whether there is anything to point at. Ends with `close`.
 */
export class Pointers {
  readonly #options: PointersOptions;
  readonly #pointing = new Map<Peer, Pointing>();
  #middle: Promise<types.DirectTransport> | null = null;

  constructor(options: PointersOptions) {
    this.#options = options;
  }

  /** Nothing is passed on any more. The transports are their peers'. */
  close(): void {
    this.#pointing.clear();
    this.#middle?.then((middle) => middle.close()).catch(() => undefined);
  }

  /** A transport to point through; a second one takes the place of the first. @throws AjarError `may-not-point` (not-allowed). */
  async open(peer: Peer): Promise<FileTransport> {
    if (!peer.claims.may.speak) {
      throw new AjarError('not-allowed', 'may-not-point', 'You may listen and watch here, but not point.');
    }
    const up = await peer.openDataTransport({ largestMessage: largestMark });
    this.#end(peer);
    this.#pointing.set(peer, { up, down: null });
    const { id, iceParameters, iceCandidates, dtlsParameters, sctpParameters } = up;
    if (!sctpParameters) throw new AjarError('internal', 'no-sctp', 'This transport carries no marks.');
    return { id, iceParameters, iceCandidates, dtlsParameters, sctpParameters };
  }

  /** From now on what comes in from this peer is passed on. @throws AjarError `no-pointer` (conflict), `bad-media-parameters` (bad-input). */
  async begin(peer: Peer, sctpStreamParameters: types.SctpStreamParameters): Promise<string> {
    const pointing = this.#pointing.get(peer);
    if (!pointing || pointing.down) {
      throw new AjarError('conflict', 'no-pointer', 'There is nothing to point through. Please try again.');
    }
    return await mediasoup(async () => {
      const producer = await pointing.up.produceData({ sctpStreamParameters });
      pointing.down = await this.relay(producer);
      for (const other of this.#options.peers()) if (other !== peer) void this.#show(peer, other);
      return producer.id;
    });
  }

  /** Passes on what comes from this producer, as far as it is let through. @returns what to receive it from. */
  async relay(producer: types.DataProducer): Promise<types.DataProducer> {
    const middle = await this.#getMiddle();
    const [incoming, down] = await Promise.all([
      middle.consumeData({ dataProducerId: producer.id }),
      middle.produceData({ label: 'pointer' }),
    ]);
    const pass = markGate((memberId) =>
      this.#options
        .peers()
        .some(
          ({ claims, producers }) =>
            claims.member === memberId && producers.some(({ appData }) => appData.source === 'screen'),
        ),
    );
    incoming.on('message', (message) => {
      const mark = pass(message);
      if (mark && !down.closed) down.send(mark);
    });
    producer.observer.once('close', () => down.close());
    return down;
  }

  /** Somebody new sees everybody who points. */
  shownTo(peer: Peer): void {
    for (const other of this.#pointing.keys()) if (other !== peer) void this.#show(other, peer);
  }

  /** This peer is gone. */
  forget(peer: Peer): void {
    this.#end(peer);
  }

  async #getMiddle(): Promise<types.DirectTransport> {
    this.#middle ??= this.#options.router.createDirectTransport();
    return await this.#middle;
  }

  /** Never rejects. */
  async #show(from: Peer, to: Peer): Promise<void> {
    const down = this.#pointing.get(from)?.down;
    if (!down || down.closed || to.closed) return;
    try {
      const consumer = await to.recvTransport.consumeData({
        dataProducerId: down.id,
        ordered: false,
        maxPacketLifeTime: markLifeTime,
      });
      const { id: dataConsumerId, sctpStreamParameters } = consumer;
      if (!sctpStreamParameters) return;
      const { member: memberId } = from.claims;
      to.push('pointerComes', { memberId, dataConsumerId, dataProducerId: down.id, sctpStreamParameters });
      consumer.on('dataproducerclose', () => to.push('pointerGone', { dataConsumerId }));
    } catch (err) {
      const ended = down.closed || to.closed;
      if (!ended) this.#options.log.error({ err }, 'a pointer cannot be shown');
    }
  }

  #end(peer: Peer): void {
    const pointing = this.#pointing.get(peer);
    this.#pointing.delete(peer);
    pointing?.down?.close();
    pointing?.up.close();
  }
}
