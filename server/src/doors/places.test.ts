import type { DoorId, VisitId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestHouse, moment, type TestHouse } from '../encounters/testing.ts';
import { blocks } from '../people/tables.ts';
import { lockDoor } from './line.ts';
import { goBack, nextInLine } from './places.ts';
import { doors as doorsTable, visits } from './tables.ts';
import { visitorsAt } from './view.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await createTestHouse();
});
afterAll(() => house.close());

async function aLine(...names: string[]) {
  const { join } = await house.newProgram();
  const mentor = await join('Amara Osei');
  await house.doors.set(mentor, 'ajar');
  const [door] = await house.db.select().from(doorsTable).where(eq(doorsTable.memberId, mentor.memberId));
  if (!door) throw new Error('no door');
  const doorId = door.id;
  const people = [];
  for (const name of names) {
    const person = await join(name);
    people.push({ ...person, visitId: await house.doors.ask(person, doorId, 'knock') });
  }
  const order = async () => (await visitorsAt(house.db, mentor.memberId)).map((visitor) => visitor.name);
  const inTurn = <T>(work: (tx: Parameters<typeof lockDoor>[0]) => Promise<T>) =>
    house.db.transaction(async (tx) => {
      await lockDoor(tx, doorId);
      return work(tx);
    });
  const next = () => inTurn((tx) => nextInLine(tx, doorId, mentor.memberId)).then((one) => one?.visitorName);
  const mark = (visitId: VisitId, values: Partial<typeof visits.$inferInsert>) =>
    house.db.update(visits).set(values).where(eq(visits.id, visitId));
  return { join, mentor, doorId, people, order, inTurn, next, mark };
}

/** Knocks, and is let in and out again: somebody who has been inside. */
async function hasBeenInside(line: Awaited<ReturnType<typeof aLine>>, name: string, doorId: DoorId) {
  const person = await line.join(name);
  const { encounterId } = await house.doors.letIn(line.mentor, await house.doors.ask(person, doorId, 'knock'));
  await house.encounters.left(moment(encounterId, person.memberId));
  return person;
}

test('the line is first come first served, and going back is one place', async () => {
  const line = await aLine('Bea', 'Chidi', 'Dana');
  expect(await line.order()).toEqual(['Bea', 'Chidi', 'Dana']);
  const [bea] = line.people;
  if (!bea) throw new Error('no Bea');
  await line.inTurn((tx) => goBack(tx, line.doorId, bea.visitId));
  expect(await line.order()).toEqual(['Chidi', 'Bea', 'Dana']);
  await line.inTurn((tx) => goBack(tx, line.doorId, bea.visitId));
  await line.inTurn((tx) => goBack(tx, line.doorId, bea.visitId));
  expect(await line.order()).toEqual(['Chidi', 'Dana', 'Bea']);
});

test('where first-time visitors go first, they go before those who have been inside and behind who is called', async () => {
  const line = await aLine();
  const often = [];
  for (const name of ['Often A', 'Often B', 'Often C']) often.push(await hasBeenInside(line, name, line.doorId));
  await house.db.update(doorsTable).set({ newcomersFirst: true }).where(eq(doorsTable.id, line.doorId));
  const visitIds = [];
  for (const person of often) visitIds.push(await house.doors.ask(person, line.doorId, 'knock'));
  const [first] = visitIds;
  if (!first) throw new Error('nobody');
  await line.mark(first, { calledAt: new Date() });
  await house.doors.ask(await line.join('New A'), line.doorId, 'knock');
  await house.doors.ask(await line.join('New B'), line.doorId, 'knock');
  expect(await line.order()).toEqual(['Often A', 'New A', 'New B', 'Often B', 'Often C']);
});

test('passed over are those who are called, did not come, are blocked or in a call; their place is kept', async () => {
  const line = await aLine('Bea', 'Chidi', 'Dana', 'Eli', 'Farah');
  const [bea, chidi, dana, eli] = line.people;
  if (!bea || !chidi || !dana || !eli) throw new Error('nobody');
  expect(await line.next()).toBe('Bea');
  await line.mark(bea.visitId, { calledAt: new Date() });
  expect(await line.next()).toBe('Chidi');
  await line.mark(bea.visitId, { calledAt: null, missedAt: new Date(), misses: 1 });
  await line.mark(chidi.visitId, { misses: 3 });
  await house.db.insert(blocks).values({ blockerId: line.mentor.memberId, blockedId: dana.memberId });
  expect(await line.next()).toBe('Eli');
  const other = await line.join('Somebody else');
  await house.doors.set(other, 'open');
  const [door] = await house.db.select().from(doorsTable).where(eq(doorsTable.memberId, other.memberId));
  if (!door) throw new Error('no door');
  await house.doors.walkIn(eli, door.id);
  expect(await line.next()).toBe('Farah');
  expect(await line.order()).toEqual(['Bea', 'Chidi', 'Dana', 'Eli', 'Farah']);
});
