import type { Page, Response } from '@playwright/test';

/** Everything a page is sent from now on, over sockets and HTTP, as text. */
export class Frames {
  readonly #heard: string[] = [];
  readonly #reading: Promise<void>[] = [];

  /** Before the page opens its sockets: those opened earlier are not heard. */
  constructor(page: Page) {
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => this.#heard.push(payload.toString())));
    page.on('response', (response) => this.#reading.push(this.#read(response)));
  }

  /** What came since the last call of this. */
  async taken(): Promise<string[]> {
    await Promise.all(this.#reading);
    return this.#heard.splice(0);
  }

  async #read(response: Response): Promise<void> {
    if (!response.url().includes('/api/')) return;
    const body = await response.text().catch(() => '');
    this.#heard.push(`${response.status()} ${new URL(response.url()).pathname} ${body}`);
  }
}
