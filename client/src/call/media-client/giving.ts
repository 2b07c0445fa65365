import type { TransferId } from '@ajar/shared';
import type { types } from 'mediasoup-client';

/** One message carries so many bytes; every browser takes that in one piece (RFC 8831 section 6.6). */
const chunk = 16 * 1024;
/** The taker has never more than this on the way to them, nor this page more than that waiting, in bytes. */
const ahead = 512 * 1024;
const waiting = 256 * 1024;

/** Sends one file over one data channel, no faster than it is taken. Ends with its transport. */
export class Giving {
  readonly transferId: TransferId;
  readonly #file: Blob;
  readonly #producer: types.DataProducer;
  #sent = 0;
  #may = 0;
  #pumping = false;

  constructor(transferId: TransferId, file: Blob, producer: types.DataProducer) {
    this.transferId = transferId;
    this.#file = file;
    this.#producer = producer;
    producer.bufferedAmountLowThreshold = waiting / 2;
    producer.on('open', () => void this.#pump());
    producer.on('bufferedamountlow', () => void this.#pump());
  }

  /** The taker has so many bytes; the first time, they are ready. */
  taken(bytes: number): void {
    this.#may = Math.min(this.#file.size, bytes + ahead);
    void this.#pump();
  }

  async #pump(): Promise<void> {
    if (this.#pumping) return;
    this.#pumping = true;
    while (this.#sent < this.#may && this.#producer.readyState === 'open' && this.#producer.bufferedAmount < waiting) {
      const end = Math.min(this.#sent + chunk, this.#may);
      const bytes = await this.#file.slice(this.#sent, end).arrayBuffer();
      if (this.#producer.readyState !== 'open') break;
      this.#producer.send(bytes);
      this.#sent = end;
    }
    // In the same turn as the last look: what changed after it calls again.
    this.#pumping = false;
  }
}
