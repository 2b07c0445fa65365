import { mediaProtocol, type PushData, type PushName, push } from '@ajar/shared';

/** What a peer speaks through: a socket, or a stand-in for one. */
export interface Channel {
  emit(event: string, ...args: unknown[]): unknown;
}

export interface LineOptions {
  /** Where pushes go. Nothing is sent before `open()`. */
  channel: Channel;
  /** How long a socket that is gone is waited for, in ms. */
  grace: number;
  /** It did not come back in time. */
  onGone: () => void;
}

/** The way to one peer's browser, over the absences of its socket. Its owner sees that nothing is sent once it has ended. */
export class Line {
  readonly #options: LineOptions;
  #channel: Channel;
  /** Pushes wait here until the reply to `join` is out, so that the browser has its transports first. */
  #held: (() => void)[] | undefined = [];
  #away: NodeJS.Timeout | undefined;

  constructor(options: LineOptions) {
    this.#options = options;
    this.#channel = options.channel;
  }

  /** Whether its socket is gone and awaited. */
  get away(): boolean {
    return this.#away !== undefined;
  }

  /** Lets pushes through, those held until now first. */
  open(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const send of held) send();
  }

  push<N extends PushName<typeof mediaProtocol>>(name: N, data: PushData<typeof mediaProtocol, N>): void {
    // The channel is looked up when it is used: a socket that came back is another one.
    const send = () => this.pushNow(name, data);
    if (this.#held) this.#held.push(send);
    else send();
  }

  /** Before what is held. */
  pushNow<N extends PushName<typeof mediaProtocol>>(name: N, data: PushData<typeof mediaProtocol, N>): void {
    push(this.#channel, mediaProtocol, name, data);
  }

  /** Its socket is gone. */
  lose(): void {
    this.#away = setTimeout(this.#options.onGone, this.#options.grace);
  }

  /** Its socket is back. */
  regain(channel: Channel): void {
    this.close();
    this.#channel = channel;
  }

  /** Nothing is waited for any more. */
  close(): void {
    clearTimeout(this.#away);
    this.#away = undefined;
  }
}
