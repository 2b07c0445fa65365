import type { HoursAnswer } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { doorHours, doorHoursTimes } from './tables.ts';
import { createHoursHouse, type HoursHouse } from './testing.ts';

vi.setConfig({ testTimeout: 240_000 });

/** Twenty minutes before the first of the hours: Thursday 16:00 in Stockholm. */
const begin = Date.UTC(2026, 2, 26, 14, 40);

let house: HoursHouse;
beforeAll(async () => {
  house = await createHoursHouse(new Date(begin).toISOString());
});
afterAll(() => house.close());

/** Time goes by, somebody may press something, and one server looks or two do at once. */
const moment = fc.record({
  minutes: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 12 }) },
    { weight: 2, arbitrary: fc.integer({ min: 13, max: 70 }) },
    // A server that was away: for a night, or beyond the next time.
    { weight: 1, arbitrary: fc.constantFrom(16 * 60, 6 * 24 * 60, 8 * 24 * 60) },
  ),
  around: fc.boolean(),
  answer: fc.option(fc.constantFrom<HoursAnswer>('now', 'at-the-hour', 'not-today'), { freq: 3 }),
  servers: fc.integer({ min: 1, max: 2 }),
});

test('whenever it is looked: one time ahead, nothing left undone, asked once each, opened once, and open only by a yes', async () => {
  const another = house.another();
  await fc.assert(
    fc.asyncProperty(fc.array(moment, { minLength: 3, maxLength: 9 }), async (moments) => {
      await house.db.delete(doorHours);
      house.told.length = 0;
      house.opened.length = 0;
      let now = begin;
      await house.at(new Date(now), async () => undefined);
      const { mentor } = await house.withHours();
      const held = new Set<string>();
      const yes = new Set<string>();
      const rows = () => house.db.select().from(doorHoursTimes).where(eq(doorHoursTimes.memberId, mentor.memberId));
      for (const { minutes, around, answer, servers } of moments) {
        now += minutes * 60_000;
        if (around) house.away.delete(mentor.memberId);
        else house.away.add(mentor.memberId);
        await house.at(new Date(now), async () => {
          const [time] = await house.timesOf(mentor.memberId);
          if (answer && time) {
            // Too late for it, or too early: refused, and nothing is changed.
            const said = await house.hours.answer(mentor, time.id, answer).then(
              () => true,
              () => false,
            );
            if (said && answer !== 'not-today') yes.add(time.id);
          }
          await Promise.all([house.hours.sweep(), ...(servers === 2 ? [another.sweep()] : [])]);
          // What one of two found taken by the other is looked at again, as it is every few seconds.
          await house.hours.sweep();
        });
        const times = await rows();
        const ahead = times.filter(({ phase }) => phase === 'announced' || phase === 'asked');
        const left = times.filter(({ phase }) => phase !== 'over');
        expect(ahead.length).toBeLessThanOrEqual(1);
        expect(left.length).toBeGreaterThan(0);
        expect(left.filter(({ endsAt }) => endsAt.getTime() <= now)).toEqual([]);
        expect(times.filter(({ told }) => !told)).toEqual([]);
        for (const { id, phase } of times) if (phase === 'held') held.add(id);
        const open = times.some(({ phase }) => phase === 'held');
        expect(await house.stateOf(mentor.memberId)).toBe(open ? 'open' : 'closed');
        expect([...held].filter((id) => !yes.has(id))).toEqual([]);
        expect(house.opened).toHaveLength(held.size);
        // Two that look at once may both tell it: the push service and the browser take it for one, by its tag.
        const asks = house.told.filter(({ memberId }) => memberId === mentor.memberId).length;
        expect(asks).toBeLessThanOrEqual(times.length * Math.max(...moments.map((each) => each.servers)));
      }
    }),
    { numRuns: 15 },
  );
});
