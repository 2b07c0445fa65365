import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueAt, type Kept, keepingTiming } from './rules.ts';

const timing = keepingTiming();
const moments = fc.option(fc.integer({ min: 0, max: 2_000_000 }).map((ms) => new Date(ms)));
const anyDoor: fc.Arbitrary<Kept> = fc.record({
  state: fc.constantFrom('closed', 'ajar', 'open'),
  awaySince: moments,
  keptUntil: moments,
  backAt: moments,
  closing: fc.boolean(),
  mentorThere: fc.boolean(),
  visited: fc.boolean(),
  waiting: fc.nat(3),
});
const nows = fc.integer({ min: 0, max: 2_000_000 }).map((ms) => new Date(ms));

test('a mentor who is there never finds their door closed, but after the visit they said was the last', () => {
  fc.assert(
    fc.property(anyDoor, nows, (door, now) => {
      const due = dueAt({ ...door, mentorThere: true, closing: door.closing && door.visited }, now, timing);
      expect(['close', 'close-kept']).not.toContain(due);
    }),
  );
});

test('an absence shorter than two minutes closes nothing, and from two minutes on the door is closed', () => {
  fc.assert(
    fc.property(anyDoor, fc.integer({ min: 0, max: 300_000 }), (door, gone) => {
      const now = new Date(1_000_000);
      const state = door.state === 'closed' ? 'open' : door.state;
      const awaySince = new Date(now.getTime() - gone);
      const due = dueAt({ ...door, state, awaySince, mentorThere: false, closing: false }, now, timing);
      if (gone < 120_000) expect(['close', 'close-kept']).not.toContain(due);
      else expect(due).toBe(door.waiting > 0 ? 'close-kept' : 'close');
    }),
  );
});

test('whoever waits is released from a closed door alone, and not before the ten minutes are over', () => {
  fc.assert(
    fc.property(anyDoor, nows, (door, now) => {
      const due = dueAt(door, now, timing);
      if (due !== 'release') return;
      expect(door.state).toBe('closed');
      expect(door.keptUntil?.getTime()).toBeLessThanOrEqual(now.getTime());
    }),
  );
});

test('what is done is not due again', () => {
  const after = {
    'still-there': { awaySince: null },
    'close-kept': { state: 'closed', keptUntil: new Date(9_000_000), awaySince: null, closing: false, backAt: null },
    close: { state: 'closed', keptUntil: null, awaySince: null, closing: false, backAt: null },
    release: { keptUntil: null },
    resume: { backAt: null },
  } as const;
  fc.assert(
    fc.property(anyDoor, nows, (door, now) => {
      let at: Kept = door;
      const done = [];
      for (let due = dueAt(at, now, timing); due; due = dueAt(at, now, timing)) {
        expect(done).not.toContain(due);
        done.push(due);
        at = { ...at, ...after[due] };
      }
    }),
  );
});
