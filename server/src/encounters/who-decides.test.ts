import { readRoomToken } from '@ajar/media';
import type { EncounterId, MemberId, RoomId } from '@ajar/shared';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { doors as doorsTable } from '../doors/tables.ts';
import { ownNodeId } from '../nodes/index.ts';
import { encounterPeople, encounters } from './tables.ts';
import { createTestHouse, moment, refusal, type TestHouse } from './testing.ts';

let house: TestHouse;
const letIn: string[] = [];
beforeAll(async () => {
  house = await createTestHouse();
  house.nodes.commands.ownIs(ownNodeId, {
    closeRoom: () => undefined,
    removePeer: () => undefined,
    letIn: (roomId: RoomId, memberId: MemberId) => void letIn.push(`${memberId} into ${roomId}`),
  });
});
afterAll(() => house.close());

type Person = Awaited<ReturnType<Awaited<ReturnType<TestHouse['newProgram']>>['join']>>;

const mayModerate = async ({ token }: { token: string }) =>
  (await readRoomToken(token, new Uint8Array(32))).may.moderate;
const moderates = async (id: EncounterId, person: Person) => mayModerate(await house.encounters.enter(id, person));
/** A shared room with its host and two who have walked in. */
async function sharedRoom() {
  const { join } = await house.newProgram();
  const [host, a, b, c] = [await join('Ines Costa'), await join('A'), await join('B'), await join('C')];
  await house.doors.rooms.set(host, 'shared', 4);
  await house.doors.set(host, 'open');
  const [door] = await house.db.select().from(doorsTable).where(eq(doorsTable.memberId, host.memberId));
  if (!door) throw new Error('no door');
  const { encounterId } = await house.doors.walkIn(a, door.id);
  await house.doors.walkIn(b, door.id);
  for (const { memberId } of [host, a, b]) await house.encounters.joined(moment(encounterId, memberId));
  return { host, a, b, c, doorId: door.id, encounterId };
}

test('behind a door its host decides and no visitor does; by chance nobody does', async () => {
  const { join } = await house.newProgram();
  const [amara, chidi] = [await join('Amara'), await join('Chidi')];
  await house.doors.set(amara, 'open');
  const [door] = await house.db.select().from(doorsTable).where(eq(doorsTable.memberId, amara.memberId));
  if (!door) throw new Error('no door');
  const admission = await house.doors.walkIn(chidi, door.id);
  expect(await mayModerate(admission)).toBe(false);
  expect(await moderates(admission.encounterId, chidi)).toBe(false);
  expect(await moderates(admission.encounterId, amara)).toBe(true);

  const people = [await join('Bea'), await join('Dana')] as const;
  const node = await house.encounters.place();
  for (const [kind, expected] of [
    ['door', [true, false]],
    ['coffee', [false, false]],
    ['round', [false, false]],
    ['passing', [false, false]],
  ] as const) {
    const { programId } = people[0];
    const open = house.db.transaction((tx) => house.encounters.open(tx, kind, programId, [...people], node));
    const { admissions, encounterId } = await open;
    const tokens = people.map(({ memberId }) => admissions.get(memberId)).filter((each) => each !== undefined);
    expect(await Promise.all(tokens.map(mayModerate)), kind).toEqual(expected);
    if (kind !== 'door') for (const person of people) expect(await moderates(encounterId, person), kind).toBe(false);
    const ids = people.map(({ memberId }) => memberId);
    await house.encounters.gone(encounterId, ids, new Date());
  }
});

test('in a shared room its host decides, alone there or not', async () => {
  const { host, a, b, encounterId } = await sharedRoom();
  expect(await moderates(encounterId, host)).toBe(true);
  for (const visitor of [a, b]) expect(await moderates(encounterId, visitor)).toBe(false);
  for (const visitor of [a, b]) await house.encounters.left(moment(encounterId, visitor.memberId));
  expect(await moderates(encounterId, host)).toBe(true);
});

test('who was shown out for good gets no new way in, walking in or called from the line; who may come back does', async () => {
  const { a, b, host, doorId, encounterId } = await sharedRoom();
  await house.encounters.left({ ...moment(encounterId, a.memberId), barred: true });
  await house.encounters.left(moment(encounterId, b.memberId));
  expect(await refusal(house.encounters.enter(encounterId, a))).toBe('encounter-over');
  expect(await refusal(house.doors.walkIn(a, doorId))).toBe('not-let-back');
  const row = and(eq(encounterPeople.encounterId, encounterId), eq(encounterPeople.memberId, a.memberId));
  const [kept] = await house.db.select().from(encounterPeople).where(row);
  expect(kept).toMatchObject({ leftAt: expect.any(Date), barredAt: expect.any(Date) });
  expect((await house.doors.walkIn(b, doorId)).encounterId).toBe(encounterId);

  // Another conversation at the same door is another conversation.
  await house.encounters.gone(encounterId, [b.memberId, host.memberId], new Date());
  const [over] = await house.db.select().from(encounters).where(eq(encounters.id, encounterId));
  expect(over?.endedAt).not.toBeNull();
  expect((await house.doors.walkIn(a, doorId)).encounterId).not.toBe(encounterId);
});

test('whoever the host lets in from the line is let past a lock', async () => {
  const { host, c, doorId, encounterId } = await sharedRoom();
  await house.doors.set(host, 'ajar');
  await house.doors.letIn(host, await house.doors.ask(c, doorId, 'knock'));
  expect(letIn).toContain(`${c.memberId} into ${encounterId}`);
});
