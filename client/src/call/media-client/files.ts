import {
  AjarError,
  type FileId,
  type FileOffer,
  type FileTransport,
  largestFile,
  type MemberId,
  type mediaProtocol,
  type PushData,
  type TransferId,
} from '@ajar/shared';
import type { types } from 'mediasoup-client';
import { createStore } from 'zustand/vanilla';
import { Giving } from './giving.ts';
import { sha256 } from './hash.ts';
import type { Ask } from './signalling.ts';
import type { ReadonlyStore } from './state.ts';
import { Timers } from './timers.ts';

/** A file of this call. `gone`: nobody can take it any more. */
export interface CallFile extends FileOffer {
  mine: boolean;
  state: 'offered' | 'taking' | 'taken' | 'failed' | 'gone';
  /** What has come so far, in bytes. */
  have: number;
  /** Where this page keeps it, once it is here and whole. */
  url: string | null;
}

export interface FilesOptions {
  ask: Ask;
  /** Oneself, once known. */
  me: () => MemberId | undefined;
  /** A transport of this page to the other end of that one. */
  connect: (direction: 'send' | 'recv', parameters: FileTransport) => Promise<types.Transport>;
}

type Pushed<N extends 'fileWanted' | 'fileComes' | 'haveOfFile' | 'fileEnded'> = PushData<typeof mediaProtocol, N>;

interface Taking {
  file: CallFile;
  transport: Promise<types.Transport>;
  parts: ArrayBuffer[];
  have: number;
  told: number;
}

/** After so many more bytes the giver is told, and a transfer that has stood still for so long, in ms, has failed. */
const tellEvery = 128 * 1024;
const patience = 20_000;

/** Files handed over in the call, from page to page: nothing is sent before it is taken. Ends with `close`. */
export class Files {
  readonly #store = createStore<{ files: readonly CallFile[] }>(() => ({ files: [] }));
  readonly #options: FilesOptions;
  readonly #timers = new Timers<TransferId>();
  readonly #own = new Map<FileId, File>();
  readonly #giving = new Map<TransferId, { giving: Giving | null; transport: types.Transport | null }>();
  readonly #taking = new Map<TransferId, Taking>();

  constructor(options: FilesOptions) {
    this.#options = options;
  }

  get state(): ReadonlyStore<{ files: readonly CallFile[] }> {
    return this.#store;
  }

  /** @throws AjarError `file-too-large`, `file-empty` (bad-input), or what the node answered. */
  async offer(file: File): Promise<void> {
    if (file.size > largestFile) {
      throw new AjarError(
        'bad-input',
        'file-too-large',
        'A file may have 10 MB here, and this one has more. It was not offered.',
      );
    }
    if (file.size === 0)
      throw new AjarError('bad-input', 'file-empty', 'There is nothing in this file. It was not offered.');
    const what = { file: file.name.slice(0, 200), size: file.size, sha256: await sha256(file) };
    const { fileId } = await this.#options.ask('offerFile', what);
    this.#own.set(fileId, file);
  }

  /** Takes a file that is offered; `state` tells the rest. @throws AjarError what the node answered. */
  async take(fileId: FileId): Promise<void> {
    const file = this.#find(fileId);
    if (!file || file.mine || file.state === 'taking' || file.state === 'taken') return;
    this.#change(fileId, { state: 'taking', have: 0 });
    try {
      const { transferId, transport } = await this.#options.ask('takeFile', { fileId });
      const connecting = this.#options.connect('recv', transport);
      // Whoever uses it meets the failure.
      connecting.catch(() => undefined);
      this.#taking.set(transferId, { file, transport: connecting, parts: [], have: 0, told: 0 });
      this.#watch(transferId);
    } catch (thrown) {
      this.#change(fileId, { state: 'failed' });
      throw thrown;
    }
  }

  /** Does not want it any more; it can be taken again. */
  cancel(fileId: FileId): void {
    for (const [transferId, { file }] of this.#taking) {
      if (file.fileId === fileId) this.#finish(transferId, { state: 'offered', have: 0 });
    }
  }

  offered(offer: FileOffer): void {
    const mine = offer.memberId === this.#options.me();
    const file: CallFile = { ...offer, mine, state: 'offered', have: 0, url: null };
    this.#store.setState(({ files }) => ({ files: [...files, file] }));
  }

  gone(fileId: FileId): void {
    const file = this.#find(fileId);
    if (file && file.state !== 'taken') this.#change(fileId, { state: 'gone' });
  }

