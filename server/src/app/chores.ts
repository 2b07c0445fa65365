import type { Log } from '../log/index.ts';

/** What the server does again and again. Each chore waits for itself: a slow one is late, never doubled. */
export class Chores {
  readonly #log: Log;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #running = new Set<Promise<void>>();

  constructor(log: Log) {
    this.#log = log;
  }

  /** Does this every so many ms, the first time one period from now. */
  every(period: number, name: string, work: () => Promise<void> | void): void {
    let busy = false;
    const timer = setInterval(() => {
      if (busy) return;
      busy = true;
      const run = Promise.resolve()
        .then(work)
        .catch((err: unknown) => this.#log.error({ err, chore: name }, 'A chore failed; it is tried again'))
        .finally(() => {
          busy = false;
          this.#running.delete(run);
        });
      this.#running.add(run);
    }, period);
    this.#timers.add(timer);
  }

  /** No chore begins any more; resolves when those under way are done. */
  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all(this.#running);
  }
}
