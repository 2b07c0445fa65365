import type { Rect, Size } from '../stage/layout.ts';

/** Where a picture stands in a tile that shows all of it, in the middle (CSS: `object-fit: contain`). */
export function pictureIn(tile: Size, picture: Size): Rect {
  if (picture.width <= 0 || picture.height <= 0) return { left: 0, top: 0, ...tile };
  const scale = Math.min(tile.width / picture.width, tile.height / picture.height);
  const width = picture.width * scale;
  const height = picture.height * scale;
  return { left: (tile.width - width) / 2, top: (tile.height - height) / 2, width, height };
}

/** A place in shares of the picture's width and height, 0 to 1; beside the picture, the nearest one in it. */
export interface Share {
  x: number;
  y: number;
}

export function shareOf(point: { left: number; top: number }, { left, top, width, height }: Rect): Share {
  return { x: within((point.left - left) / width), y: within((point.top - top) / height) };
}

/** So far a press of an arrow key moves the pointer, and with Shift. */
const step = 0.02;
const stride = 0.1;

const directions: Readonly<Record<string, Share>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Where a key moves the pointer to; `null`: it is no key for that. */
export function movedBy(key: string, far: boolean, { x, y }: Share): Share | null {
  const direction = directions[key];
  if (!direction) return null;
  const by = far ? stride : step;
  return { x: within(x + direction.x * by), y: within(y + direction.y * by) };
}

function within(share: number): number {
  return Number.isNaN(share) ? 0 : Math.min(Math.max(share, 0), 1);
}
