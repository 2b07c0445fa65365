/** Everything in CSS pixels, from the top left corner of the stage. */
export interface Size {
  width: number;
  height: number;
}

export interface Rect extends Size {
  left: number;
  top: number;
}

/** Space between tiles. */
export const gap = 12;

/** The shapes a picture may take, width by height: from the narrowest to the widest. */
export interface Shape {
  narrowest: number;
  widest: number;
}

/** A face looks well from a portrait to a camera's own width; a screen is shown whole, as wide as screens are. */
export const faceShape: Shape = { narrowest: 4 / 5, widest: 16 / 9 };
export const screenShape: Shape = { narrowest: 16 / 9, widest: 16 / 9 };

/**
 * The best grid for `count` tiles: all of one size, filling the area, in the arrangement that leaves the largest
 * well-shaped picture in each tile. A last row that is not full stands in the middle.
 */
export function grid(count: number, { width, height }: Size, shape = faceShape): Rect[] {
  if (count === 0) return [];
  const choices = Array.from({ length: count }, (_, at) => tileIn(at + 1, count, { width, height }, shape));
  const best = choices.reduce((one, other) => (other.worth > one.worth ? other : one));
  return Array.from({ length: count }, (_, at) => place(at, count, best, width));
}

interface Choice extends Size {
  columns: number;
  worth: number;
}

function tileIn(columns: number, count: number, area: Size, shape: Shape): Choice {
  const rows = Math.ceil(count / columns);
  const width = Math.max((area.width - gap * (columns - 1)) / columns, 0);
  const height = Math.max((area.height - gap * (rows - 1)) / rows, 0);
  return { columns, width, height, worth: pictureArea({ width, height }, shape) };
}

/** Area of the largest picture of such a shape in a tile, in square pixels. */
export function pictureArea({ width, height }: Size, { narrowest, widest }: Shape): number {
  return Math.min(width, height * widest) * Math.min(height, width / narrowest);
}

function place(at: number, count: number, { columns, width, height }: Choice, areaWidth: number): Rect {
  const row = Math.floor(at / columns);
  const inRow = Math.min(columns, count - row * columns);
  const rowWidth = inRow * width + (inRow - 1) * gap;
  const start = (areaWidth - rowWidth) / 2;
  return { left: start + (at - row * columns) * (width + gap), top: row * (height + gap), width, height };
}

export interface Arrangement {
  large: Rect[];
  small: Rect[];
}

export interface Arranged {
  /** How many stand large, and in which shape. */
  large: number;
  shape: Shape;
  /** How many faces, and screens that are not looked at now, stand beside them. */
  small: number;
}

/** All in one grid, or some large with the others beside them (below them on an upright stage). */
export function arrange({ large, shape, small }: Arranged, area: Size): Arrangement {
  if (large === 0) return { large: [], small: grid(small, area) };
  if (small === 0) return { large: grid(large, area, shape), small: [] };
  if (area.width >= area.height) {
    const side = Math.min(Math.max(area.width * 0.2, 120), 320);
    const most = { width: area.width - side - gap, height: area.height };
    const beside = grid(small, { width: side, height: Math.min(area.height, stripLength(small, side, 4 / 3)) });
    return { large: grid(large, most, shape), small: moved(beside, area.width - side, 0) };
  }
  const strip = Math.min(Math.max(area.height * 0.22, 90), 220);
  const most = { width: area.width, height: area.height - strip - gap };
  const width = Math.min(area.width, stripLength(small, strip, 3 / 4));
  return {
    large: grid(large, most, shape),
    small: moved(grid(small, { width, height: strip }), (area.width - width) / 2, area.height - strip),
  };
}

/** How long a strip of well-shaped tiles is. `shape`: how much broader the strip is than each tile is long. */
function stripLength(count: number, breadth: number, shape: number): number {
  return (count * breadth) / shape + (count - 1) * gap;
}

function moved(rects: readonly Rect[], left: number, top: number): Rect[] {
  return rects.map((rect) => ({ ...rect, left: rect.left + left, top: rect.top + top }));
}

/** As a style: what comes first stands where one begins to read. */
export function placed({ left, top, width, height }: Rect) {
  return { insetInlineStart: left, insetBlockStart: top, width, height };
}
