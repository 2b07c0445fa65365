import { type EncounterId, type MemberId, memberId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ownNodeId } from '../nodes/index.ts';
import { blocks } from '../people/tables.ts';
import { encountersOf, inCalls } from './index.ts';
import { encounterPeople } from './tables.ts';
import { createTestHouse, moment, type TestHouse } from './testing.ts';
import { whoGoes } from './who-goes.ts';

let house: TestHouse;
const removed: string[] = [];
beforeAll(async () => {
  house = await createTestHouse();
  house.nodes.commands.ownIs(ownNodeId, {
    closeRoom: () => undefined,
    removePeer: (roomId, person) => void removed.push(`${roomId} ${person}`),
    letIn: () => undefined,
  });
});
afterAll(() => house.close());
beforeEach(() => {
  removed.length = 0;
});

async function inACall(names: readonly string[]) {
  const { programId, join } = await house.newProgram();
  const people = await Promise.all(names.map(join));
  const node = await house.encounters.place();
  const { encounterId } = await house.db.transaction((tx) =>
    house.encounters.open(tx, 'coffee', programId, people, node),
  );
  for (const person of people) await house.encounters.joined(moment(encounterId, person.memberId));
  return { encounterId, people };
}

async function stillIn(encounterId: EncounterId): Promise<MemberId[]> {
  const rows = await house.db.select().from(encounterPeople).where(eq(encounterPeople.encounterId, encounterId));
  return rows.filter((row) => !row.leftAt).map((row) => row.memberId);
}

test('a block in a call of two takes the blocker out of the room and ends it for both', async () => {
  const { encounterId, people } = await inACall(['Amara', 'Chidi']);
  const [amara, chidi] = people;
  if (!amara || !chidi) throw new Error('nobody');
  await house.db.insert(blocks).values({ blockerId: amara.memberId, blockedId: chidi.memberId });
  await house.encounters.part(amara.memberId, chidi.memberId);
  expect(removed).toEqual([`${encounterId} ${amara.memberId}`]);
  expect(await inCalls(house.db, [amara.memberId, chidi.memberId])).toEqual(new Set());
  const [met] = await encountersOf(house.db, chidi.memberId);
  expect(met?.endedAt).not.toBeNull();
});

test('in a call of three only the blocker leaves, whichever way round the two are named', async () => {
  const { encounterId, people } = await inACall(['Amara', 'Chidi', 'Dana']);
  const [amara, chidi, dana] = people;
  if (!amara || !chidi || !dana) throw new Error('nobody');
  await house.db.insert(blocks).values({ blockerId: amara.memberId, blockedId: chidi.memberId });
  await house.encounters.part(chidi.memberId, amara.memberId);
  expect(removed).toEqual([`${encounterId} ${amara.memberId}`]);
  expect((await stillIn(encounterId)).sort()).toEqual([chidi.memberId, dana.memberId].sort());
});

test('lifting a block, or blocking somebody elsewhere, parts nobody', async () => {
  const { encounterId, people } = await inACall(['Amara', 'Chidi']);
  const [amara, chidi] = people;
  const other = await inACall(['Bea', 'Eli']);
  const [bea] = other.people;
  if (!amara || !chidi || !bea) throw new Error('nobody');
  await house.encounters.part(amara.memberId, chidi.memberId);
  await house.db.insert(blocks).values({ blockerId: amara.memberId, blockedId: bea.memberId });
  await house.encounters.part(amara.memberId, bea.memberId);
  expect(removed).toEqual([]);
  expect(await stillIn(encounterId)).toHaveLength(2);
  expect(await stillIn(other.encounterId)).toHaveLength(2);
});

test('a block made while the two were being brought together parts them as they come in', async () => {
  const { programId, join } = await house.newProgram();
  const [amara, chidi] = [await join('Amara'), await join('Chidi')];
  const node = await house.encounters.place();
  const { encounterId } = await house.db.transaction((tx) =>
    house.encounters.open(tx, 'coffee', programId, [amara, chidi], node),
  );
  await house.db.insert(blocks).values({ blockerId: chidi.memberId, blockedId: amara.memberId });
  await house.encounters.joined(moment(encounterId, amara.memberId));
  expect(removed).toEqual([`${encounterId} ${chidi.memberId}`]);
  expect(await encountersOf(house.db, amara.memberId)).toEqual([]);
});

test('the blocked person is moved out of nothing but a fuller room behind the blocker’s own door', () => {
  const person = fc.uuid().map((id) => memberId.parse(id));
  const room = fc.uniqueArray(person, { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(room, fc.nat(5), (present, at) => {
      const [blockerId, blockedId] = present;
      if (!blockerId || !blockedId) return;
      const hostId = present[at] ?? null;
      const goes = whoGoes({ present, blockerId, blockedId, hostId });
      const shownOut = present.length > 2 && hostId === blockerId;
      expect(goes).toBe(shownOut ? blockedId : blockerId);
    }),
  );
});
