import { describe, expect, it } from 'vitest';
import { loudness } from './level-meter.ts';

describe('loudness', () => {
  it('is 0 in silence, 1 when loud, and in between for speech', () => {
    expect(loudness(new Float32Array(512))).toBe(0);
    expect(loudness(new Float32Array(512).fill(0.9))).toBe(1);
    const speech = loudness(new Float32Array(512).fill(0.05));
    expect(speech).toBeGreaterThan(0.3);
    expect(speech).toBeLessThan(0.9);
  });
});
