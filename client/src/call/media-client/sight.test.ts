import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnHeight, layerWorth, type View } from './sight.ts';

const view: fc.Arbitrary<View> = fc.record({ height: fc.integer({ min: 1, max: 3_000 }), visible: fc.boolean() });
const before = fc.option(fc.integer({ min: 0, max: 2 }));

describe('the layer worth receiving', () => {
  it('is none exactly when the picture is seen nowhere', () => {
    fc.assert(
      fc.property(fc.array(view), before, (views, last) => {
        expect(layerWorth(views, last) === null).toBe(!views.some(({ visible }) => visible));
      }),
    );
  });

  it('is never less for being drawn larger, or in one more place', () => {
    fc.assert(
      fc.property(fc.array(view, { minLength: 1 }), view, before, (views, more, last) => {
        const worth = (some: View[]) => layerWorth(some, last) ?? -1;
        expect(worth([...views, more])).toBeGreaterThanOrEqual(worth(views));
        const larger = views.map((one) => ({ ...one, height: one.height * 2 }));
        expect(worth(larger)).toBeGreaterThanOrEqual(worth(views));
      }),
    );
  });

  it('is settled after one look, and holds while the size wavers by a tenth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), fc.double({ min: 0.9, max: 1, noNaN: true }), (height, waver) => {
        const layer = layerWorth([{ height, visible: true }], null);
        expect(layerWorth([{ height, visible: true }], layer)).toBe(layer);
        expect(layerWorth([{ height: height * waver, visible: true }], layer)).toBe(layer);
      }),
    );
  });

  it.each([
    [180, 0],
    [360, 1],
    [720, 2],
  ])('for %i lines is layer %i', (height, layer) => {
    expect(layerWorth([{ height, visible: true }], null)).toBe(layer);
  });

  it('goes by the whole picture where a tile cuts off its edges', () => {
    expect(drawnHeight({ width: 1_280, height: 300 })).toBe(720);
    expect(drawnHeight({ width: 200, height: 400 })).toBe(400);
  });
});
