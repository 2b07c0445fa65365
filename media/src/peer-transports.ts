import { AjarError } from '@ajar/shared';
import type { types } from 'mediasoup';
import { mediasoup, notFound } from './errors.ts';
import { type OpenTransportOptions, ofBrowser, openTransport, type TransportPair } from './transport.ts';

export type PeerTransportsOptions = Pick<OpenTransportOptions, 'router' | 'webRtcServer' | 'dtls' | 'grace'>;

/** The transports of one peer: one each way for media, and more for what goes besides it. Ends with `close`. */
export class PeerTransports {
  readonly send: types.WebRtcTransport;
  readonly recv: types.WebRtcTransport;
  readonly #options: PeerTransportsOptions;
  /** One for each file on its way, and one to point through. */
  readonly #data = new Map<string, types.WebRtcTransport>();
  #closed = false;

  constructor(options: PeerTransportsOptions, { send, recv }: TransportPair) {
    this.#options = options;
    this.send = send;
    this.recv = recv;
  }

  /** A transport for one file, given or taken, or for pointing. Its user closes it; closed already when the peer ended. */
  async openData(options: { largestMessage?: number }): Promise<types.WebRtcTransport> {
    const transport = await mediasoup(() => openTransport({ ...this.#options, ...options, data: true }));
    if (this.#closed) transport.close();
    else this.#data.set(transport.id, transport);
    transport.observer.once('close', () => this.#data.delete(transport.id));
    return transport;
  }

  /** @throws AjarError `not-found`, `transport-connected` (conflict), `bad-media-parameters` (bad-input). */
  async connect(transportId: string, dtlsParameters: types.DtlsParameters): Promise<void> {
    const transport = this.#find(transportId);
    if (transport.dtlsParameters.role !== 'auto') {
      throw new AjarError('conflict', 'transport-connected', 'This transport is connected already.');
    }
    await mediasoup(async () => transport.connect({ dtlsParameters: ofBrowser(dtlsParameters) }));
  }

  /** @throws AjarError `not-found`. */
  async restartIce(transportId: string): Promise<types.IceParameters> {
    const transport = this.#find(transportId);
    return await mediasoup(() => transport.restartIce());
  }

  close(): void {
    this.#closed = true;
    for (const transport of [this.send, this.recv, ...this.#data.values()]) transport.close();
  }

  #find(transportId: string): types.WebRtcTransport {
    const transport = [this.send, this.recv, ...this.#data.values()].find(({ id }) => id === transportId);
    if (!transport) throw notFound('transport');
    return transport;
  }
}
