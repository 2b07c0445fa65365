/**
 * Three short, soft sounds, made rather than loaded. Browsers allow sound after the person's first press in the page:
 * until then `play` is silent.
 */
export class Sounds {
  #context: AudioContext | null = null;

  /** Unlocks sound at the first press or key. Call once. */
  unlockOnFirstGesture(page: Document): void {
    const unlock = () => {
      this.#context ??= new AudioContext();
      void this.#context.resume().catch(() => undefined);
    };
    page.addEventListener('pointerdown', unlock, { once: true, capture: true });
    page.addEventListener('keydown', unlock, { once: true, capture: true });
  }

  play(sound: 'knock' | 'come-in' | 'bell'): void {
    const context = this.#context;
    if (context?.state !== 'running') return;
    if (sound === 'knock') {
      for (const after of [0, 0.17]) tone(context, { after, from: 190, to: 90, lasts: 0.11, loudness: 0.28 });
    } else if (sound === 'bell') {
      tone(context, { after: 0, from: 659.25, to: 659.25, lasts: 1.6, loudness: 0.06 });
      tone(context, { after: 0.01, from: 1318.5, to: 1318.5, lasts: 1.1, loudness: 0.02 });
    } else {
      tone(context, { after: 0, from: 523.25, to: 523.25, lasts: 0.7, loudness: 0.1 });
      tone(context, { after: 0.14, from: 783.99, to: 783.99, lasts: 0.9, loudness: 0.08 });
    }
  }
}

interface Tone {
  /** s from now */
  after: number;
  /** Hz at the start and at the end */
  from: number;
  to: number;
  /** s until it has died away */
  lasts: number;
  /** gain, 0 to 1 */
  loudness: number;
}

function tone(context: AudioContext, { after, from, to, lasts, loudness }: Tone): void {
  const start = context.currentTime + after;
  const oscillator = new OscillatorNode(context, { type: 'sine', frequency: from });
  const gain = new GainNode(context, { gain: 0 });
  oscillator.frequency.setValueAtTime(from, start);
  oscillator.frequency.exponentialRampToValueAtTime(to, start + lasts);
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(loudness, start + 0.008);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + lasts);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + lasts);
}
