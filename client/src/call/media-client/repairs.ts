import { type AjarError, toAjarError } from '@ajar/shared';
import { backoff, type Condition, nextRepair } from './repair.ts';
import { Timers } from './timers.ts';
import { isPassing } from './trouble.ts';

export interface RepairsOptions {
  /** Nothing is mended any more once it is aborted. */
  signal: AbortSignal;
  /** How the call stands. */
  now: () => Pick<Condition, 'socket' | 'transports'> & { joined: boolean };
  /** Each of the two rejects with an AjarError. */
  join: () => Promise<void>;
  restartIce: (transportIds: readonly string[]) => Promise<void>;
  /** Something was done, or failed. */
  onStep: () => void;
  /** The room is locked; the node says when there is an answer. */
  onLocked: () => void;
  /** The node holds a place that is beyond repair: a newcomer takes it over. */
  onTaken: () => void;
  /** The socket is connected and does not answer. */
  onSilent: () => void;
  /** It cannot be mended. */
  onFailed: (error: AjarError) => void;
}

/**
 * The one way in which a call is joined and mended: one run at a time, the next step found anew each time. Whoever sees
 * that something has changed calls `mend`. Ends with `close`.
 */
export class Repairs {
  readonly #options: RepairsOptions;
  readonly #timers = new Timers<'again'>();
  #stale = false;
  #suspect = false;
  #failures = 0;
  #running = false;
  #again = false;

  constructor(options: RepairsOptions) {
    this.#options = options;
  }

  get condition(): Condition {
    const { joined, socket, transports } = this.#options.now();
    const made = this.#stale ? 'stale' : 'live';
    return { socket, transports, session: joined ? made : 'none', suspect: this.#suspect };
  }

  /** What was joined is of no use any more. */
  distrust(): void {
    this.#stale = true;
  }

  /** What is joined now is good. */
  trust(): void {
    this.#stale = false;
  }

  /** @param changed the network has changed under the call: what looks connected may not be. */
  suspect(changed: boolean): void {
    this.#suspect = changed;
  }

  mend(): void {
    this.#timers.stop('again');
    this.#again = true;
    if (!this.#running) void this.#run();
  }

  /** @param after in ms; it may mend itself meanwhile. */
  mendIn(after: number): void {
    this.#timers.start('again', after, () => this.mend());
  }

  close(): void {
    this.#timers.clear();
  }

  async #run(): Promise<void> {
    const { signal, join, restartIce, onStep } = this.#options;
    this.#running = true;
    while (this.#again && !signal.aborted) {
      this.#again = false;
      const step = nextRepair(this.condition);
      this.#suspect = false;
      try {
        if (step.do === 'join') await join();
        if (step.do === 'restart-ice') await restartIce(step.transportIds);
        if (step.do !== 'wait-for-socket') this.#failures = 0;
      } catch (thrown) {
        this.#failed(toAjarError(thrown));
      }
      onStep();
    }
    this.#running = false;
  }

  #failed(error: AjarError): void {
    const { now, onLocked, onTaken, onSilent, onFailed } = this.#options;
    this.#stale = true;
    this.#failures += 1;
    if (error.code === 'room-locked') onLocked();
    else if (error.code === 'already-joined') onTaken();
    else if (canRejoin(error)) {
      if (error.code === 'no-answer' && now().socket) onSilent();
      this.#timers.set('again', backoff(this.#failures), () => this.mend());
    } else onFailed(error);
  }
}

/** Whether joining anew can help: also where a node that was without this person for too long has given up their place. */
function canRejoin(error: AjarError): boolean {
  return isPassing(error) || error.category === 'not-found' || error.code === 'not-joined';
}
