import type { MediaSource, MemberId } from '@ajar/shared';
import { fullLayer } from './sources.ts';
import { Timers } from './timers.ts';

/** One place on screen where a picture is drawn. */
export interface View {
  /** As tall as the whole picture is drawn, in device pixels; what a tile cuts off counts. */
  height: number;
  /** On screen, in a window that is. */
  visible: boolean;
}

/** Up to this height, in device pixels, the layer of that number (180, 360 or 720 lines) still looks well. */
const enoughUpTo = [200, 400, Number.POSITIVE_INFINITY];
/** A layer is given up only when the tile is this much smaller than what it was for: sizes that waver change nothing. */
const clearly = 0.85;

/**
 * The layer worth receiving of a picture drawn in these places, 0 to 2; `null`: it is seen nowhere.
 * @param before the one until now.
 */
export function layerWorth(views: Iterable<View>, before: number | null): number | null {
  const height = Math.max(0, ...[...views].map((view) => (view.visible ? view.height : 0)));
  if (height === 0) return null;
  const layer = layerFor(height);
  if (before === null || layer >= before) return layer;
  return Math.min(before, layerFor(height / clearly));
}

function layerFor(height: number): number {
  return Math.min(
    enoughUpTo.findIndex((most) => height <= most),
    fullLayer,
  );
}

/** How tall the whole picture is where it fills a tile, in the unit of the sizes: cameras are 16 by 9. */
export function drawnHeight({ width, height }: { width: number; height: number }): number {
  return Math.max(height, (width * 9) / 16);
}

/** How long less is enough before anybody is told, in ms: a tile that is moved, or scrolled past, is not let go. */
const fallAfter = 1_000;
/** How long the stage has for drawing everybody before who is not drawn counts as not seen, in ms. */
const drawnWithin = 3_000;

interface Looked {
  views: Map<Element, View>;
  layer: number | null;
}

/**
 * What of whom is on screen, and how large, as the stage says by `look`. Before it has drawn anything all is worth
 * receiving whole. Ends with `close`.
 */
export class Sight {
  readonly #onChange: () => void;
  readonly #looked = new Map<string, Looked>();
  readonly #endings = new Set<() => void>();
  readonly #timers = new Timers<string>();
  #drawn = false;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** The layer worth receiving of this picture, 0 to 2; `null`: it need not come. */
  layerOf(memberId: MemberId, source: MediaSource): number | null {
    const looked = this.#looked.get(nameOf(memberId, source));
    if (looked) return looked.layer;
    return this.#drawn ? null : fullLayer;
  }

  /** This picture is drawn in this element. @returns what ends it. */
  look(memberId: MemberId, source: MediaSource, element: Element): () => void {
    const window = element.ownerDocument.defaultView;
    if (!window) return () => undefined;
    if (!this.#drawn) {
      this.#timers.start('drawn', drawnWithin, () => {
        this.#drawn = true;
        this.#onChange();
      });
    }
    const name = nameOf(memberId, source);
    const looked = this.#looked.get(name) ?? { views: new Map<Element, View>(), layer: fullLayer };
    this.#looked.set(name, looked);
    // Until its size is known nothing changes: the picture of whoever has just come is not held up.
    const now = { height: 0, onScreen: true };
    const tell = () => {
      const visible = now.onScreen && isShown(element);
      looked.views.set(element, { height: now.height * window.devicePixelRatio, visible });
      this.#weigh(name, looked);
    };
    const ending = new AbortController();
    // Of the element's own window: a tile may be in a small one of its own.
    const sizes = new window.ResizeObserver(([entry]) => {
      if (!entry) return;
      now.height = drawnHeight(entry.contentRect);
      tell();
    });
    const places = new window.IntersectionObserver(([entry]) => {
      if (!entry) return;
      now.onScreen = entry.isIntersecting;
      tell();
    });
    sizes.observe(element);
    places.observe(element);
    element.ownerDocument.addEventListener('visibilitychange', tell, { signal: ending.signal });
    const end = () => {
      if (!this.#endings.delete(end)) return;
      sizes.disconnect();
      places.disconnect();
      ending.abort();
      looked.views.delete(element);
      if (looked.views.size > 0) this.#weigh(name, looked);
      else this.#timers.set(name, fallAfter, () => this.#forget(name, looked));
    };
    this.#endings.add(end);
    return end;
  }

  close(): void {
    for (const end of this.#endings) end();
    this.#timers.clear();
  }

  #weigh(name: string, looked: Looked): void {
    const layer = layerWorth(looked.views.values(), looked.layer);
    this.#timers.stop(name);
    if (layer === looked.layer) return;
    const change = () => {
      looked.layer = layerWorth(looked.views.values(), looked.layer);
      this.#onChange();
    };
    if (layer !== null && (looked.layer === null || layer > looked.layer)) change();
    else this.#timers.set(name, fallAfter, change);
  }

  #forget(name: string, looked: Looked): void {
    if (looked.views.size > 0) return;
    this.#looked.delete(name);
    this.#onChange();
  }
}

function nameOf(memberId: MemberId, source: MediaSource): string {
  return `${source} ${memberId}`;
}

/** Whether its window is, or the one small picture that outlives it. */
function isShown(element: Element): boolean {
  const { visibilityState, pictureInPictureElement } = element.ownerDocument;
  return visibilityState === 'visible' || (pictureInPictureElement ? element.contains(pictureInPictureElement) : false);
}
