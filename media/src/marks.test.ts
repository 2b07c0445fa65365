import { largestMark, marksPerSecond, memberId, type PointerMark } from '@ajar/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markGate } from './marks.ts';

const amara = memberId.parse('0199aaaa-0000-7000-8000-000000000001');
const bea = memberId.parse('0199aaaa-0000-7000-8000-000000000002');
const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const isShared = (memberId: string) => memberId === amara;

describe('markGate', () => {
  it('lets a mark through where it was meant, and nothing besides it', () => {
    fc.assert(
      fc.property(share, share, (x, y) => {
        const passed = markGate(isShared)(bytes({ x, y, of: amara, more: 'a word' }));
        const mark: PointerMark = JSON.parse(passed ?? 'null');
        expect(Object.keys(mark)).toEqual(['of', 'x', 'y']);
        expect(Math.abs(mark.x - x)).toBeLessThan(1e-4);
        expect(Math.abs(mark.y - y)).toBeLessThan(1e-4);
      }),
    );
  });

  it('never throws and lets nothing else through, whatever comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (message) => {
        expect(markGate(() => true)(message)).toBeNull();
      }),
    );
  });

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
