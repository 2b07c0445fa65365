import { randomUUID } from 'node:crypto';
import {
  AjarError,
  type FileId,
  type FileOffer,
  type FileTransport,
  fileId,
  type TransferId,
  transferId,
} from '@ajar/shared';
import type { types } from 'mediasoup';
import { mediasoup } from './errors.ts';
import type { Peer } from './peer.ts';

interface Offer {
  offer: FileOffer;
  from: Peer;
}

interface Transfer {
  from: Peer;
  to: Peer;
  up: types.WebRtcTransport;
  down: types.WebRtcTransport;
  limit: NodeJS.Timeout;
}

/** How many files one person may have on offer, and how many transfers there may be in a room, at a time. */
const mostOffers = 20;
const mostTransfers = 30;

/** How long one transfer may take, in ms: 10 MB at 150 kbit/s, and no standing channel for anything else. */
const transferLasts = 600_000;

/** Files on offer in one room and on their way from one of its peers to another. Passes bytes on and keeps none. */
export class Files {
  readonly #offers = new Map<FileId, Offer>();
  readonly #transfers = new Map<TransferId, Transfer>();
  readonly #peers: () => readonly Peer[];

  constructor(peers: () => readonly Peer[]) {
    this.#peers = peers;
  }

  /** @throws AjarError `too-many-files` (too-many). */
  offer(from: Peer, what: Pick<FileOffer, 'file' | 'size' | 'sha256'>): FileId {
    const own = [...this.#offers.values()].filter((other) => other.from === from);
    if (own.length >= mostOffers) throw tooMany();
    const id = fileId.parse(randomUUID());
    const { member: memberId, name } = from.claims;
    const offer = { ...what, fileId: id, memberId, name, at: new Date().toISOString() };
    this.#offers.set(id, { offer, from });
    for (const peer of this.#peers()) peer.push('fileOffered', offer);
    return id;
  }

  /** @throws AjarError `no-such-file` (not-found), `own-file` (conflict), `too-many-files` (too-many). */
  async take(to: Peer, id: FileId): Promise<{ transferId: TransferId; transport: FileTransport }> {
    const found = this.#offers.get(id);
    if (!found) throw new AjarError('not-found', 'no-such-file', 'Whoever offered this file is not here any more.');
    const { from } = found;
    if (from === to) throw new AjarError('conflict', 'own-file', 'This file is your own.');
    if (this.#transfers.size >= mostTransfers) throw tooMany();
    const [up, down] = await Promise.all([from.openDataTransport(), to.openDataTransport()]);
    const key = transferId.parse(randomUUID());
    const limit = setTimeout(() => this.#end(key), transferLasts);
    this.#transfers.set(key, { from, to, up, down, limit });
    // Either end gone, the transfer is over for the other.
    for (const transport of [up, down]) transport.observer.once('close', () => this.#end(key));
    from.push('fileWanted', { fileId: id, transferId: key, transport: told(up) });
    return { transferId: key, transport: told(down) };
  }

  /** @throws AjarError `no-such-transfer` (not-found), `bad-media-parameters` (bad-input). */
  async send(from: Peer, key: TransferId, sctpStreamParameters: types.SctpStreamParameters): Promise<string> {
    const transfer = this.#transfer(from, key);
    if (transfer.from !== from) throw noSuchTransfer();
    return await mediasoup(async () => {
      const producer = await transfer.up.produceData({ sctpStreamParameters });
      const consumer = await transfer.down.consumeData({ dataProducerId: producer.id });
      if (!consumer.sctpStreamParameters) throw noSuchTransfer();
      transfer.to.push('fileComes', {
        transferId: key,
        dataConsumerId: consumer.id,
        dataProducerId: producer.id,
        sctpStreamParameters: consumer.sctpStreamParameters,
      });
      return producer.id;
    });
  }

  /** The taker says how much they have, so that the giver sends no more than they can take. */
  have(to: Peer, key: TransferId, bytes: number): void {
    const transfer = this.#transfer(to, key);
    if (transfer.to !== to) throw noSuchTransfer();
    transfer.from.push('haveOfFile', { transferId: key, bytes });
  }

  /** Over, by either. What is over already stays so. */
  end(by: Peer, key: TransferId): void {
    const transfer = this.#transfers.get(key);
    if (transfer && (transfer.from === by || transfer.to === by)) this.#end(key, by);
  }

  /** This peer is gone: nobody can take what they offered. Their transfers end with their transports. */
  forget(peer: Peer): void {
    for (const [id, { from }] of this.#offers) {
      if (from !== peer) continue;
      this.#offers.delete(id);
      for (const other of this.#peers()) other.push('fileGone', { fileId: id });
    }
  }

  #end(key: TransferId, by?: Peer): void {
    const transfer = this.#transfers.get(key);
    if (!transfer) return;
    this.#transfers.delete(key);
    const { from, to, up, down, limit } = transfer;
    clearTimeout(limit);
    for (const peer of [from, to]) if (peer !== by) peer.push('fileEnded', { transferId: key });
    up.close();
    down.close();
  }

  #transfer(peer: Peer, key: TransferId): Transfer {
    const transfer = this.#transfers.get(key);
    if (!transfer || (transfer.from !== peer && transfer.to !== peer)) throw noSuchTransfer();
    return transfer;
  }
}

function told({
  id,
  iceParameters,
  iceCandidates,
  dtlsParameters,
  sctpParameters,
}: types.WebRtcTransport): FileTransport {
  if (!sctpParameters) throw new AjarError('internal', 'no-sctp', 'This transport carries no files.');
  return { id, iceParameters, iceCandidates, dtlsParameters, sctpParameters };
}

function tooMany(): AjarError {
  return new AjarError('too-many', 'too-many-files', 'That is more files than fit at once. Please wait a moment.');
}

function noSuchTransfer(): AjarError {
  return new AjarError('not-found', 'no-such-transfer', 'This file is not on its way any more.');
}
