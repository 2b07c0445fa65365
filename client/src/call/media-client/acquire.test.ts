import { describe, expect, it } from 'vitest';
import { isBack, stateAfter } from './acquire.ts';

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

describe('isBack', () => {
  const microphone = { kind: 'audioinput' } as const;

  it('is so when a missing device is plugged in', () => {
    expect(isBack('microphone', 'absent', [microphone])).toBe(true);
  });

  it('is not so for another kind, nor for what was denied or is there', () => {
    expect(isBack('camera', 'absent', [microphone])).toBe(false);
    for (const state of ['denied', 'ready', 'off', 'busy'] as const) {
      expect(isBack('microphone', state, [microphone])).toBe(false);
    }
  });
});
