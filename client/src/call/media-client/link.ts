import { type Admission, type AjarError, type mediaProtocol, type PushListeners, toAjarError } from '@ajar/shared';
import { backoff } from './repair.ts';
import { nearExpiry } from './room-token.ts';
import { type Ask, Signalling } from './signalling.ts';
import { Timers } from './timers.ts';
import { isPassing } from './trouble.ts';

export interface LinkOptions {
  admission: Admission;
  /** Another way in, when the first has run out or leads nowhere. */
  renew: () => Promise<Admission>;
  pushes: PushListeners<typeof mediaProtocol>;
  /** Connected. `recovered`: the node still holds this person's place and has sent what was missed. */
  onUp: (recovered: boolean) => void;
  /** No longer connected, or a try to connect failed. More tries follow by themselves. */
  onDown: () => void;
  /** There is no way in any more; no try follows. */
  onRefused: (error: AjarError) => void;
}

/** How long a node that ended the connection by itself is left alone, in ms. */
const pause = 1_000;
/** How long the node may take to confirm that somebody leaves, in ms. */
const leaveLimit = 3_000;
/** After so many tries without an answer the way in is asked for anew: the room may have moved. */
const triesPerAdmission = 4;

/**
 * The way to the media node: keeps a socket to it with a token that is good, follows the room to another node, and
 * finds out when there is no way any more. Owns its socket; ends with `close`.
 */
export class Link {
  readonly #options: LinkOptions;
  readonly #timers = new Timers<'connect'>();
  #admission: Admission;
  #signalling: Signalling;
  #triesFailed = 0;
  #closed = false;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#admission = options.admission;
    this.#signalling = this.#connect();
  }

  get connected(): boolean {
    return this.#signalling.connected;
  }

  /** How long the way to the node and back is at most, in ms. */
  get roundTrip(): number {
    return this.#signalling.roundTrip;
  }

  /** Tries to connect that failed since the last one that did not. */
  get triesFailed(): number {
    return this.#triesFailed;
  }

  readonly ask: Ask = (name, data, options) => this.#signalling.ask(name, data, options);

  /** Connects at once, in place of a connection that is up in name only or of a pause. */
  hurry(): void {
    this.#signalling.reconnectNow();
  }

  /** Connects as a newcomer: for a new place in the room where the old one is beyond repair. */
  startAfresh(): void {
    this.#signalling.close();
    this.#signalling = this.#connect();
  }

  /**
   * Tells the node that this person leaves, waits for its answer and closes; of what else it says nothing is heard any more.
   * @throws AjarError what it answered, or `no-answer`.
   */
  async leave(): Promise<void> {
    this.#closed = true;
    this.#timers.clear();
    try {
      await this.#signalling.leave(leaveLimit);
    } finally {
      this.#signalling.close();
    }
  }

  close(): void {
    this.#closed = true;
    this.#timers.clear();
    this.#signalling.close();
  }

  #connect(): Signalling {
    return new Signalling({
      mediaUrl: this.#admission.mediaUrl,
      token: () => this.#token(),
      pushes: this.#options.pushes,
      onUp: (recovered) => {
        this.#triesFailed = 0;
        this.#timers.clear();
        this.#options.onUp(recovered);
      },
      onDown: (endedByNode) => {
        // Nobody else makes a new connection where the node itself ended the old one.
        if (endedByNode) this.#timers.set('connect', pause, () => this.hurry());
        this.#options.onDown();
      },
      onTryFailed: (refusal) => void this.#tryFailed(refusal),
    });
  }

  async #token(): Promise<string> {
    // Another way in would bring back whoever leaves.
    if (!this.#closed && nearExpiry(this.#admission.token, Date.now())) await this.#renew();
    return this.#admission.token;
  }

  /** Never rejects. */
  async #tryFailed(refusal: AjarError | null): Promise<void> {
    this.#triesFailed += 1;
    this.#options.onDown();
    const aboutToken = refusal?.code.startsWith('token-') ?? false;
    if (refusal && !aboutToken && !isPassing(refusal)) return this.#options.onRefused(refusal);
    if (aboutToken || this.#triesFailed % triesPerAdmission === 0) await this.#renew();
    // After a refusal the socket does not try again by itself.
    if (refusal && !this.#closed) this.#timers.set('connect', backoff(this.#triesFailed), () => this.hurry());
  }

  async #renew(): Promise<void> {
    try {
      const admission = await this.#options.renew();
      if (this.#closed) return;
      const moved = admission.mediaUrl !== this.#admission.mediaUrl;
      this.#admission = admission;
      if (moved) this.startAfresh();
    } catch (thrown) {
      const error = toAjarError(thrown);
      if (!isPassing(error) && !this.#closed) this.#options.onRefused(error);
    }
  }
}
