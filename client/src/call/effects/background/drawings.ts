import type { Look } from './protocol.ts';

type Pen = OffscreenCanvasRenderingContext2D;

/** Calm backgrounds, drawn here: no picture is fetched, and nothing in them draws the eye. */
const drawings: Readonly<Record<Exclude<Look, 'blur'>, (pen: Pen, width: number, height: number) => void>> = {
  paper: (pen, width, height) => {
    fill(pen, width, height, ['#f3eadb', '#e3d5bd', '#cdbb9c']);
    glow(pen, width * 0.22, height * 0.18, width * 0.75, '255 250 238', 0.75);
  },
  dusk: (pen, width, height) => {
    fill(pen, width, height, ['#27364a', '#4f5266', '#a06f5c']);
    glow(pen, width * 0.8, height * 1.02, width * 0.7, '240 178 104', 0.55);
  },
  garden: (pen, width, height) => {
    fill(pen, width, height, ['#c4d1bd', '#8da58c', '#5b7a68']);
    // Leaves far behind, out of focus; the golden angle (137.5°) spreads them evenly.
    for (let leaf = 0; leaf < 26; leaf += 1) {
      const turn = leaf * 2.399963;
      const far = Math.sqrt(leaf / 26);
      const [x, y] = [width * (0.5 + 0.62 * far * Math.cos(turn)), height * (0.5 + 0.62 * far * Math.sin(turn))];
      const colour = leaf % 3 === 0 ? '240 238 205' : '66 99 82';
      glow(pen, x, y, width * (0.07 + 0.06 * far), colour, 0.22);
    }
  },
};

/** The drawing of this name, so large. */
export function draw(look: Exclude<Look, 'blur'>, width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  drawings[look](pen, width, height);
  return canvas;
}

function fill(pen: Pen, width: number, height: number, colours: readonly string[]): void {
  const gradient = pen.createLinearGradient(0, 0, width * 0.25, height);
  for (const [at, colour] of colours.entries()) gradient.addColorStop(at / (colours.length - 1), colour);
  pen.fillStyle = gradient;
  pen.fillRect(0, 0, width, height);
}

/** @param colour red, green and blue, from 0 to 255. */
function glow(pen: Pen, x: number, y: number, radius: number, colour: string, strength: number): void {
  const gradient = pen.createRadialGradient(x, y, 0, x, y, radius);
  // Like a bell, so that no ring shows where it begins or ends.
  for (let at = 0; at <= 1; at += 0.125) {
    gradient.addColorStop(at, `rgb(${colour} / ${strength * Math.cos((at * Math.PI) / 2) ** 2})`);
  }
  pen.fillStyle = gradient;
  pen.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
}
