import type { MemberId } from '@ajar/shared';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choosePairs, type Seated } from './choose-pairs.ts';

const id = (n: number) => `member-${String(n).padStart(3, '0')}` as MemberId;
const key = (a: MemberId, b: MemberId) => [a, b].sort().join(' ');

/** A table of up to 14 people, some of whom may not meet, some of whom have met. */
const tables = fc
  .record({
    since: fc.array(fc.nat(1000), { maxLength: 14 }),
    forbidden: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 40 }),
    met: fc.array(fc.tuple(fc.nat(13), fc.nat(13), fc.nat(1000)), { maxLength: 40 }),
  })
  .map(({ since, forbidden, met }) => {
    const seated: Seated[] = since.map((time, n) => ({ memberId: id(n), since: time }));
    const never = new Set(forbidden.map(([a, b]) => key(id(a), id(b))));
    const times = new Map(met.map(([a, b, time]) => [key(id(a), id(b)), time]));
    const rules = {
      mayMeet: (a: MemberId, b: MemberId) => !never.has(key(a, b)),
      lastMet: (a: MemberId, b: MemberId) => times.get(key(a, b)),
    };
    return { seated, rules };
  });

describe('choosePairs', () => {
  test('keeps every promise on any table', () => {
    fc.assert(
      fc.property(tables, ({ seated, rules }) => {
        const pairs = choosePairs(seated, rules);
        const paired = pairs.flat();
        const left = seated.map((seat) => seat.memberId).filter((memberId) => !paired.includes(memberId));
        expect(new Set(paired).size).toBe(paired.length);
        for (const [a, b] of pairs) expect(rules.mayMeet(a, b)).toBe(true);
        for (const a of left) for (const b of left) expect(a !== b && rules.mayMeet(a, b)).toBe(false);
      }),
    );
  });

  test('does not depend on the order in which the chairs are listed', () => {
    fc.assert(
      fc.property(tables, ({ seated, rules }) => {
        expect(choosePairs([...seated].reverse(), rules)).toEqual(choosePairs(seated, rules));
      }),
    );
  });

  test('prefers somebody new to somebody just met', () => {
    const seated = [1, 2, 3].map((n) => ({ memberId: id(n), since: n }));
    const lastMet = (a: MemberId, b: MemberId) => (key(a, b) === key(id(1), id(2)) ? 500 : undefined);
    expect(choosePairs(seated, { mayMeet: () => true, lastMet })).toEqual([[id(1), id(3)]]);
  });
});
