import type { Coming, Pointer, PointerOptions } from './pointer.ts';

/** Where people point at what is shared: loaded when somebody shares or points for the first time. Ends with `close`. */
export class Pointing {
  readonly #options: PointerOptions;
  #loading: Promise<Pointer> | null = null;
  #closed = false;

  constructor(options: PointerOptions) {
    this.#options = options;
  }

  /** The same each time. What could not be loaded is loaded again the next time. */
  load(): Promise<Pointer> {
    if (this.#loading) return this.#loading;
    const loading = import('./pointer.ts').then(({ Pointer }) => new Pointer(this.#options));
    this.#loading = loading;
    loading.then(
      (pointer) => this.#closed && pointer.close(),
      () => {
        this.#loading = null;
      },
    );
    return loading;
  }

  comes(coming: Coming): void {
    this.load().then((pointer) => pointer.comes(coming), ignore);
  }

  gone(dataConsumerId: string): void {
    this.#loading?.then((pointer) => pointer.gone(dataConsumerId), ignore);
  }

  /** In a place of one's own anew. */
  entered(): void {
    this.#loading?.then((pointer) => pointer.entered(), ignore);
  }

  close(): void {
    this.#closed = true;
    this.#loading?.then((pointer) => pointer.close(), ignore);
  }
}

/** What cannot be loaded is not seen; whoever presses for it is told. */
function ignore(): void {}
