/**
 * The requests that are being answered, what is told on account of them, and who came and left. A person who presses and closes the page leaves one behind that no connection
 * shows any more: whoever takes the database away waits for these, not for the connections.
 */
export class UnderWay {
  readonly #running = new Set<Promise<unknown>>();
  #over = false;

  /** Answers as `work` does, and counts it as under way until then. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const running = work();
    this.#running.add(running);
    const done = () => void this.#running.delete(running);
    running.then(done, done);
    return running;
  }

  /** Whether nobody is waited for any more. */
  get over(): boolean {
    return this.#over;
  }

  /** Resolves when nothing is under way any more, or after so many ms. What begins later is on its own. */
  async settled(atMost: number): Promise<void> {
    const late = Promise.withResolvers<void>();
    const timer = setTimeout(late.resolve, atMost);
    await Promise.race([late.promise, this.#none()]);
    clearTimeout(timer);
    this.#over = true;
  }

  async #none(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }
}
