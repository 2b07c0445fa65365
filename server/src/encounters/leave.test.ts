import type { EncounterId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { doors as doorsTable, visits } from '../doors/tables.ts';
import { viewDoors } from '../doors/view.ts';
import { ownNodeId } from '../nodes/index.ts';
import { inCalls } from './index.ts';
import { createTestHouse, moment, type TestHouse } from './testing.ts';

let house: TestHouse;
const removed: string[] = [];
beforeAll(async () => {
  house = await createTestHouse();
  house.nodes.commands.ownIs(ownNodeId, {
    closeRoom: () => undefined,
    removePeer: (_room, person, mayReturn) => void removed.push(`${person} ${mayReturn}`),
    letIn: () => undefined,
  });
});
beforeEach(() => {
  removed.length = 0;
});
afterAll(() => house.close());

/** Somebody has walked in at an open door, and neither has come into the room yet. */
async function onTheWay() {
  const { join } = await house.newProgram();
  const [mentor, visitor, next] = [await join('Ines Costa'), await join('Chidi'), await join('Dana')];
  await house.doors.set(mentor, 'open');
  const [door] = await house.db.select().from(doorsTable).where(eq(doorsTable.memberId, mentor.memberId));
  if (!door) throw new Error('no door');
  const { encounterId } = await house.doors.walkIn(visitor, door.id);
  return { mentor, visitor, next, doorId: door.id, encounterId };
}

async function stateOfVisit(encounterId: EncounterId) {
  const [visit] = await house.db.select().from(visits).where(eq(visits.encounterId, encounterId));
  return visit?.state;
}

test('who leaves before they have come in is inside no more, and the door takes the next', async () => {
  const { mentor, visitor, next, doorId, encounterId } = await onTheWay();
  await house.encounters.joined(moment(encounterId, mentor.memberId));
  await house.encounters.leave(encounterId, visitor.memberId, false);
  expect(await stateOfVisit(encounterId)).toBe('over');
  expect(await inCalls(house.db, [mentor.memberId, visitor.memberId])).toEqual(new Set());
  const [door] = await viewDoors(house.db, { doorIds: [doorId] }, () => true);
  expect(door?.inside).toEqual([]);
  for (const { memberId } of [mentor, visitor]) expect(house.announcer.mine).toContain(memberId);
  // Their node says only now that they came in, and then that they are gone: neither brings them back.
  await house.encounters.joined(moment(encounterId, visitor.memberId));
  await house.encounters.left(moment(encounterId, visitor.memberId));
  expect(await inCalls(house.db, [visitor.memberId])).toEqual(new Set());
  await house.doors.walkIn(next, doorId);
  await expect(house.encounters.leave(encounterId, visitor.memberId, false)).resolves.toBeUndefined();
  expect(await inCalls(house.db, [next.memberId])).toEqual(new Set([next.memberId]));
});

test('from a page that only was on the way, nobody leaves a call that they are in elsewhere', async () => {
  const { visitor, encounterId } = await onTheWay();
  await house.encounters.joined(moment(encounterId, visitor.memberId));
  await house.encounters.leave(encounterId, visitor.memberId, true);
  expect(await stateOfVisit(encounterId)).toBe('inside');
  expect(removed).toEqual([]);
  await house.encounters.leave(encounterId, visitor.memberId, false);
  expect(await stateOfVisit(encounterId)).toBe('over');
  // The others are not to see a place kept for them, and a room that goes on takes them back.
  expect(removed).toEqual([`${visitor.memberId} true`]);
});

test('nobody leaves for somebody else', async () => {
  const { next, encounterId } = await onTheWay();
  await house.encounters.leave(encounterId, next.memberId, false);
  expect(await stateOfVisit(encounterId)).toBe('inside');
});
