import type { types } from 'mediasoup-client';
import { fullLayer } from './sources.ts';

/** How often it is looked at what leaves, in ms. */
const every = 200;
/** A layer is gone once so many pictures have left without it, and so many ms. One or two are dropped to keep to a bitrate. */
const missedPictures = 3;
const missedFor = 400;
/** And it is back once it has been there for so long, in ms. */
const backFor = 1_000;
/** How long after nobody has heard it is told again, in ms. */
const againAfter = 2_000;

interface Layer {
  /** How many pictures of it had left when it was last seen to leave, and of the smallest layer then. */
  pictures: number;
  beside: number;
  /** When that was, in ms. */
  at: number;
  gone: boolean;
  backSince: number | null;
}

/** Which layers of a camera leave the browser, by how many pictures of each have left. */
export class LayersLeaving {
  readonly #layers = new Map<number, Layer>();

  /** No layers are to be sent that could go missing: what was known of them is no longer so. */
  rest(): void {
    this.#layers.clear();
  }

  /**
   * @param pictures how many have left so far, by layer from the smallest.
   * @param limit the largest layer that is to be sent.
   * @param at in ms.
   * @returns the largest layer that nothing speaks against.
   */
  look(pictures: readonly number[], limit: number, at: number): number {
    const [beside = 0] = pictures;
    for (const [layer, count] of pictures.entries()) {
      if (layer === 0) continue;
      const before = this.#layers.get(layer);
      // What is not to be sent has not gone: it may begin at any time.
      if (!before || layer > limit) {
        this.#layers.set(layer, { pictures: count, beside, at, gone: false, backSince: null });
      } else if (count > before.pictures) {
        const backSince = before.gone ? (before.backSince ?? at) : null;
        const gone = before.gone && at - (backSince ?? at) < backFor;
        this.#layers.set(layer, { pictures: count, beside, at, gone, backSince });
      } else if (beside - before.beside >= missedPictures && at - before.at >= missedFor) {
        Object.assign(before, { gone: true, backSince: null });
      }
    }
    const gone = [...this.#layers].filter(([, layer]) => layer.gone).map(([layer]) => layer);
    return Math.min(fullLayer, ...gone.map((layer) => layer - 1));
  }
}

export interface LayersSentOptions {
  producer: Pick<types.Producer, 'rtpSender' | 'observer' | 'closed'>;
  /** The largest layer that is to be sent, 0 to 2; -1: none. */
  limit: () => number;
  /** Tells the node. */
  tell: (layer: number) => Promise<unknown>;
}

/**
 * Tells the node when the browser has stopped the larger layers of a camera for want of bandwidth, and when they are back: no
 * event says so, and whoever receives them would look at a picture that stands still. Ends with its producer.
 */
export function watchLayersSent({ producer, limit, tell }: LayersSentOptions): void {
  const leaving = new LayersLeaving();
  let told: number | null = fullLayer;
  let looking = false;
  let failedAt = Number.NEGATIVE_INFINITY;
  const look = async () => {
    const { rtpSender } = producer;
    if (limit() <= 0 || !rtpSender) return leaving.rest();
    const pictures = await picturesOf(rtpSender);
    if (producer.closed) return;
    const layer = leaving.look(pictures, limit(), performance.now());
    if (layer === told || performance.now() - failedAt < againAfter) return;
    told = layer;
    await tell(layer);
  };
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    look()
      .catch(() => {
        told = null;
        failedAt = performance.now();
      })
      .finally(() => {
        looking = false;
      });
  }, every);
  producer.observer.once('close', () => clearInterval(timer));
}

/** How many pictures of each layer have left so far (webrtc-stats, framesEncoded), the smallest first; none where there is one. */
async function picturesOf(sender: Pick<RTCRtpSender, 'getParameters' | 'getStats'>): Promise<number[]> {
  const { encodings } = sender.getParameters();
  if (encodings.length <= 1) return [];
  const entries = [...(await sender.getStats()).values()].filter(({ type }) => type === 'outbound-rtp');
  return encodings.map(({ rid }) => entries.find((entry) => entry.rid === rid)?.framesEncoded ?? 0);
}
