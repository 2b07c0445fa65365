import type { Trouble } from './state.ts';
import { Timers } from './timers.ts';
import { type Circumstances, getsThrough, isWaiting, troubleOf } from './trouble.ts';

/** How long the socket of a call that begins, and then its media, may take to connect before the screen says so, in ms. */
const mediaLimit = 8_000;
/** How long after a network is lost the transports say so at the latest, in ms: browsers take five seconds of silence. */
const feltWithin = 8_000;

/** Knows what is wrong with a call, as far as that takes time to tell. Whoever looks owns it, and closes it. */
export class TroubleWatch {
  /** What is wrong may be another thing now. */
  readonly #onDue: () => void;
  readonly #timers = new Timers<'media' | 'network'>();
  #mediaLate = false;

  constructor(onDue: () => void) {
    this.#onDue = onDue;
  }

  /** The browser has just said that there is no network. The call feels it later, or was told wrongly. */
  networkLost(): void {
    this.#timers.set('network', feltWithin, this.#onDue);
  }

  /** What to tell the person about a call that is like this; `null`: nothing. */
  look(now: Omit<Circumstances, 'mediaLate'>): Trouble | null {
    const connecting = now.socket ? now.transports.some(isWaiting) : !now.hasJoined;
    if (connecting) {
      this.#timers.start('media', mediaLimit, () => {
        this.#mediaLate = true;
        this.#onDue();
      });
    } else {
      this.#timers.stop('media');
      if (!now.hasJoined || now.transports.some(({ state }) => state === 'connected')) this.#mediaLate = false;
    }
    const online = now.online || (!this.#timers.runs('network') && getsThrough(now));
    return troubleOf({ ...now, online, mediaLate: this.#mediaLate });
  }

  close(): void {
    this.#timers.clear();
  }
}
