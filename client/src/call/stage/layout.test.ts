import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange, faceShape, gap, grid, pictureArea, type Rect, type Size, screenShape } from './layout.ts';

const area = fc.record({ width: fc.integer({ min: 300, max: 1920 }), height: fc.integer({ min: 240, max: 1200 }) });
const people = fc.integer({ min: 1, max: 16 });
const shapes = fc.constantFrom(faceShape, screenShape);
/** Rounding of the arithmetic, far below a pixel. */
const hair = 1e-6;

function overlap(one: Rect, other: Rect): boolean {
  return (
    one.left + one.width > other.left + hair &&
    other.left + other.width > one.left + hair &&
    one.top + one.height > other.top + hair &&
    other.top + other.height > one.top + hair
  );
}

function expectApart(rects: readonly Rect[]): void {
  for (const [at, one] of rects.entries()) {
    for (const other of rects.slice(at + 1)) expect(overlap(one, other)).toBe(false);
  }
}

function expectInside(rects: readonly Rect[], { width, height }: Size): void {
  for (const rect of rects) {
    expect(rect.width).toBeGreaterThan(0);
    expect(rect.height).toBeGreaterThan(0);
    expect(rect.left).toBeGreaterThanOrEqual(-hair);
    expect(rect.top).toBeGreaterThanOrEqual(-hair);
    expect(rect.left + rect.width).toBeLessThanOrEqual(width + hair);
    expect(rect.top + rect.height).toBeLessThanOrEqual(height + hair);
  }
}

describe('grid', () => {
  it('gives every person one tile, all of one size, none over another, none outside', () => {
    fc.assert(
      fc.property(people, area, (count, size) => {
        const tiles = grid(count, size);
        expect(tiles).toHaveLength(count);
        expect(new Set(tiles.map(({ width, height }) => `${width} ${height}`)).size).toBe(1);
        expectApart(tiles);
        expectInside(tiles, size);
      }),
    );
  });

  it('fills the area: the first row from side to side, all rows from top to bottom', () => {
    fc.assert(
      fc.property(people, area, (count, size) => {
        const tiles = grid(count, size);
        const first = tiles.filter(({ top }) => top === 0);
        const [tile] = tiles;
        const bottom = Math.max(...tiles.map(({ top, height }) => top + height));
        expect(first.length * ((tile?.width ?? 0) + gap) - gap).toBeCloseTo(size.width, 6);
        expect(bottom).toBeCloseTo(size.height, 6);
      }),
    );
  });

  it.each([
    ['faces', faceShape],
    ['screens of 16 to 9', screenShape],
  ])('leaves no arrangement of %s in which a picture is larger', (_what, shape) => {
    fc.assert(
      fc.property(people, area, (count, size) => {
        const [tile = { width: 0, height: 0 }] = grid(count, size, shape);
        const largest = pictureArea(tile, shape);
        for (let columns = 1; columns <= count; columns += 1) {
          // Every number of rows that has room for all of them, not only the one that is just enough.
          for (let rows = Math.ceil(count / columns); rows <= count; rows += 1) {
            const width = (size.width - gap * (columns - 1)) / columns;
            const height = (size.height - gap * (rows - 1)) / rows;
            expect(pictureArea({ width, height }, shape)).toBeLessThanOrEqual(largest * (1 + hair));
          }
        }
      }),
    );
  });

  it('measures a picture of 16 to 9 by the side that is short of room', () => {
    expect(pictureArea({ width: 160, height: 400 }, screenShape)).toBeCloseTo(160 * 90);
    expect(pictureArea({ width: 900, height: 90 }, screenShape)).toBeCloseTo(160 * 90);
  });

  it('sets two people side by side on a wide screen and one above the other on a phone', () => {
    expect(grid(2, { width: 1388, height: 780 }).map(({ top }) => top)).toEqual([0, 0]);
    expect(grid(2, { width: 366, height: 640 }).map(({ left }) => left)).toEqual([0, 0]);
  });

  it('sets a last row that is not full in the middle', () => {
    const [first, , third] = grid(3, { width: 800, height: 800 });
    expect(third?.left).toBeGreaterThan(first?.left ?? 0);
  });

  it('has no tile for nobody', () => {
    expect(grid(0, { width: 800, height: 600 })).toEqual([]);
  });
});

describe('arrange', () => {
  const some = fc.record({ large: fc.integer({ min: 0, max: 2 }), shape: shapes, small: people });

  it('keeps what is large and what is beside it apart and inside, with the larger share for one alone', () => {
    fc.assert(
      fc.property(some, area, (arranged, size) => {
        const { large, small } = arrange(arranged, size);
        expect(large).toHaveLength(arranged.large);
        expect(small).toHaveLength(arranged.small);
        expectApart([...large, ...small]);
        expectInside([...large, ...small], size);
        const [one, other] = [large[0], small[0]];
        if (large.length === 1 && one && other) {
          expect(one.width * one.height).toBeGreaterThan(other.width * other.height);
        }
      }),
    );
  });

  it('gives all the room to what is large when there is nothing beside it', () => {
    const [only] = arrange({ large: 1, shape: faceShape, small: 0 }, { width: 800, height: 600 }).large;
    expect(only).toEqual({ left: 0, top: 0, width: 800, height: 600 });
  });

  it('sets two screens that are shared one above the other on a wide stage with room, and on a phone', () => {
    const shared = { large: 2, shape: screenShape, small: 3 };
    expect(arrange(shared, { width: 1000, height: 1000 }).large.map(({ left }) => left)).toEqual([0, 0]);
    expect(arrange(shared, { width: 366, height: 640 }).large.map(({ left }) => left)).toEqual([0, 0]);
    expect(new Set(arrange(shared, { width: 1388, height: 500 }).large.map(({ top }) => top)).size).toBe(1);
  });
});
