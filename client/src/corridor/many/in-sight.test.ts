import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inSight } from './in-sight.ts';

test('every row in sight is drawn, and never many more, wherever the page is scrolled', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -5_000, max: 200_000 }),
      fc.integer({ min: 300, max: 2_000 }),
      fc.integer({ min: 40, max: 160 }),
      fc.integer({ min: 1, max: 2_000 }),
      (top, height, rowHeight, rows) => {
        const { first, end } = inSight({ top, height, rowHeight, rows });
        for (let row = 0; row < rows; row += 1) {
          const seen = (row + 1) * rowHeight > top && row * rowHeight < top + height;
          if (seen) expect(row >= first && row < end).toBe(true);
        }
        expect(end - first).toBeLessThanOrEqual(height / rowHeight + 26);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(rows);
      },
    ),
  );
});
