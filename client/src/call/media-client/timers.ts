/** Named timers of one owner: setting a name again replaces it, and `clear` ends them all. */
export class Timers<Name extends string> {
  readonly #running = new Map<Name, ReturnType<typeof setTimeout>>();

  /** @param after in ms. */
  set(name: Name, after: number, run: () => void): void {
    this.stop(name);
    const timer = setTimeout(() => {
      this.#running.delete(name);
      run();
    }, after);
    this.#running.set(name, timer);
  }

  /** Starts it only when it is not running already. */
  start(name: Name, after: number, run: () => void): void {
    if (!this.#running.has(name)) this.set(name, after, run);
  }

  runs(name: Name): boolean {
    return this.#running.has(name);
  }

  stop(name: Name): void {
    clearTimeout(this.#running.get(name));
    this.#running.delete(name);
  }

  clear(): void {
    for (const name of this.#running.keys()) this.stop(name);
  }
}
