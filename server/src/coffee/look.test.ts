import { memberId } from '@ajar/shared';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestPatience } from './good-enough.ts';
import { lookAt, type Waiting } from './look.ts';
import { pairRound, type Round, round, scoreOf } from './pairing/index.ts';

const id = (n: number) => memberId.parse(`0190aaaa-0000-7000-8000-${String(n).padStart(12, '0')}`);

/** A table of up to nine people who sat down within the last 20 s, some of whom may not meet. */
const tables = fc
  .record({
    waited: fc.array(fc.nat(20_000), { minLength: 1, maxLength: 9 }),
    sizes: fc.array(fc.constantFrom('pair' as const, 'small' as const, 'either' as const), {
      minLength: 9,
      maxLength: 9,
    }),
    blocked: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 14 }),
    met: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 14 }),
    window: fc.constantFrom(0, 30),
    somebodyElseAround: fc.boolean(),
  })
  .map(({ waited, sizes, blocked, met, window, somebodyElseAround }) => {
    const now = 1_000_000;
    const here: Waiting[] = waited.map((ms, n) => ({ memberId: id(n), since: now - ms }));
    const pairs = (list: [number, number][]) =>
      list
        .filter(([a, b]) => a !== b && a < here.length && b < here.length)
        .map(([a, b]): [string, string] => [id(a), id(b)]);
    const parsed: Round = round.parse({
      on: '2026-11-22',
      repeatWindowDays: window,
      people: here.map((one, n) => ({ id: one.memberId, tableSize: sizes[n] })),
      blocks: pairs(blocked),
      met: pairs(met).map((people) => ({ people, on: '2026-11-20' })),
    });
    return { here, round: parsed, now, somebodyElseAround, pair: async (wanted: Round) => pairRound(wanted) };
  });

const opened = async (looking: Parameters<typeof lookAt>[0]) => {
  const { drawn, again } = await lookAt(looking);
  return { tables: drawn.flatMap(({ open }) => open), drawn, again };
};

describe('one look at the table', () => {
  test('seats nobody twice, nobody against a rule, and everybody at a table of the size they asked for', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (looking) => {
        const { tables: open } = await opened(looking);
        const seated = open.flatMap(({ people }) => people);
        expect(new Set(seated).size).toBe(seated.length);
        const sizes = new Map(looking.round.people.map((one) => [one.id, one.tableSize]));
        for (const { people } of open) {
          for (const a of people) {
            expect(sizes.get(a)).not.toBe(people.length > 2 ? 'pair' : 'small');
            for (const b of people) if (a !== b) expect(scoreOf(looking.round, a, b).permitted).toBe(true);
          }
        }
      }),
    );
  });

  test('leaves no two who like to sit in pairs, may meet, and have sat together for the longest patience', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (looking) => {
        const pairs = {
          ...looking.round,
          people: looking.round.people.map((one) => ({ ...one, tableSize: 'pair' as const })),
        };
        const { tables: open } = await opened({ ...looking, round: pairs });
        const seated = new Set(open.flatMap(({ people }) => people));
        const left = looking.here.filter(
          (one) => !seated.has(one.memberId) && looking.now - one.since >= longestPatience,
        );
        for (const a of left) {
          for (const b of left) {
            if (a !== b) expect(scoreOf(pairs, a.memberId, b.memberId).permitted).toBe(false);
          }
        }
      }),
    );
  });

  test('is taken again when a table will be good enough, and that is in time', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (looking) => {
        const { again } = await opened(looking);
        if (again === null) return;
        expect(again).toBeGreaterThan(looking.now);
        expect(again).toBeLessThanOrEqual(looking.now + longestPatience);
        const later = await opened({ ...looking, now: again });
        expect(later.tables.length).toBeGreaterThan(0);
      }),
    );
  });

  test('with nobody else around, whoever may meet meets at once', async () => {
    const round0 = round.parse({ on: '2026-11-22', people: [{ id: id(0) }, { id: id(1) }] });
    const here = [0, 1].map((n) => ({ memberId: id(n), since: 1_000 }));
    const look = { here, round: round0, now: 1_000, pair: async (wanted: Round) => pairRound(wanted) };
    expect((await opened({ ...look, somebodyElseAround: false })).tables).toHaveLength(1);
  });
});
