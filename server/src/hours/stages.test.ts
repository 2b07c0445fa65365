import type { HoursAnswer } from '@ajar/shared';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answered, firstLook, grace, nextStage, type Standing } from './stages.ts';

const lead = 300_000;
const at = (minutes: number) => new Date(Date.UTC(2026, 2, 29, 14, 0) + minutes * 60_000);
const asked = { phase: 'asked', answer: null, startsAt: at(0), endsAt: at(60), until: at(0) } satisfies Standing;
const sight = { around: true, doorStands: false };

describe('a time of hours', () => {
  test('is asked for five minutes before, and closed when nobody answers', () => {
    const announced: Standing = { ...asked, phase: 'announced', until: firstLook(at(0), lead) };
    expect(nextStage(announced, { ...sight, now: at(-6) }, lead)).toBeNull();
    expect(nextStage(announced, { ...sight, now: at(-5) }, lead)).toEqual({ phase: 'asked', until: at(0) });
    expect(nextStage(asked, { ...sight, now: at(-1) }, lead)).toBeNull();
    expect(nextStage(asked, { ...sight, now: at(0) }, lead)).toEqual({ phase: 'closed', until: at(60) });
  });

  test('is held after a yes, or when the door stands open already, if the mentor is there', () => {
    const yes: Standing = { ...asked, answer: 'at-the-hour' };
    expect(nextStage(yes, { ...sight, now: at(0) }, lead)).toEqual({ phase: 'held', until: at(60) });
    expect(nextStage(asked, { ...sight, doorStands: true, now: at(0) }, lead)).toEqual({
      phase: 'held',
      until: at(60),
    });
  });

  test('waits a moment for a mentor who said yes and is away, and no longer', () => {
    const yes: Standing = { ...asked, answer: 'at-the-hour' };
    const waiting = nextStage(yes, { ...sight, around: false, now: at(0) }, lead);
    expect(waiting?.phase).toBe('asked');
    expect(waiting?.until.getTime()).toBeGreaterThan(at(0).getTime());
    const late = new Date(at(0).getTime() + grace);
    expect(nextStage(yes, { ...sight, around: false, now: late }, lead)?.phase).toBe('closed');
  });

  test('is asked for late when the server was away, with the whole time to answer, and not at all when it is over', () => {
    const announced: Standing = { ...asked, phase: 'announced', until: at(-5) };
    expect(nextStage(announced, { ...sight, now: at(10) }, lead)).toEqual({ phase: 'asked', until: at(15) });
    expect(nextStage(announced, { ...sight, now: at(58) }, lead)).toEqual({ phase: 'asked', until: at(60) });
    expect(nextStage(announced, { ...sight, now: at(60) }, lead)?.phase).toBe('over');
  });

  test('may be opened early, and late, until it is over', () => {
    for (const phase of ['announced', 'asked', 'closed'] as const) {
      expect(answered({ ...asked, phase }, 'now', at(-3))).toEqual({ phase: 'held', until: at(60) });
      expect(answered({ ...asked, phase }, 'now', at(59))).toEqual({ phase: 'held', until: at(60) });
      expect(answered({ ...asked, phase }, 'now', at(60))).toBeNull();
    }
    expect(answered(asked, 'not-today', at(-3))).toEqual({ phase: 'closed', until: at(60) });
    expect(answered({ ...asked, phase: 'held' }, 'not-today', at(3))).toBeNull();
  });
});

const look = fc.record({
  minutes: fc.integer({ min: 0, max: 12 }),
  around: fc.boolean(),
  doorStands: fc.boolean(),
  answer: fc.option(fc.constantFrom<HoursAnswer>('now', 'at-the-hour', 'not-today'), { freq: 5 }),
});

test('whenever anybody looks: phases go one way, held only by a yes or an open door, and it ends', () => {
  const order = { announced: 0, asked: 1, closed: 2, held: 3, over: 4 };
  fc.assert(
    fc.property(fc.array(look, { maxLength: 25 }), (looks) => {
      let standing: Standing = { ...asked, phase: 'announced', until: at(-5) };
      let now = -20;
      for (const { minutes, answer, ...seen } of looks) {
        now += minutes;
        const before = standing;
        const chosen = answer && answered(standing, answer, at(now));
        if (chosen) standing = { ...standing, ...chosen, answer };
        const stage = nextStage(standing, { ...seen, now: at(now) }, lead);
        if (stage?.phase === 'held' && standing.phase !== 'held') {
          expect(seen.around && (seen.doorStands || standing.answer === 'at-the-hour')).toBe(true);
        }
        if (stage) standing = { ...standing, ...stage };
        expect(order[standing.phase]).toBeGreaterThanOrEqual(order[before.phase]);
        if (standing.phase === 'held' && before.phase === 'announced') expect(standing.answer).toBe('now');
      }
      let steps = 0;
      for (let stage = nextStage(standing, { ...sight, now: at(200) }, lead); stage; steps += 1) {
        standing = { ...standing, ...stage };
        stage = nextStage(standing, { ...sight, now: at(200) }, lead);
      }
      expect(standing.phase).toBe('over');
      expect(steps).toBeLessThanOrEqual(1);
    }),
  );
});
