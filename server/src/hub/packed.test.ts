import { gunzipSync } from 'node:zlib';
import type { CorridorSnapshot, DoorId, MemberId, ProgramId } from '@ajar/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { doors } from '../doors/tables.ts';
import { newId } from '../ids/index.ts';
import { blocks } from '../people/tables.ts';
import { Presence } from '../presence/index.ts';
import { members, programs } from '../programs/tables.ts';
import { Snapshots } from './snapshots.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** A programme with so many doors, and its corridor as it is sent to each. */
async function corridorOf(count: number) {
  const { db } = database;
  const program = { id: newId<ProgramId>(), name: 'A programme' };
  await db.insert(programs).values(program);
  const people = Array.from({ length: count }, (_, n) => ({ id: newId<MemberId>(), name: `Mentor ${n}` }));
  const presence = new Presence({ hub: 'a', tell: () => undefined });
  for (const { id, name } of people) {
    await db.insert(members).values({ id, programId: program.id, email: `${id}@example.org`, name });
    await db.insert(doors).values({ id: newId<DoorId>(), programId: program.id, memberId: id, state: 'open' });
    presence.connect({ memberId: id, name, programId: program.id });
  }
  const snapshots = new Snapshots(db, presence);
  const sentTo = (memberId: MemberId) => snapshots.toSend({ memberId, program });
  return { people: people.map(({ id }) => id), sentTo };
}

const unpacked = (common: ArrayBuffer | Uint8Array<ArrayBuffer> | null) =>
  JSON.parse(gunzipSync(new Uint8Array(common ?? expect.fail('it is not packed'))).toString()) as CorridorSnapshot;

test('a corridor of many doors is packed once for all who see the same, and says what the snapshot says', async () => {
  const { people, sentTo } = await corridorOf(120);
  const [a, b] = people;
  if (!a || !b) throw new Error('nobody');
  // Whoever asks while the doors are being read waits for the next reading, which these two share.
  const [, mine, theirs] = await Promise.all([sentTo(a), sentTo(a), sentTo(b)]);
  expect(mine.common).toBe(theirs.common);
  const { doors, around, table } = mine.snapshot;
  expect(unpacked(mine.common)).toEqual({ doors, around, table });
  expect(doors).toHaveLength(120);
});

test('packed for somebody behind a block it has nothing of whoever is on the other side', async () => {
  const { people, sentTo } = await corridorOf(120);
  const [blocker, blocked, other] = people;
  if (!blocker || !blocked || !other) throw new Error('nobody');
  await database.db.insert(blocks).values({ blockerId: blocker, blockedId: blocked });
  const [one, another, third] = await Promise.all([sentTo(blocker), sentTo(blocked), sentTo(other)]);
  expect(JSON.stringify(unpacked(one.common))).not.toContain(blocked);
  expect(JSON.stringify(unpacked(another.common))).not.toContain(blocker);
  expect(unpacked(another.common).doors).toHaveLength(119);
  expect(unpacked(third.common).doors).toHaveLength(120);
});

test('a corridor of few doors is sent as it is', async () => {
  const { people, sentTo } = await corridorOf(3);
  const [a] = people;
  if (!a) throw new Error('nobody');
  expect(await sentTo(a)).toMatchObject({ common: null, snapshot: { memberId: a, doors: [{}, {}, {}] } });
});
