import { supportedRtpCapabilities } from '@ajar/media';
import { type MemberId, rtpCapabilities } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { doors as doorsTable } from '../doors/index.ts';
import { mediaNodes, ownNodeId } from '../nodes/index.ts';
import { lostPeople } from './sweep.ts';
import { createTestHouse, moment, type TestHouse } from './testing.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await createTestHouse();
});
afterAll(() => house.close());

const minute = 60_000;

async function call() {
  const { join } = await house.newProgram();
  const [mentor, visitor] = [await join('Bea'), await join('Chidi')];
  await house.doors.set(mentor, 'open');
  const [door] = await house.db.select().from(doorsTable).where(eq(doorsTable.memberId, mentor.memberId));
  if (!door) throw new Error('no door');
  const { encounterId } = await house.doors.walkIn(visitor, door.id);
  await house.encounters.joined(moment(encounterId, mentor.memberId));
  await house.encounters.joined(moment(encounterId, visitor.memberId));
  return { encounterId, mentor, visitor };
}

async function nodeSays(people: { encounterId: string; memberIds: MemberId[] }[], seenAt: Date) {
  const rooms = people.map(({ encounterId, memberIds }) => ({
    roomId: encounterId,
    people: memberIds.map((memberId) => ({ memberId, joinedAt: seenAt.toISOString() })),
  }));
  await house.nodes.reported({
    nodeId: ownNodeId,
    url: '',
    rtpCapabilities: rtpCapabilities.parse(supportedRtpCapabilities()),
    peers: 0,
    rooms: rooms as never,
  });
  await house.db.update(mediaNodes).set({ seenAt }).where(eq(mediaNodes.id, ownNodeId));
}

test('only who the media node no longer has, for longer than it takes to come back, counts as gone', async () => {
  const { encounterId, mentor, visitor } = await call();
  const both = [mentor.memberId, visitor.memberId];
  const now = new Date();
  const later = new Date(now.getTime() + 2 * minute);

  await nodeSays([{ encounterId, memberIds: both }], later);
  expect((await lostPeople(house.db, later)).get(encounterId)).toBeUndefined();

  await nodeSays([{ encounterId, memberIds: [mentor.memberId] }], later);
  expect((await lostPeople(house.db, now)).get(encounterId)).toBeUndefined();
  expect((await lostPeople(house.db, later)).get(encounterId)).toEqual([visitor.memberId]);

  await nodeSays([], later);
  await house.db.update(mediaNodes).set({ registeredAt: later }).where(eq(mediaNodes.id, ownNodeId));
  expect((await lostPeople(house.db, later)).get(encounterId)).toBeUndefined();

  await nodeSays([{ encounterId, memberIds: both }], now);
  expect((await lostPeople(house.db, later)).get(encounterId)?.sort()).toEqual([...both].sort());
});

test('who was admitted and never came counts as gone once the job that frees them must have been lost', async () => {
  const { join } = await house.newProgram();
  const people = [await join('Bea'), await join('Chidi')];
  const node = await house.encounters.place();
  const { encounterId } = await house.db.transaction((tx) =>
    house.encounters.open(tx, 'passing', people[0]?.programId ?? expect.fail(), people, node),
  );
  const now = Date.now();
  expect((await lostPeople(house.db, new Date(now + 2 * minute))).get(encounterId)).toBeUndefined();
  const lost = (await lostPeople(house.db, new Date(now + 4 * minute))).get(encounterId);
  expect(lost?.toSorted()).toEqual(people.map((person) => person.memberId).sort());
});
