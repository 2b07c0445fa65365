import { largestMark, marksPerSecond, memberId, type PointerMark } from '@ajar/shared';
import { describe, expect, it } from 'vitest';
import { markGate } from './marks.ts';

const amara = memberId.parse('0199aaaa-0000-7000-8000-000000000001');
const bea = memberId.parse('0199aaaa-0000-7000-8000-000000000002');
const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const isShared = (memberId: string) => memberId === amara;

describe('markGate', () => {
  it('lets a mark through where it was meant, and nothing besides it', () => {
    for (const [x, y] of [
      [0, 1],
      [0.123456, 0.999999],
      [1, 0.5],
    ] as const) {
      const passed = markGate(isShared)(bytes({ x, y, of: amara, more: 'a word' }));
      const mark: PointerMark = JSON.parse(passed ?? 'null');
      expect(Object.keys(mark)).toEqual(['of', 'x', 'y']);
      expect(mark.x).toBeCloseTo(x, 3);
      expect(mark.y).toBeCloseTo(y, 3);
    }
  });

  it.each([[''], ['null'], ['[]'], ['{"of":'], ['\u0000\uFFFD'], [`{"of":"${amara}","x":"0","y":0}`]])(
    '%j is no mark, and harms nothing',
    (text) => expect(markGate(() => true)(bytes(text))).toBeNull(),
  );

  it.each([
    ['beside the picture', { of: amara, x: 1.01, y: 0 }],
    ['of nobody', { x: 0, y: 0 }],
    ['of somebody who shares nothing', { of: bea, x: 0, y: 0 }],
    ['too large', `{"of":"${amara}","x":0,"y":0${' '.repeat(largestMark)}}`],
  ])('a mark %s is dropped', (_what, mark) => expect(markGate(isShared)(bytes(mark))).toBeNull());

  it('lets through no more than a hand that moves, and again when time has passed', () => {
    let time = 0;
    const gate = markGate(isShared, () => time);
    const mark = bytes({ of: amara, x: 0, y: 0 });
    const passed = () => Array.from({ length: 1_000 }, () => gate(mark)).filter(Boolean).length;
    expect(passed()).toBe(marksPerSecond);
    expect(passed()).toBe(0);
    time = 10_000;
    expect(passed()).toBe(marksPerSecond);
  });
});
