import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GivingWay, giveWay, goingOn, type Quality, qualityOf, steadier, steadyGood } from './quality.ts';

const quality = fc.constantFrom<Quality>('good', 'uneven', 'weak');
const ratio = fc.double({ min: 0, max: 1, noNaN: true });
const figures = fc.record({ loss: ratio, concealed: ratio });

describe('quality in words', () => {
  it('is good without loss, and never better for more of it', () => {
    expect(qualityOf([{ loss: 0, concealed: 0 }], 40)).toBe('good');
    const order = ['good', 'uneven', 'weak'];
    fc.assert(
      fc.property(fc.array(figures), figures, fc.option(fc.integer({ min: 0, max: 2_000 })), (all, more, roundTrip) => {
        const before = order.indexOf(qualityOf(all, roundTrip));
        expect(order.indexOf(qualityOf([...all, more], roundTrip))).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('changes for nothing that happens once, and settles on what goes on', () => {
    fc.assert(
      fc.property(quality, quality, (first, then) => {
        const settled = [first, first, first].reduce(steadier, steadyGood);
        expect(settled.quality).toBe(first);
        expect(steadier(settled, then).quality).toBe(first);
        expect([then, then, then].reduce(steadier, settled).quality).toBe(then);
      }),
    );
  });
});

describe('the camera that gives way', () => {
  const look = (state: GivingWay, available: number, at: number) => giveWay(state, { available, voiceLoss: 0 }, at);

  it('rests after three looks at too little, and is tried again later each time that it was too early', () => {
    let state = goingOn;
    let at = 1_000;
    const rests: number[] = [];
    for (let tries = 0; tries < 6; tries += 1) {
      for (let n = 0; n < 3; n += 1) {
        expect(state.rests).toBe(false);
        at += 2_000;
        state = look(state, 80_000, at);
      }
      expect(state.rests).toBe(true);
      rests.push(state.rest);
      expect(look(state, 80_000, at + state.rest - 1).rests).toBe(true);
      at += state.rest;
      state = look(state, 80_000, at);
    }
    expect(rests).toEqual([15_000, 30_000, 60_000, 120_000, 120_000, 120_000]);
  });

  it('goes on where there is room, and a single bad look changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), (looks) => {
        let state = goingOn;
        for (const [at, isShort] of looks.entries()) {
          state = look(state, isShort ? 50_000 : 900_000, 1_000 + at * 2_000);
          const lastThree = looks.slice(Math.max(0, at - 2), at + 1);
          if (state.rests) {
            expect(lastThree).toEqual([true, true, true]);
            return;
          }
        }
        expect(state.rests).toBe(false);
      }),
    );
  });

  it('goes by the voice where a browser does not tell what can be sent', () => {
    const once = (voiceLoss: number) => (state: GivingWay) => giveWay(state, { available: null, voiceLoss }, 1_000);
    expect([0.3, 0.3, 0.3].reduce((state, loss) => once(loss)(state), goingOn).rests).toBe(true);
    expect([0.1, 0.1, 0.1].reduce((state, loss) => once(loss)(state), goingOn).rests).toBe(false);
  });
});
