import { describe, expect, it } from 'vitest';
import { allPictures, layerBeside, type VoicesFirst, voicesFirst } from './voices-first.ts';

/** How far apart the looks are, in ms. */
const every = 2_500;

/** What comes of the pictures at each look, given the share of the voice made up at each. */
function along(shares: readonly number[]): VoicesFirst[] {
  let state = allPictures;
  return shares.map((share, n) => {
    state = voicesFirst(state, share, (n + 1) * every);
    return state;
  });
}

const looks = (count: number, share: number) => Array.from({ length: count }, () => share);

describe('voices first', () => {
  it('leaves pictures alone where packets are lost here and there', () => {
    expect(along(looks(40, 0.15)).every(({ pictures }) => pictures === 'all')).toBe(true);
  });

  it('has pictures rest at the first look that finds voices drowned, then come small, then as they are wanted', () => {
    const seen = along([0, 0.6, ...looks(20, 0)]).map(({ pictures }) => pictures);
    expect(seen.slice(0, 2)).toEqual(['all', 'none']);
    expect([...new Set(seen)]).toEqual(['all', 'none', 'small']);
    expect(seen.at(-1)).toBe('all');
    expect(seen.indexOf('small')).toBe(3);
  });

  it('does not let them come before the voices are there again, nor keep them away for ever', () => {
    const seen = along(looks(30, 0.6)).map(({ pictures }) => pictures);
    expect(seen.slice(0, 24).every((pictures) => pictures === 'none')).toBe(true);
    expect(seen).toContain('small');
  });

  it('has them rest for longer each time that they drown the voices again, and forgets it after a good while', () => {
    const drowning = [0.6, ...looks(2, 0), 0.6, ...looks(4, 0), 0.6];
    expect(along(drowning).at(-1)?.rest).toBe(20_000);
    expect(along([...drowning, ...looks(60, 0), 0.6]).at(-1)?.rest).toBe(5_000);
  });

  it('makes no picture larger than it is wanted', () => {
    expect([null, 0, 1, 2].map((wanted) => layerBeside('all', wanted))).toEqual([null, 0, 1, 2]);
    expect([null, 0, 1, 2].map((wanted) => layerBeside('small', wanted))).toEqual([null, 0, 0, 0]);
    expect([null, 0, 1, 2].map((wanted) => layerBeside('none', wanted))).toEqual([null, null, null, null]);
  });
});
