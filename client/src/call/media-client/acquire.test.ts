import { describe, expect, it } from 'vitest';
import { stateAfter } from './acquire.ts';

describe('stateAfter', () => {
  it.each([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'absent'],
    ['NotReadableError', 'busy'],
    ['SecurityError', 'insecure'],
    ['AbortError', 'busy'],
  ])('%s: the device is %s', (name, state) => {
    expect(stateAfter(new DOMException('', name))).toBe(state);
  });
});
