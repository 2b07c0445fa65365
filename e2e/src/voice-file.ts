import { writeFileSync } from 'node:fs';

const rate = 48_000;
/** Sound pressure of both, as the root mean square of samples from -1 to 1: a fan close by, and somebody speaking up. */
const loud = { noise: 0.06, voice: 0.3 };

/**
 * Writes a WAV file for Chromium's fake microphone: two seconds of noise, then two of noise and a voice, which it plays
 * again and again. The voice is made as speech synthesizers make vowels: pulses of a falling and rising pitch through
 * three resonances (Klatt, Software for a cascade/parallel formant synthesizer, 1980), in syllables.
 */
export function writeVoice(path: string): void {
  const half = 2 * rate;
  const voice = scaled(syllables(half), loud.voice);
  const noise = scaled(hiss(2 * half), loud.noise);
  const samples = Int16Array.from(noise, (sample, index) => {
    const spoken = index < half ? 0 : (voice[index - half] ?? 0);
    return Math.max(-1, Math.min(1, sample + spoken)) * 0x7fff;
  });
  writeFileSync(path, Buffer.concat([wavHeader(samples.byteLength, rate), Buffer.from(samples.buffer)]));
}

/** White noise of a fixed seed (the generator of Numerical Recipes), its highs lowered as a fan's are. */
function hiss(length: number): Float64Array {
  let seed = 1;
  let low = 0;
  return Float64Array.from({ length }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    low += 0.25 * (seed / 2 ** 31 - 1 - low);
    return low;
  });
}

function syllables(length: number): Float64Array {
  const vowels = [
    [730, 1_090, 2_440],
    [270, 2_290, 3_010],
    [530, 1_840, 2_480],
    [300, 870, 2_240],
  ];
  const spoken = new Float64Array(length);
  const syllable = Math.floor(0.24 * rate);
  for (let from = 0, count = 0; from + syllable <= length; from += syllable, count += 1) {
    const part = pulses(syllable, 105 + 25 * Math.sin(count * 1.3));
    const shaped = (vowels[count % vowels.length] ?? []).reduce(resonate, part);
    // Each begins and ends softly, with a short rest behind it.
    for (const [index, sample] of shaped.entries()) {
      const at = Math.min(1, index / (0.82 * syllable));
      spoken[from + index] = sample * Math.sin(Math.PI * at) ** 0.6;
    }
  }
  return spoken;
}

function pulses(length: number, pitch: number): Float64Array {
  let phase = 0;
  return Float64Array.from({ length }, (_, index) => {
    phase += (pitch * (1 + 0.12 * Math.sin((Math.PI * index) / length))) / rate;
    if (phase < 1) return 0;
    phase -= 1;
    return 1;
  });
}

/** A resonance at this frequency, in Hz, 90 Hz wide. */
function resonate(input: Float64Array, frequency: number): Float64Array {
  const damping = Math.exp((-Math.PI * 90) / rate);
  const b = 2 * damping * Math.cos((2 * Math.PI * frequency) / rate);
  const c = -damping * damping;
  let [one, two] = [0, 0];
  return input.map((sample) => {
    const out = (1 - b - c) * sample + b * one + c * two;
    [one, two] = [out, one];
    return out;
  });
}

function scaled(samples: Float64Array, to: number): Float64Array {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  return samples.map((sample) => (sample * to) / Math.sqrt(power));
}

/** Of a WAV file (RIFF) of one channel of 16 bits: so many `bytes` of samples, `rate` of them a second. */
export function wavHeader(bytes: number, rate: number): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + bytes, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(bytes, 40);
  return head;
}
