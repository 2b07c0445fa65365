import { type AjarError, type ReadyConsumer, toAjarError } from '@ajar/shared';
import type { Ask } from './signalling.ts';
import { fullLayer } from './sources.ts';

export interface AttendingOptions {
  ask: Ask;
  /** The layer wanted of this picture, 0 to 2; `null`: nothing of it for now. */
  wanted: (ready: ReadyConsumer) => number | null;
  onError: (error: AjarError) => void;
}

interface Attended {
  ready: ReadyConsumer;
  /** The browser has it set up. */
  here: boolean;
  /** What the node was told last; `null`: it was not, or its answer is missing. */
  flows: boolean | null;
  layer: number | null;
}

/**
 * Brings what the node sends to this page into line with what is worth receiving: pictures pause where they are not seen
 * and come no larger than they are drawn; sound always flows. Whoever changes something calls `attend`.
 */
export class Attending {
  readonly #options: AttendingOptions;
  readonly #attended = new Map<string, Attended>();
  #soon = false;

  constructor(options: AttendingOptions) {
    this.#options = options;
  }

  add(ready: ReadyConsumer): void {
    this.#attended.set(ready.consumerId, { ready, here: false, flows: !ready.waits, layer: fullLayer });
    // What is not wanted need not wait for the browser to be stopped.
    if (!ready.waits) this.attend();
  }

  remove(consumerId: string): void {
    this.#attended.delete(consumerId);
  }

  /** The browser has it set up: media that waits for it may come. */
  received(consumerId: string): void {
    const attended = this.#attended.get(consumerId);
    if (attended) attended.here = true;
    this.attend();
  }

  /** The node may not have got what it was last told: all of it is told again where it matters. */
  doubt(): void {
    for (const attended of this.#attended.values()) Object.assign(attended, { flows: null, layer: null });
    this.attend();
  }

  /** In a moment, together with whatever else changes in it. */
  attend(): void {
    if (this.#soon) return;
    this.#soon = true;
    queueMicrotask(() => {
      this.#soon = false;
      this.#attendNow();
    });
  }

  #attendNow(): void {
    const toPause: Attended[] = [];
    const toResume: Attended[] = [];
    for (const attended of this.#attended.values()) {
      const { ready, here, flows } = attended;
      const wanted = ready.kind === 'video' ? this.#options.wanted(ready) : fullLayer;
      if (wanted === null) {
        if (flows !== false) toPause.push(attended);
        continue;
      }
      if (!here) continue;
      // Before it flows: the first key frame is then of the layer that is wanted.
      if (ready.source === 'camera' && attended.layer !== wanted) this.#prefer(attended, wanted);
      if (flows !== true) toResume.push(attended);
    }
    if (toPause.length > 0) this.#let(toPause, false);
    if (toResume.length > 0) this.#let(toResume, true);
  }

  #let(all: readonly Attended[], flow: boolean): void {
    for (const attended of all) attended.flows = flow;
    const consumerIds = all.map(({ ready }) => ready.consumerId);
    this.#options.ask(flow ? 'resumeConsumers' : 'pauseConsumers', { consumerIds }).catch((thrown: unknown) => {
      for (const attended of all) attended.flows = null;
      this.#options.onError(toAjarError(thrown));
    });
  }

  #prefer(attended: Attended, spatialLayer: number): void {
    attended.layer = spatialLayer;
    const { consumerId } = attended.ready;
    this.#options.ask('setPreferredLayers', { consumerId, spatialLayer }).catch((thrown: unknown) => {
      attended.layer = null;
      this.#options.onError(toAjarError(thrown));
    });
  }
}
