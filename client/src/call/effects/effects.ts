import { createStore } from 'zustand/vanilla';
import type { LocalMedia, ReadonlyStore, Shaped } from '../media-client/index.ts';
import type { Background, Noise } from './choices.ts';

export interface EffectsState {
  noise: Noise;
  background: Background;
  /** What of it was given up and why, in words; `null`: nothing. */
  words: string | null;
}

/**
 * Why an effect was given up. `cannot`: this browser lacks what it takes; `slow`: the machine does not keep up; `failed`:
 * it could not be loaded or broke.
 */
export type GivenUp = 'cannot' | 'slow' | 'failed';

export interface EffectsOptions {
  /** Not owned. */
  local: Pick<LocalMedia, 'shape' | 'setBrowserNoise'>;
  /** Default: the browser's own. */
  noise?: Noise | undefined;
  /** Default: none. */
  background?: Background | undefined;
  /** A choice has changed, whoever changed it. */
  onChosen: () => void;
}

/**
 * What is made of one's own voice and picture before they are sent. The code for each is fetched when it is first
 * wanted; whatever goes wrong, voice and picture go on as they are, and `words` says so.
 */
export class Effects {
  readonly #options: EffectsOptions;
  readonly #store;
  readonly #lifetime = new AbortController();

  constructor(options: EffectsOptions) {
    const { noise = 'browser', background = 'none' } = options;
    this.#options = options;
    this.#store = createStore<EffectsState>(() => ({ noise, background, words: null }));
    this.#apply();
  }

  get state(): ReadonlyStore<EffectsState> {
    return this.#store;
  }

  chooseNoise(noise: Noise): void {
    this.#choose({ noise, words: null });
  }

  chooseBackground(background: Background): void {
    this.#choose({ background, words: null });
  }

  /** No gesture is waited for any more. What is made of the tracks ends with them. */
  close(): void {
    this.#lifetime.abort();
  }

  #choose(choice: Partial<EffectsState>): void {
    this.#store.setState(choice);
    this.#apply();
    this.#options.onChosen();
  }

  #apply(): void {
    const { local } = this.#options;
    const { noise, background } = this.#store.getState();
    local.setBrowserNoise(noise === 'browser');
    local.shape('microphone', noise === 'strong' ? this.#clean : null);
    local.shape('camera', background === 'none' ? null : this.#paint);
  }

  readonly #clean = async (raw: MediaStreamTrack): Promise<Shaped> => {
    try {
      const { cleanVoice } = await import('./noise/index.ts');
      const shaped = await cleanVoice(raw, (why) => void this.#giveUp('noise', why));
      if (shaped) return shaped;
    } catch (cause) {
      void this.#giveUp('noise', 'failed');
      throw cause;
    }
    this.#cleanOnceTouched();
    throw new Error('Browsers let no sound be made before somebody has touched the page.');
  };

  readonly #paint = async (raw: MediaStreamTrack): Promise<Shaped> => {
    try {
      const { paintBehind } = await import('./background/index.ts');
      return await paintBehind(raw, this.#store, (why) => void this.#giveUp('background', why));
    } catch (cause) {
      void this.#giveUp('background', 'failed');
      throw cause;
    }
  };

  #cleanOnceTouched(): void {
    const again = () => {
      this.#options.local.shape('microphone', null);
      this.#apply();
    };
    for (const gesture of ['pointerup', 'keydown']) {
      document.addEventListener(gesture, again, { once: true, capture: true, signal: this.#lifetime.signal });
    }
  }

  /** Never rejects. */
  async #giveUp(what: 'noise' | 'background', why: GivenUp): Promise<void> {
    if (this.#lifetime.signal.aborted) return;
    this.#choose(what === 'noise' ? { noise: 'browser' } : { background: 'none' });
    const words = await import('./words.ts').then(
      ({ givenUpWords }) => givenUpWords(what, why),
      () => null,
    );
    this.#store.setState({ words });
  }
}
