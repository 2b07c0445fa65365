import type { MemberId } from '@ajar/shared';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loungeFor, loungeSeats } from './rules.ts';

const names = 'abcdefghijklmno'.split('');
const person = (name: string) => ({ memberId: name as MemberId });

/** Steps in, as the server does it: into the lounge found, or one more. Whoever leaves leaves, and nobody waits in two. */
function stepIn(lounges: string[][], name: string, blocked: ReadonlySet<string>): string[][] {
  const may = (other: MemberId) => !blocked.has([name, other].sort().join(''));
  const seen = lounges.map((people) => ({ people: people.map(person), at: people }));
  const found = loungeFor(seen, name as MemberId, may)?.at;
  if (found?.includes(name)) return lounges;
  return found ? lounges.map((one) => (one === found ? [...one, name] : one)) : [...lounges, [name]];
}

test('nobody waits with somebody they must not meet, in more than one lounge, or in a crowd; and everybody finds one', () => {
  const pair = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names));
  const happening = fc.record({ name: fc.constantFrom(...names), leaves: fc.boolean() });
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 12 }), fc.array(happening, { maxLength: 60 }), (blocks, happenings) => {
      const blocked = new Set(blocks.filter(([a, b]) => a !== b).map((two) => two.toSorted().join('')));
      let lounges: string[][] = [];
      for (const { name, leaves } of happenings) {
        if (leaves) lounges = lounges.map((one) => one.filter((other) => other !== name));
        else lounges = stepIn(lounges, name, blocked);
        lounges = lounges.filter((one) => one.length > 0);
        if (!leaves) expect(lounges.filter((one) => one.includes(name))).toHaveLength(1);
        for (const one of lounges) {
          expect(one.length).toBeLessThanOrEqual(loungeSeats);
          for (const a of one) for (const b of one) expect(blocked.has([a, b].sort().join(''))).toBe(false);
        }
      }
      expect(new Set(lounges.flat()).size).toBe(lounges.flat().length);
    }),
  );
});

test('those who may meet come into the same lounge', () => {
  expect(names.slice(0, loungeSeats).reduce((all, name) => stepIn(all, name, new Set()), [] as string[][])).toEqual([
    names.slice(0, loungeSeats),
  ]);
});
