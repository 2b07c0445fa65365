import type { MediaSource } from '@ajar/shared';
import { fullLayer, layersUpTo, ratesOf, type Shows, scaleOf } from './sources.ts';

/**
 * How long a picture that begins is sent small, in ms. To encode all of it at once takes a weak machine a tenth of a second
 * at either end, while it has everything else to do as well; a face that is seen sooner may be sharp a moment later.
 */
const smallFor = 400;

/** What browsers know of encodings beyond what TypeScript does (W3C WebRTC-SVC, section 4.1). */
export type Scalable = RTCRtpEncodingParameters & { scalabilityMode?: string };

/** What is sent of a source just now. */
export interface Encoded {
  /** `undefined`: nothing yet, or nothing that has layers. */
  sender: Pick<RTCRtpSender, 'getParameters' | 'setParameters'> | undefined;
  paused: boolean;
  shows?: Shows | undefined;
}

/** Which layers of a picture are encoded, and how large. Whoever changes what it goes by calls `renew`. */
export class Encoding {
  readonly #source: MediaSource;
  readonly #now: () => Encoded;
  #limit = fullLayer;
  #small = true;
  #growing: ReturnType<typeof setTimeout> | undefined;
  /** One change after the other: a browser takes no two at once. */
  #last: Promise<void> = Promise.resolve();

  constructor(source: MediaSource, now: () => Encoded) {
    this.#source = source;
    this.#now = now;
  }

  /** Whether anybody receives any of it. */
  get wanted(): boolean {
    return this.#limit >= 0;
  }

  /** The largest layer that is to be sent now, 0 to 2; -1: none. */
  get largest(): number {
    return this.#now().paused ? -1 : this.#limit;
  }

  /** @param layer the largest that anybody receives, 0 to 2; -1: nobody does, and nothing is encoded. */
  limit(layer: number): void {
    const begins = !this.wanted && layer >= 0;
    this.#limit = layer;
    if (begins) this.begin();
    else this.renew();
  }

  /** It is sent from now on: small first, and as it is to be in a moment. */
  begin(): void {
    this.#small = true;
    clearTimeout(this.#growing);
    this.#growing = setTimeout(() => {
      this.#small = false;
      this.renew();
    }, smallFor);
    this.renew();
  }

  renew(): void {
    this.#last = this.#last.then(() => this.#encode());
  }

  end(): void {
    clearTimeout(this.#growing);
  }

  /** Not through the producer, which would negotiate for it: that takes longer, and may come between another negotiation. */
  async #encode(): Promise<void> {
    const { sender, paused, shows } = this.#now();
    if (!sender) return;
    const parameters = sender.getParameters();
    const inOne = this.#source === 'camera' && parameters.encodings.length === 1;
    const right = parameters.encodings.map(
      (encoding, layer): Scalable => ({
        ...encoding,
        ...(shows ? ratesOf(shows) : {}),
        ...(inOne
          ? layersUpTo(this.wanted ? this.#limit : fullLayer, this.#small)
          : scaleOf(this.#source, layer, this.#small)),
        active: !paused && layer <= this.#limit,
      }),
    );
    const isRight = parameters.encodings.every(
      ({ active, maxFramerate, scaleResolutionDownBy, scalabilityMode }: Scalable, layer) =>
        active === right[layer]?.active &&
        maxFramerate === right[layer]?.maxFramerate &&
        scaleResolutionDownBy === right[layer]?.scaleResolutionDownBy &&
        scalabilityMode === right[layer]?.scalabilityMode,
    );
    if (isRight) return;
    // One that another change overtook, or whose transport is gone, is made good by that.
    await sender.setParameters({ ...parameters, encodings: right }).catch(() => undefined);
  }
}
