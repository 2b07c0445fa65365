import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedBy, pictureIn, shareOf } from './picture.ts';

const side = fc.integer({ min: 1, max: 4_000 });
const size = fc.record({ width: side, height: side });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const hair = 1e-6;

describe('pictureIn', () => {
  it('keeps the shape of the picture, inside the tile, and reaches two of its sides', () => {
    fc.assert(
      fc.property(size, size, (tile, picture) => {
        const { left, top, width, height } = pictureIn(tile, picture);
        expect(width / height).toBeCloseTo(picture.width / picture.height, 6);
        expect(left).toBeGreaterThanOrEqual(-hair);
        expect(top).toBeGreaterThanOrEqual(-hair);
        expect(left * 2 + width).toBeCloseTo(tile.width, 6);
        expect(top * 2 + height).toBeCloseTo(tile.height, 6);
        expect(Math.min(left, top)).toBeCloseTo(0, 6);
      }),
    );
  });

  it('is the tile while the picture has no size yet', () => {
    const tile = { width: 300, height: 200 };
    expect(pictureIn(tile, { width: 0, height: 0 })).toEqual({ left: 0, top: 0, ...tile });
  });
});

describe('shareOf', () => {
  it('names the same spot of the picture in tiles of any size', () => {
    fc.assert(
      fc.property(size, size, share, share, (tile, picture, x, y) => {
        const rect = pictureIn(tile, picture);
        const found = shareOf({ left: rect.left + x * rect.width, top: rect.top + y * rect.height }, rect);
        expect(found.x).toBeCloseTo(x, 6);
        expect(found.y).toBeCloseTo(y, 6);
      }),
    );
  });

  it('stays in the picture', () => {
    const rect = { left: 10, top: 10, width: 100, height: 100 };
    expect(shareOf({ left: 0, top: 500 }, rect)).toEqual({ x: 0, y: 1 });
  });
});

describe('movedBy', () => {
  it('moves with the arrows, further with Shift, and never out of the picture', () => {
    expect(movedBy('ArrowRight', false, { x: 0.5, y: 0.5 })).toEqual({ x: 0.52, y: 0.5 });
    expect(movedBy('ArrowUp', true, { x: 0.5, y: 0.05 })).toEqual({ x: 0.5, y: 0 });
    expect(movedBy('Enter', false, { x: 0.5, y: 0.5 })).toBeNull();
  });
});
