import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange, gap, grid, type Rect, type Size } from './layout.ts';

const area = fc.record({ width: fc.integer({ min: 300, max: 1920 }), height: fc.integer({ min: 240, max: 1200 }) });
const people = fc.integer({ min: 1, max: 9 });
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
  it('keeps what is shared and the faces apart and inside, with the larger share for the screen', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 2 }), area, (faces, screens, size) => {
        const places = arrange({ faces, screens }, size);
        expect(places.faces).toHaveLength(faces);
        expect(places.screens).toHaveLength(screens);
        expectApart([...places.screens, ...places.faces]);
        expectInside([...places.screens, ...places.faces], size);
        const [screen, face] = [places.screens[0], places.faces[0]];
        if (screens === 1 && screen && face) {
          expect(screen.width * screen.height).toBeGreaterThan(face.width * face.height);
        }
      }),
    );
  });
});
