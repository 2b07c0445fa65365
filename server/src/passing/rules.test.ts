import type { MemberId } from '@ajar/shared';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { round, scoreOf } from '../coffee/pairing/index.ts';
import { chooseOffers, mayBeAsked, type UpForChat } from './rules.ts';

const id = (n: number) => `person-${String(n).padStart(2, '0')}` as MemberId;
const key = (a: string, b: string) => [a, b].sort().join(' ');
const domain = fc.constantFrom('teaching', 'grants', 'ethics');

/** Up to nine people, some blocked or asked about each other lately, and a programme with any bar. */
const corridors = fc
  .record({
    people: fc.array(
      fc.record({
        offers: fc.uniqueArray(domain),
        wants: fc.uniqueArray(domain),
        leftOverLast: fc.boolean(),
        tableSize: fc.constantFrom('pair', 'small', 'either'),
      }),
      { maxLength: 9 },
    ),
    blocked: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 12 }),
    asked: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 12 }),
    bar: fc.double({ min: 0, max: 0.8, noNaN: true }),
  })
  .map(({ people, blocked, asked, bar }) => {
    const lately = new Set(asked.map(([a, b]) => key(id(a), id(b))));
    return {
      round: round.parse({
        on: '2026-11-22',
        people: people.map((person, n) => ({ id: id(n), ...person })),
        blocks: blocked.filter(([a, b]) => a !== b).map(([a, b]) => [id(a), id(b)]),
      }),
      bar,
      mayOffer: (a: MemberId, b: MemberId) => !lately.has(key(a, b)),
    };
  });
type Choice = Parameters<typeof chooseOffers>[0];
const worthIt = ({ round, bar, mayOffer }: Choice, a: MemberId, b: MemberId) => {
  const { permitted, score } = scoreOf(round, a, b);
  return a !== b && permitted && score >= bar && mayOffer(a, b);
};

describe('who is offered to whom', () => {
  test('nobody twice, nobody against a rule or below the bar, nobody invented', () => {
    fc.assert(
      fc.property(corridors, (choice) => {
        const offers = chooseOffers(choice);
        expect(new Set(offers.flat()).size).toBe(offers.flat().length);
        for (const [a, b] of offers) expect(worthIt(choice, a, b)).toBe(true);
      }),
    );
  });

  test('no two are left over who could be offered to each other', () => {
    fc.assert(
      fc.property(corridors, (choice) => {
        const taken = new Set(chooseOffers(choice).flat());
        const left = choice.round.people.map((person) => person.id as MemberId).filter((one) => !taken.has(one));
        for (const a of left) for (const b of left) expect(worthIt(choice, a, b)).toBe(false);
      }),
    );
  });

  test('three who could all meet make one offer, never a threesome', () => {
    const three = round.parse({ on: '2026-11-22', people: [1, 2, 3].map((n) => ({ id: id(n) })) });
    expect(chooseOffers({ round: three, bar: 0, mayOffer: () => true })).toHaveLength(1);
  });
});

describe('who may be asked', () => {
  const now = 1_000_000;
  const eli: UpForChat = { memberId: id(1), upUntil: now + 1, offersADay: 2, offered: 1, around: true, busy: false };

  test.each<[string, Partial<UpForChat>, boolean]>([
    ['somebody who is up for a chat and free', {}, true],
    ['nobody whose time is up', { upUntil: now }, false],
    ['nobody who is not there', { around: false }, false],
    ['nobody who is busy', { busy: true }, false],
    ['nobody as often as they want already', { offered: 2 }, false],
    ['nobody who wants none', { offersADay: 0, offered: 0 }, false],
  ])('%s', (_, parts, expected) => expect(mayBeAsked({ ...eli, ...parts }, now)).toBe(expected));

  test('one offer more is never asked for than a person set', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), (offersADay) => {
        let offered = 0;
        while (mayBeAsked({ ...eli, offersADay, offered }, now)) offered += 1;
        expect(offered).toBe(offersADay);
      }),
    );
  });
});