  /** In a place of one's own anew: what others had on offer is not any more, and one's own is offered again. */
  entered(): void {
    for (const { fileId } of this.#store.getState().files) this.gone(fileId);
    this.#store.setState(({ files }) => ({ files: files.filter(({ mine }) => !mine) }));
    const own = [...this.#own.values()];
    this.#own.clear();
    for (const file of own) void this.offer(file).catch(ignore);
  }

  async wanted({ fileId, transferId, transport: parameters }: Pushed<'fileWanted'>): Promise<void> {
    const { ask, connect } = this.#options;
    const file = this.#own.get(fileId);
    if (!file) return void ask('endFile', { transferId }).catch(ignore);
    const entry: { giving: Giving | null; transport: types.Transport | null } = { giving: null, transport: null };
    this.#giving.set(transferId, entry);
    try {
      const transport = await connect('send', parameters);
      entry.transport = transport;
      transport.on('producedata', ({ sctpStreamParameters }, callback, errback) => {
        ask('sendFile', { transferId, sctpStreamParameters }).then(
          ({ dataProducerId }) => callback({ id: dataProducerId }),
          errback,
        );
      });
      const producer = await transport.produceData({ ordered: true });
      entry.giving = new Giving(transferId, file, producer);
    } catch {
      // The taker is told, and may try again.
      this.#stopGiving(transferId);
      await ask('endFile', { transferId }).catch(ignore);
    }
  }

  async comes({ transferId, dataConsumerId: id, ...stream }: Pushed<'fileComes'>): Promise<void> {
    const taking = this.#taking.get(transferId);
    if (!taking) return;
    try {
      const transport = await taking.transport;
      const consumer = await transport.consumeData({ id, ...stream });
      consumer.binaryType = 'arraybuffer';
      consumer.on('message', (data: unknown) => void this.#received(transferId, data));
      const ready = () => this.#tell(transferId, 0);
      if (consumer.readyState === 'open') ready();
      else consumer.on('open', ready);
    } catch {
      this.#finish(transferId, { state: 'failed' });
    }
  }

  taken({ transferId, bytes }: Pushed<'haveOfFile'>): void {
    this.#giving.get(transferId)?.giving?.taken(bytes);
  }

  ended({ transferId }: Pushed<'fileEnded'>): void {
    this.#stopGiving(transferId);
    this.#finish(transferId, { state: 'failed' });
  }

  close(): void {
    this.#timers.clear();
    for (const transferId of [...this.#giving.keys()]) this.#stopGiving(transferId);
    for (const { transport } of this.#taking.values()) transport.then((made) => made.close(), ignore);
    for (const { url } of this.#store.getState().files) if (url) URL.revokeObjectURL(url);
  }

  async #received(transferId: TransferId, data: unknown): Promise<void> {
    const taking = this.#taking.get(transferId);
    if (!taking || !(data instanceof ArrayBuffer)) return;
    const { file, parts } = taking;
    parts.push(data);
    taking.have += data.byteLength;
    this.#watch(transferId);
    if (taking.have > file.size) return this.#finish(transferId, { state: 'failed' });
    if (taking.have < file.size) {
      if (taking.have - taking.told < tellEvery) return;
      taking.told = taking.have;
      this.#change(file.fileId, { have: taking.have });
      this.#tell(transferId, taking.have);
      return;
    }
    const whole = new Blob(parts, { type: 'application/octet-stream' });
    const right = (await sha256(whole)) === file.sha256;
    this.#finish(transferId, right ? { state: 'taken', url: URL.createObjectURL(whole) } : { state: 'failed' });
  }

  #tell(transferId: TransferId, bytes: number): void {
    this.#options.ask('haveOfFile', { transferId, bytes }).catch(ignore);
  }

  #watch(transferId: TransferId): void {
    this.#timers.set(transferId, patience, () => this.#finish(transferId, { state: 'failed' }));
  }

  /** A transfer to this page is over, one way or the other. */
  #finish(transferId: TransferId, result: Partial<CallFile>): void {
    const taking = this.#taking.get(transferId);
    this.#timers.stop(transferId);
    if (!taking) return;
    this.#taking.delete(transferId);
    this.#change(taking.file.fileId, result);
    taking.transport.then((transport) => transport.close(), ignore);
    this.#options.ask('endFile', { transferId }).catch(ignore);
  }

  #stopGiving(transferId: TransferId): void {
    this.#giving.get(transferId)?.transport?.close();
    this.#giving.delete(transferId);
  }

  #find(fileId: FileId): CallFile | undefined {
    return this.#store.getState().files.find((file) => file.fileId === fileId);
  }

  #change(fileId: FileId, news: Partial<CallFile>): void {
    this.#store.setState(({ files }) => ({
      files: files.map((file) => (file.fileId === fileId ? { ...file, ...news } : file)),
    }));
  }
}

/** The other end, or the node, is gone: then the transfer is over there too. */
function ignore(): void {}
