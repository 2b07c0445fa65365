import { createStore } from 'zustand/vanilla';
import type { ReadonlyStore } from './state.ts';

/** Time between two readings, in ms. */
const interval = 80;
/** A level above this is speech; it stays so for `hold` readings, so that the ring does not flicker between words. */
const speech = 0.12;
const hold = 8;

export interface Level {
  /** 0 (silent) to 1 (loud). */
  level: number;
  speaking: boolean;
}

/** Reads how loud one microphone is. Owns its AudioContext, which `close` ends; the track is not its own. */
export class LevelMeter {
  readonly #store = createStore<Level>(() => ({ level: 0, speaking: false }));
  #context: AudioContext | null = null;
  #timer: ReturnType<typeof setInterval> | null = null;
  #quiet = 0;

  get state(): ReadonlyStore<Level> {
    return this.#store;
  }

  /** Listens to this track from now on; `null`: to none. */
  async listenTo(track: MediaStreamTrack | null): Promise<void> {
    await this.close();
    if (!track) return;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 512;
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    this.#context = context;
    const samples = new Float32Array(analyser.fftSize);
    this.#timer = setInterval(() => {
      // A context made before the first press on the page stays asleep until there has been one.
      if (context.state === 'suspended') context.resume().catch(() => undefined);
      analyser.getFloatTimeDomainData(samples);
      this.#read(loudness(samples));
    }, interval);
  }

  async close(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    const context = this.#context;
    this.#context = null;
    this.#store.setState({ level: 0, speaking: false });
    await context?.close();
  }

  #read(level: number): void {
    this.#quiet = level > speech ? 0 : this.#quiet + 1;
    this.#store.setState({
      level,
      speaking: this.#quiet < hold && (level > speech || this.#store.getState().speaking),
    });
  }
}

/** Root mean square on a decibel scale: -60 dBFS and below is 0, -10 dBFS and above is 1. */
export function loudness(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const decibels = 10 * Math.log10(sum / Math.max(samples.length, 1) + 1e-12);
  return Math.min(Math.max((decibels + 60) / 50, 0), 1);
}
