import { afterAll, beforeAll, expect, test } from 'vitest';
import { encounterPeople, encounters } from '../encounters/index.ts';
import { createTestHouse, type TestHouse } from '../encounters/testing.ts';
import { newId } from '../ids/index.ts';
import { ownNodeId } from '../nodes/index.ts';
import { coffees } from './tables.ts';
import { usualHours } from './usual-hours.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await createTestHouse();
});
afterAll(() => house.close());

const now = new Date('2026-11-22T12:00:00Z');

test('an hour is named when five different people are behind it, and not with four, however often they met', async () => {
  const { programId, join } = await house.newProgram();
  const people = await Promise.all(Array.from({ length: 6 }, (_, n) => join(`Person ${n}`)));
  const meet = async (at: string, ...who: number[]) => {
    const startedAt = new Date(at);
    const id = newId<typeof encounters.$inferSelect.id>();
    await house.db.insert(encounters).values({ id, programId, kind: 'coffee', nodeId: ownNodeId, startedAt });
    await house.db.insert(coffees).values({ encounterId: id, programId, openedAt: startedAt, minutes: 10 });
    for (const n of who) {
      const memberId = people[n]?.memberId ?? expect.fail('nobody');
      await house.db
        .insert(encounterPeople)
        .values({ encounterId: id, memberId, joinedAt: startedAt, leftAt: startedAt });
    }
  };
  for (const day of ['10', '11', '12', '13']) {
    await meet(`2026-11-${day}T09:10:00Z`, 0, 1);
    await meet(`2026-11-${day}T09:40:00Z`, 2, 3);
  }
  expect(await usualHours(house.db, programId, now)).toEqual([]);
  await meet('2026-11-14T09:15:00Z', 0, 4);
  expect(await usualHours(house.db, programId, now)).toEqual([9]);
  await meet('2026-09-14T15:15:00Z', 0, 1, 2, 3, 4, 5);
  expect(await usualHours(house.db, programId, now)).toEqual([9]);
});
