import { closeSync, openSync, writeSync } from 'node:fs';

interface FilmOptions {
  width: number;
  height: number;
  /** Pictures a second. */
  fps: number;
}

/** How long it is before it begins again, in s; whatever moves in it is then back where it was. */
const seconds = 4;
/** How much the light of one pixel wavers from picture to picture, as a camera's does indoors; of 255. */
const grain = 4;

/**
 * Writes a film for Chromium's fake camera (Y4M) that is as hard to encode as a person before a bookcase: a still room full of
 * edges, somebody who sways and speaks in it, and the grain of a camera.
 */
export function writeFilm(file: string, { width, height, fps }: FilmOptions): void {
  const out = openSync(file, 'w');
  try {
    writeSync(out, `YUV4MPEG2 W${width} H${height} F${fps}:1 Ip A1:1 C420jpeg\n`);
    const room = plane(width, height, (x, y) => {
      const book = Math.floor(x * 40 + 3 * Math.sin(Math.floor(y * 6) * 5));
      const shelf = (y * 6) % 1 > 0.9 ? 40 : 0;
      return 70 + 60 * Math.sin(book * 2.7) + 12 * Math.sin(y * 400) - shelf;
    });
    const grains = Float32Array.from({ length: 2 ** 16 }, () => grain * (Math.random() + Math.random() - 1));
    for (let n = 0; n < seconds * fps; n += 1) {
      const turn = (2 * Math.PI * n) / (seconds * fps);
      const [x0, y0, mouth] = [
        0.5 + 0.06 * Math.sin(turn),
        0.45 + 0.02 * Math.sin(3 * turn),
        Math.abs(Math.sin(9 * turn)),
      ];
      const head = (x: number, y: number) => ((x - x0) / 0.14) ** 2 + ((y - y0) / 0.3) ** 2;
      const body = (x: number, y: number) => ((x - x0) / 0.32) ** 2 + ((y - 1.1) / 0.42) ** 2;
      const light = plane(width, height, (x, y, at) => {
        if (head(x, y) < 1) {
          const speaks = ((x - x0) / 0.04) ** 2 + ((y - y0 - 0.15) / (0.01 + 0.03 * mouth)) ** 2 < 1;
          return speaks ? 60 : 175 - 45 * head(x, y) + 10 * Math.sin((x - x0) * 300) * Math.sin((y - y0) * 170);
        }
        return body(x, y) < 1 ? 90 + 25 * Math.sin((x - x0) * 160 + y * 90) : (room[at] ?? 0);
      });
      const from = Math.floor(Math.random() * grains.length);
      for (let at = 0; at < light.length; at += 1) {
        light[at] = (light[at] ?? 0) + Math.round(grains[(from + at * 31) % grains.length] ?? 0);
      }
      const [blue, red] = [-12, 22].map((shift) =>
        plane(width / 2, height / 2, (x, y) => 128 + (head(x, y) < 1 ? shift : shift / -4)),
      );
      for (const part of [Buffer.from('FRAME\n'), light, blue, red]) if (part) writeSync(out, part);
    }
  } finally {
    closeSync(out);
  }
}

function plane(width: number, height: number, of: (x: number, y: number, at: number) => number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(width * height);
  for (let at = 0; at < pixels.length; at += 1) {
    pixels[at] = of((at % width) / width, Math.floor(at / width) / height, at);
  }
  return pixels;
}
