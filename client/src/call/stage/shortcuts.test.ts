import { describe, expect, it } from 'vitest';
import { pressOf } from './shortcuts.ts';

const alone = { ctrlKey: false, altKey: false, metaKey: false, repeat: false, typing: false };

describe('pressOf', () => {
  it.each([
    ['m', 'microphone'],
    ['V', 'camera'],
    ['s', 'share'],
    ['h', 'hand'],
    ['c', 'chat'],
    ['g', 'view'],
    ['?', 'help'],
    ['L', 'leave'],
    ['x', null],
    ['Enter', null],
  ])('%s means %s', (key, press) => {
    expect(pressOf({ ...alone, key })).toBe(press);
  });

  it.each(['ctrlKey', 'altKey', 'metaKey', 'repeat', 'typing'] as const)('nothing with %s', (hindrance) => {
    expect(pressOf({ ...alone, key: 'm', [hindrance]: true })).toBeNull();
  });
});
