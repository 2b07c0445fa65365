/** Samples a second, and how long the test lasts, in s. */
const rate = 24_000;
const length = 1.1;

/** Two soft notes, a fifth apart (E5 and B5, in Hz), as a WAV file: short enough not to be a tune. */
export function twoNotes(): Blob {
  const samples = new Int16Array(rate * length);
  for (const [at, frequency] of [
    [0, 659.26],
    [0.4, 987.77],
  ] as const) {
    for (let index = Math.floor(at * rate); index < samples.length; index += 1) {
      const t = index / rate - at;
      const loud = Math.min(t / 0.015, 1) * Math.exp(-5 * t) * 0.3;
      samples[index] = (samples[index] ?? 0) + Math.sin(2 * Math.PI * frequency * t) * loud * 0x7fff;
    }
  }
  return new Blob([header(samples.byteLength), samples], { type: 'audio/wav' });
}

/** Of a WAV file (RIFF) of one channel of 16 bits. */
function header(bytes: number): DataView<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(44));
  const text = (at: number, words: string) => {
    for (let index = 0; index < words.length; index += 1) view.setUint8(at + index, words.charCodeAt(index));
  };
  text(0, 'RIFF');
  view.setUint32(4, 36 + bytes, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, bytes, true);
  return view;
}
