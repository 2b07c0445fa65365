import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delayOf, noDelay, type PlayoutDelay, playoutDelay } from './playout-delay.ts';

/** How far apart the looks are, in ms. */
const every = 2_500;

/** After so many looks that each found this share made up. */
function after(before: PlayoutDelay, looks: number, concealed: number, from = 0): PlayoutDelay {
  return Array.from({ length: looks }, (_, n) => from + (n + 1) * every).reduce(
    (state, at) => playoutDelay(state, concealed, at),
    before,
  );
}

describe('the playout delay', () => {
  it('stays away where next to nothing is made up, however long', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 0.014, noNaN: true })), (shares) => {
        const end = shares.reduce((state, share, n) => playoutDelay(state, share, n * every), noDelay);
        expect(delayOf(end)).toBe(0);
      }),
    );
  });

  it('rises within two looks where every twentieth packet is missing, and goes on rising only while that is too little', () => {
    expect(delayOf(after(noDelay, 2, 0.05))).toBe(120);
    expect(delayOf(after(after(noDelay, 2, 0.05), 4, 0.001, 2 * every))).toBe(120);
    expect(delayOf(after(noDelay, 8, 0.05))).toBe(280);
  });

  it('lets go of what is not needed any more, step by step', () => {
    const raised = after(noDelay, 8, 0.05);
    const steps = Array.from({ length: 60 }, (_, n) => delayOf(after(raised, n, 0, 8 * every)));
    expect([...new Set(steps)]).toEqual([280, 200, 120, 0]);
  });

  it('holds on for longer each time that it let go too early', () => {
    let state = noDelay;
    let at = 0;
    const held: number[] = [];
    for (let times = 0; times < 5; times += 1) {
      while (delayOf(state) === 0) {
        at += every;
        state = playoutDelay(state, 0.05, at);
      }
      const since = at;
      while (delayOf(state) > 0) {
        at += every;
        state = playoutDelay(state, 0, at);
      }
      held.push(at - since);
    }
    expect(held).toEqual(held.toSorted((a, b) => a - b));
    expect(held.at(-1)).toBeGreaterThanOrEqual(240_000);
  });

  it('is given up where the longest does not help, and not tried again at once', () => {
    const states = Array.from({ length: 60 }, (_, n) => after(noDelay, n, 0.3));
    const delays = states.map(delayOf);
    const givenUp = delays.lastIndexOf(280, 30) + 1;
    expect(delays.slice(0, givenUp)).toContain(280);
    expect(delays[givenUp]).toBe(0);
    expect(new Set(delays.slice(givenUp, givenUp + 20))).toEqual(new Set([0]));
    expect(Math.max(...delays.slice(givenUp + 20))).toBeGreaterThan(0);
  });
});
