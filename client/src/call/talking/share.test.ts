import { memberId } from '@ajar/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heard, newTalk, ownShare } from './share.ts';

const id = (last: number) => memberId.parse(`0199aaaa-0000-7000-8000-00000000000${last}`);
const [me, bea] = [id(1), id(2)];
const turn = fc.record({ speaker: fc.constantFrom(me, bea, null), lasts: fc.integer({ min: 0, max: 60_000 }) });

describe('one’s own share of the talking', () => {
  it('is what one spoke of what anybody spoke; silence is nobody’s', () => {
    fc.assert(
      fc.property(fc.array(turn), (turns) => {
        let [talk, at] = [newTalk(null, 1_000), 1_000];
        for (const { speaker, lasts } of turns) {
          talk = heard(talk, me, speaker, at);
          at += lasts;
        }
        talk = heard(talk, me, null, at);
        const sum = (...who: (typeof me)[]) =>
          turns.reduce((all, { speaker, lasts }) => all + (speaker && who.includes(speaker) ? lasts : 0), 0);
        expect(talk).toMatchObject({ own: sum(me), all: sum(me, bea) });
      }),
    );
  });

  it('counts the same when it is looked at in between', () => {
    const once = heard(newTalk(me, 0), me, null, 40_000);
    const looked = heard(heard(newTalk(me, 0), me, me, 10_000), me, null, 40_000);
    expect(looked).toEqual(once);
  });

  it('is said in round figures, and not before there is something to say', () => {
    expect(ownShare({ ...newTalk(null, 0), own: 20_000, all: 29_999 })).toBeNull();
    expect(ownShare({ ...newTalk(null, 0), own: 33_000, all: 100_000 })).toBe(0.35);
  });
});
