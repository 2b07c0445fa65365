import { Compositor, type Picture, sizeOf } from './compositor.ts';
import { isTooSlow, slowSeconds } from './floor.ts';
import type { Look } from './protocol.ts';
import { Segmenter } from './segmenter.ts';

export interface PainterOptions {
  look: Look;
  /** Pictures a second that the camera gives. */
  rate: number;
  /** The first picture is drawn. */
  onReady: () => void;
  /** A second has been drawn. */
  onSecond: () => void;
  /** Pictures have been below the floor for a while. */
  onSlow: () => void;
}

/** Draws pictures one after the other, and watches what that takes. */
export class Painter {
  look: Look;
  readonly #options: PainterOptions;
  readonly #compositor = new Compositor();
  #segmenter: Segmenter | null = null;
  /** When the second that is being counted began; `null` before the first picture, which takes longer than all others. */
  #since: number | null = null;
  #drawn = 0;
  #busy = 0;
  #slow = 0;

  constructor(options: PainterOptions) {
    this.look = options.look;
    this.#options = options;
  }

  /** The canvas with this picture on it. */
  async paint(picture: Picture): Promise<OffscreenCanvas> {
    const { width, height } = sizeOf(picture);
    this.#segmenter ??= await Segmenter.create(width >= height);
    const began = performance.now();
    const mask = await this.#segmenter.find(picture);
    this.#compositor.paint(picture, mask, this.look);
    mask.close();
    this.#count(began, performance.now());
    return this.#compositor.canvas;
  }

  #count(began: number, now: number): void {
    if (this.#since === null) {
      this.#since = now;
      this.#options.onReady();
      return;
    }
    this.#drawn += 1;
    this.#busy += now - began;
    const seconds = (now - this.#since) / 1_000;
    if (seconds < 1) return;
    const each = { drawn: this.#drawn / seconds, busy: this.#busy / 1_000 / seconds };
    for (let second = 0; second < Math.floor(seconds); second += 1) {
      this.#slow = slowSeconds(this.#slow, each, this.#options.rate);
    }
    [this.#since, this.#drawn, this.#busy] = [now, 0, 0];
    this.#options.onSecond();
    if (isTooSlow(this.#slow)) this.#options.onSlow();
  }
}
