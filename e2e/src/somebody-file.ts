import { writeFileSync } from 'node:fs';

const [width, height] = [640, 480];

/** Red, green and blue, from 0 to 255. */
type Colour = readonly [number, number, number];

/** Ellipses of somebody drawn, later ones over earlier ones: centre, half widths, colour. */
export const somebody: readonly (readonly [number, number, number, number, Colour])[] = [
  [320, 500, 170, 190, [50, 70, 150]],
  [320, 320, 35, 60, [200, 150, 120]],
  [320, 150, 88, 90, [60, 40, 30]],
  [320, 215, 75, 100, [225, 175, 145]],
  [320, 128, 80, 45, [60, 40, 30]],
  [290, 205, 13, 7, [250, 250, 250]],
  [350, 205, 13, 7, [250, 250, 250]],
  [290, 205, 6, 6, [40, 30, 20]],
  [350, 205, 6, 6, [40, 30, 20]],
  [320, 235, 9, 16, [205, 150, 122]],
  [320, 272, 26, 8, [180, 80, 80]],
];
export const room: Colour = [20, 190, 40];

/** Writes a film for Chromium's fake camera (Y4M, five pictures a second): somebody sits in front of a green wall. */
export function writeSomebody(path: string): void {
  const at = (x: number, y: number): Colour =>
    somebody.findLast(([cx, cy, a, b]) => ((x - cx) / a) ** 2 + ((y - cy) / b) ** 2 < 1)?.[4] ?? room;
  const plane = (step: number, of: (colour: Colour) => number) =>
    Uint8Array.from({ length: (width / step) * (height / step) }, (_, index) =>
      of(at((index % (width / step)) * step, Math.floor(index / (width / step)) * step)),
    );
  // As ITU-R BT.601 makes brightness and two differences of red, green and blue.
  const picture = [
    plane(1, ([r, g, b]) => 16 + 0.257 * r + 0.504 * g + 0.098 * b),
    plane(2, ([r, g, b]) => 128 - 0.148 * r - 0.291 * g + 0.439 * b),
    plane(2, ([r, g, b]) => 128 + 0.439 * r - 0.368 * g - 0.071 * b),
  ];
  const frame = [Buffer.from('FRAME\n'), ...picture];
  writeFileSync(path, Buffer.concat([Buffer.from('YUV4MPEG2 W640 H480 F5:1 Ip A1:1 C420jpeg\n'), ...frame, ...frame]));
}
