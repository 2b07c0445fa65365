import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOf, type Lengths, nextStage, type Stage, tooLate } from './stages.ts';

const startsAt = new Date('2026-11-24T11:30:00Z');
const plus = (seconds: number) => new Date(startsAt.getTime() + seconds * 1000);
const lengths: Lengths = { sittings: 2, gatheringSeconds: 120, sittingSeconds: 600, betweenSeconds: 20 };

test('an occurrence goes through its stages in order, each at its time', () => {
  let stage: Stage = { phase: 'announced', sitting: 0 };
  let now = endOf(stage, lengths, startsAt, plus(-99_999));
  const seen: [string, number, number][] = [];
  for (let next = nextStage(stage, 2, startsAt, now); next; next = nextStage(stage, 2, startsAt, now)) {
    seen.push([next.phase, next.sitting, (now.getTime() - startsAt.getTime()) / 1000]);
    now = endOf(next, lengths, startsAt, now);
    stage = next;
  }
  expect(seen).toEqual([
    ['gathering', 0, -120],
    ['sitting', 1, 0],
    ['between', 1, 600],
    ['sitting', 2, 620],
    ['over', 2, 1220],
  ]);
});

test('whenever a server gets round to it, everybody sits as often as planned or not at all, and it ends', () => {
  const delays = fc.array(fc.nat(2_000), { maxLength: 20 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), delays, (sittings, late) => {
      let stage: Stage = { phase: 'announced', sitting: 0 };
      let now = endOf(stage, { ...lengths, sittings }, startsAt, plus(-999));
      const sat: number[] = [];
      for (let n = 0; n < 50; n += 1) {
        now = new Date(now.getTime() + (late[n] ?? 0) * 1000);
        const next = nextStage(stage, sittings, startsAt, now);
        if (!next) break;
        if (next.phase === 'sitting') {
          sat.push(next.sitting);
          expect(now <= plus(tooLate) || next.sitting > 1).toBe(true);
        }
        now = endOf(next, { ...lengths, sittings }, startsAt, now);
        stage = next;
      }
      expect(stage.phase).toBe('over');
      const all = Array.from({ length: sittings }, (_, n) => n + 1);
      expect([[], all]).toContainEqual(sat);
    }),
  );
});

test('a gathering that begins late still gives people half a minute', () => {
  expect(endOf({ phase: 'gathering', sitting: 0 }, lengths, startsAt, plus(60))).toEqual(plus(90));
  expect(endOf({ phase: 'gathering', sitting: 0 }, lengths, startsAt, plus(-120))).toEqual(startsAt);
});
