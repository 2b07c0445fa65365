import {
  type FileTransport,
  type MemberId,
  markLifeTime,
  marksPerSecond,
  type mediaProtocol,
  type PointerMark,
  type PushData,
  pointerMark,
} from '@ajar/shared';
import type { types } from 'mediasoup-client';
import { createStore } from 'zustand/vanilla';
import type { Ask } from './signalling.ts';
import type { ReadonlyStore } from './state.ts';
import { Timers } from './timers.ts';

export type Coming = PushData<typeof mediaProtocol, 'pointerComes'>;

export interface PointerOptions {
  ask: Ask;
  /** Oneself, once known. */
  me: () => MemberId | undefined;
  /** A transport of this page to the other end of that one. */
  connect: (direction: 'send', parameters: FileTransport) => Promise<types.Transport>;
  /** What comes over this channel. */
  receive: (coming: Coming) => Promise<types.DataConsumer>;
}

/** How long a mark that does not move is shown, in ms. */
const lasts = 2_000;

/** Where everybody points, oneself included, and where oneself does. Ends with `close`. */
export class Pointer {
  readonly #store = createStore<{ marks: ReadonlyMap<MemberId, PointerMark> }>(() => ({ marks: new Map() }));
  readonly #options: PointerOptions;
  readonly #timers = new Timers<'send' | `fade ${MemberId}`>();
  readonly #channels = new Map<string, types.DataConsumer>();
  #next: PointerMark | null = null;
  #own: { transport: types.Transport; producer: types.DataProducer } | null = null;
  /** What is being opened belongs to this stay in the room. */
  #stay = 0;
  #opening = false;

  constructor(options: PointerOptions) {
    this.#options = options;
  }

  get state(): ReadonlyStore<{ marks: ReadonlyMap<MemberId, PointerMark> }> {
    return this.#store;
  }

  /** Gets ready to point, so that the first mark is not lost. Nothing comes of it where one may not, or the call is away. */
  async open(): Promise<void> {
    if (this.#own || this.#opening) return;
    this.#opening = true;
    const stay = this.#stay;
    const { ask, connect } = this.#options;
    let transport: types.Transport | null = null;
    try {
      const opened = await ask('openPointer', {});
      transport = await connect('send', opened.transport);
      transport.on('producedata', ({ sctpStreamParameters }, callback, errback) => {
        ask('point', { sctpStreamParameters }).then(({ dataProducerId }) => callback({ id: dataProducerId }), errback);
      });
      const producer = await transport.produceData({ ordered: false, maxPacketLifeTime: markLifeTime });
      if (stay === this.#stay) this.#own = { transport, producer };
      else transport.close();
    } catch {
      transport?.close();
    } finally {
      this.#opening = false;
    }
  }

  /** Points there: at once for oneself, and as often as it is worth for the others. */
  point(mark: PointerMark): void {
    const me = this.#options.me();
    if (me) this.#show(me, mark);
    this.#next = mark;
    this.#timers.start('send', 1_000 / marksPerSecond, () => this.#send());
  }

  /** Somebody points from now on. */
  async comes(coming: Coming): Promise<void> {
    const stay = this.#stay;
    try {
      const channel = await this.#options.receive(coming);
      if (stay !== this.#stay) return channel.close();
      this.#channels.set(coming.dataConsumerId, channel);
      channel.on('message', (data: unknown) => {
        const mark = read(data);
        if (mark) this.#show(coming.memberId, mark);
      });
    } catch {
      // Their marks are not seen, which harms nothing else.
    }
  }

  gone(dataConsumerId: string): void {
    this.#channels.get(dataConsumerId)?.close();
    this.#channels.delete(dataConsumerId);
  }

  /** In a place of one's own anew: all channels of before are gone. */
  entered(): void {
    this.#stay += 1;
    this.#own?.transport.close();
    this.#own = null;
    this.#channels.clear();
  }

  close(): void {
    this.entered();
    this.#timers.clear();
  }

  #send(): void {
    const mark = this.#next;
    if (mark && this.#own?.producer.readyState === 'open') this.#own.producer.send(JSON.stringify(mark));
    else void this.open();
  }

  #show(memberId: MemberId, mark: PointerMark): void {
    this.#change(memberId, mark);
    this.#timers.set(`fade ${memberId}`, lasts, () => this.#change(memberId, null));
  }

  #change(memberId: MemberId, mark: PointerMark | null): void {
    const marks = new Map(this.#store.getState().marks);
    if (mark) marks.set(memberId, mark);
    else marks.delete(memberId);
    this.#store.setState({ marks });
  }
}

function read(data: unknown): PointerMark | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    return pointerMark.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}
