import type { MediaProducer } from './sending.ts';

/** The largest of a camera's layers, 0 to 2. */
export const fullLayer = 2;
/** What nobody receives. */
const none = -1;

/**
 * How long less must be enough before the sender is told so, in ms: a tile scrolled past, a window put aside for a
 * moment and a reload are no reason to stop an encoder. More is told at once.
 */
const fallAfter = 4_000;

/** The largest layer that anybody receives; -1: nobody does. `null`: this one receives nothing for now. */
export function largestWanted(layers: Iterable<number | null>): number {
  let largest = none;
  for (const layer of layers) largest = Math.max(largest, layer ?? none);
  return largest;
}

/** What is to be told now, what later, and what not at all, when `told` is what the sender knows. */
export function newsOf(told: number, wanted: number): 'now' | 'later' | null {
  if (wanted === told) return null;
  return wanted > told ? 'now' : 'later';
}

interface Watched {
  producer: MediaProducer;
  /** What each consumer receives. */
  layers: Map<string, number | null>;
  told: number;
  timer: NodeJS.Timeout | undefined;
}

/** Who receives which layer of each picture in a room; tells its sender when less or more of it is worth sending. */
export class Watchers {
  readonly #tell: (producer: MediaProducer, layer: number) => void;
  readonly #watched = new Map<string, Watched>();

  constructor(tell: (producer: MediaProducer, layer: number) => void) {
    this.#tell = tell;
  }

  /** From now on until it closes. A sender begins with every layer. */
  follow(producer: MediaProducer): void {
    const watched: Watched = { producer, layers: new Map(), told: fullLayer, timer: undefined };
    this.#watched.set(producer.id, watched);
    producer.observer.once('close', () => {
      clearTimeout(watched.timer);
      this.#watched.delete(producer.id);
    });
    this.#look(watched);
  }

  /** @param layer what this consumer receives at most; `null`: nothing for now; `undefined`: it is gone. */
  watch(producer: MediaProducer, consumerId: string, layer: number | null | undefined): void {
    const watched = this.#watched.get(producer.id);
    if (!watched) return;
    if (layer === undefined) watched.layers.delete(consumerId);
    else watched.layers.set(consumerId, layer);
    this.#look(watched);
  }

  close(): void {
    for (const { timer } of this.#watched.values()) clearTimeout(timer);
    this.#watched.clear();
  }

  #look(watched: Watched): void {
    const news = newsOf(watched.told, largestWanted(watched.layers.values()));
    if (news !== 'later') {
      clearTimeout(watched.timer);
      watched.timer = undefined;
    }
    if (news === 'now') this.#say(watched);
    if (news === 'later') watched.timer ??= setTimeout(() => this.#say(watched), fallAfter);
  }

  #say(watched: Watched): void {
    watched.timer = undefined;
    const wanted = largestWanted(watched.layers.values());
    if (wanted === watched.told) return;
    watched.told = wanted;
    this.#tell(watched.producer, wanted);
  }
}
