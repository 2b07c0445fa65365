import { type MemberId, memberId } from '@ajar/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { among, dueAt, type Featuring, holds, nobodyFeatured, settled, spoke, stays } from './featured.ts';

const id = (last: number) => memberId.parse(`0199aaaa-0000-7000-8000-00000000000${last}`);
const [amara, bea, chidi] = [id(1), id(2), id(3)];

/** Who speaks, and for how long, in ms. */
type Turn = readonly [MemberId | null, number];

/** Everything that was shown, with the time from which on, the time going on in steps of 50 ms as the timer would. */
function shownAfter(turns: readonly Turn[]): { at: number; featured: MemberId | null }[] {
  const shown: { at: number; featured: MemberId | null }[] = [];
  let now: Featuring = nobodyFeatured;
  let time = 0;
  const keep = () => {
    if (shown.at(-1)?.featured !== now.featured) shown.push({ at: time, featured: now.featured });
  };
  for (const [speaker, lasts] of turns) {
    now = spoke(now, speaker, time);
    keep();
    for (const end = time + lasts; time < end; time += 50) {
      now = settled(now, time);
      keep();
    }
  }
  return shown;
}

const anybody = fc.constantFrom<(MemberId | null)[]>(amara, bea, chidi, null);
const length = (max: number) => fc.integer({ min: 1, max: max / 50 }).map((steps) => steps * 50);

describe('featured', () => {
  it('shows the first who speaks at once, and does not follow a cough', () => {
    expect(
      shownAfter([
        [amara, 5_000],
        [bea, 800],
        [null, 3_000],
        [amara, 400],
      ]),
    ).toEqual([{ at: 0, featured: amara }]);
  });

  it('follows whoever goes on speaking, over the pauses between words', () => {
    const shown = shownAfter([
      [amara, 5_000],
      [bea, 600],
      [null, 400],
      [bea, 600],
      [null, 400],
      [bea, 600],
    ]);
    expect(shown.map(({ featured }) => featured)).toEqual([amara, bea]);
    expect(shown[1]?.at).toBe(5_000 + holds + 2 * 400);
  });

  it('never changes oftener than a face stays, and always to somebody who has spoken long enough', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anybody, length(4_000)), { maxLength: 40 }), (turns) => {
        const shown = shownAfter(turns);
        for (const [at, change] of shown.entries()) {
          const before = shown[at - 1];
          if (!before || before.featured === null) continue;
          expect(change.at - before.at).toBeGreaterThanOrEqual(stays);
        }
      }),
    );
  });

  it('stays with one face through any interruptions that are shorter than it takes', () => {
    const short = fc.tuple(fc.constantFrom(bea, chidi), length(holds - 50));
    fc.assert(
      fc.property(fc.array(short, { maxLength: 30 }), (bursts) => {
        const turns = bursts.flatMap((burst): Turn[] => [burst, [amara, 100]]);
        expect(shownAfter([[amara, 4_000], ...turns]).map(({ featured }) => featured)).toEqual([amara]);
      }),
    );
  });

  it('shows whoever speaks alone for long enough, whatever was before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anybody, length(4_000)), { maxLength: 20 }), (turns) => {
        expect(shownAfter([...turns, [chidi, holds + stays + 50]]).at(-1)?.featured).toBe(chidi);
      }),
    );
  });

  it('lets go of who has left, and takes the next who speaks', () => {
    const two = spoke(spoke(nobodyFeatured, amara, 0), bea, 4_000);
    expect(dueAt(two)).toBe(4_000 + holds);
    expect(dueAt(among(two, [amara]))).toBeNull();
    const left = among(two, [bea, chidi]);
    expect(left.featured).toBeNull();
    expect(spoke({ ...left, rival: null }, chidi, 4_100).featured).toBe(chidi);
    expect(among(two, [amara, bea])).toBe(two);
  });
});
