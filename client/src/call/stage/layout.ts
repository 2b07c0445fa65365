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

/** Shapes in which a face looks well: from a portrait to a camera's own width. */
const narrowest = 4 / 5;
const widest = 16 / 9;

/**
 * The best grid for `count` faces: all of one size, filling the area, in the arrangement that leaves the largest
 * well-shaped picture in each tile. A last row that is not full stands in the middle.
 */
export function grid(count: number, { width, height }: Size): Rect[] {
  if (count === 0) return [];
  const choices = Array.from({ length: count }, (_, at) => tileIn(at + 1, count, { width, height }));
  const best = choices.reduce((one, other) => (other.worth > one.worth ? other : one));
  return Array.from({ length: count }, (_, at) => place(at, count, best, width));
}

interface Choice extends Size {
  columns: number;
  worth: number;
}

function tileIn(columns: number, count: number, area: Size): Choice {
  const rows = Math.ceil(count / columns);
  const width = Math.max((area.width - gap * (columns - 1)) / columns, 0);
  const height = Math.max((area.height - gap * (rows - 1)) / rows, 0);
  const pictureWidth = Math.min(width, height * widest);
  const pictureHeight = Math.min(height, width / narrowest);
  return { columns, width, height, worth: pictureWidth * pictureHeight };
}

function place(at: number, count: number, { columns, width, height }: Choice, areaWidth: number): Rect {
  const row = Math.floor(at / columns);
  const inRow = Math.min(columns, count - row * columns);
  const rowWidth = inRow * width + (inRow - 1) * gap;
  const start = (areaWidth - rowWidth) / 2;
  return { left: start + (at - row * columns) * (width + gap), top: row * (height + gap), width, height };
}

export interface Arrangement {
  screens: Rect[];
  faces: Rect[];
}

/** Faces alone in a grid, or what is shared large with the faces beside it (below it on an upright stage). */
export function arrange({ faces, screens }: { faces: number; screens: number }, area: Size): Arrangement {
  if (screens === 0) return { screens: [], faces: grid(faces, area) };
  if (area.width >= area.height) {
    const side = Math.min(Math.max(area.width * 0.2, 120), 320);
    const shared = { width: area.width - side - gap, height: area.height };
    const beside = grid(faces, { width: side, height: Math.min(area.height, stripLength(faces, side)) });
    return { screens: grid(screens, shared), faces: moved(beside, area.width - side, 0) };
  }
  const strip = Math.min(Math.max(area.height * 0.22, 90), 220);
  const shared = { width: area.width, height: area.height - strip - gap };
  return {
    screens: grid(screens, shared),
    faces: moved(grid(faces, { width: area.width, height: strip }), 0, area.height - strip),
  };
}

/** How tall a column of well-shaped faces is at this width. */
function stripLength(faces: number, width: number): number {
  return faces * ((width * 3) / 4) + (faces - 1) * gap;
}

function moved(rects: readonly Rect[], left: number, top: number): Rect[] {
  return rects.map((rect) => ({ ...rect, left: rect.left + left, top: rect.top + top }));
}
