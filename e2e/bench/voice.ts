import { writeFileSync } from 'node:fs';

const rate = 48_000;
const seconds = 8;

/** Writes a sound that goes on like speech: a voice of harmonics in syllables, with a short breath now and then. */
export function writeVoice(file: string): void {
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
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  // Uncompressed, one channel.
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.byteLength, 40);
  writeFileSync(file, Buffer.concat([header, Buffer.from(samples.buffer)]));
}
