import { describe, expect, it } from 'vitest';
import { layerFor } from './sources.ts';

describe('layerFor', () => {
  it.each([
    [120, 0],
    [360, 1],
    [720, 2],
  ])('%i lines on screen: layer %i', (height, layer) => expect(layerFor(height)).toBe(layer));
});
