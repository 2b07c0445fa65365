import { writeFileSync } from 'node:fs';
import { wavHeader } from './voice-file.ts';

const rate = 48_000;
const seconds = 8;

/** Writes a sound that goes on like speech: a voice of harmonics in syllables, with a short breath now and then. */
export function writeSpeech(file: string): void {
  const samples = new Int16Array(rate * seconds);
  for (let n = 0; n < samples.length; n += 1) {
    const time = n / rate;
    const pitch = 140 + 25 * Math.sin(2 * Math.PI * 0.5 * time);
    const syllable = 0.35 + 0.65 * Math.max(0, Math.sin(2 * Math.PI * 4 * time));
    const breath = time % 4 > 3.7 ? 0.05 : 1;
    let wave = 0;
    for (let harmonic = 1; harmonic <= 12; harmonic += 1) {
      wave += Math.sin(2 * Math.PI * pitch * harmonic * time) / harmonic;
    }
    samples[n] = 7_000 * wave * syllable * breath;
  }
  writeFileSync(file, Buffer.concat([wavHeader(samples.byteLength, rate), Buffer.from(samples.buffer)]));
}
