import { describe, expect, it } from 'vitest';
import { encodingsOf } from './sources.ts';

describe('encodingsOf', () => {
  it('sends fewer and sharper pictures of what is read, in the same layers', () => {
    const [read, watched] = [encodingsOf('screen', 'text')?.[0], encodingsOf('screen', 'motion')?.[0]];
    expect(read?.maxFramerate).toBeLessThan(watched?.maxFramerate ?? 0);
    expect(read?.scalabilityMode).toBe(watched?.scalabilityMode);
    expect(encodingsOf('camera', undefined)).toHaveLength(3);
  });
});
