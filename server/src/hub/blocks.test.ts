import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { blocks } from '../people/tables.ts';
import { createTestHub, doorNamed, eventually, type TestHub } from './testing.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterEach(() => hub.away());
afterAll(() => hub.close());

test('who comes and goes is seen, and a block hides person and door from the first moment on', async () => {
  const { join } = await hub.program();
  const ids = [await join('Amara'), await join('Chidi'), await join('Dana')] as const;
  await hub.database.db.insert(blocks).values({ blockerId: ids[0], blockedId: ids[1] });
  const [chidi, dana] = [await hub.window(ids[1]), await hub.window(ids[2])];
  const amara = await hub.window(ids[0]);
  await amara.press('setDoor', { state: 'open' });
  await eventually(() => expect(doorNamed(dana.seen(), 'Amara')?.state).toBe('open'));
  expect(dana.seen().around.map((person) => person.name)).toContain('Amara');
  // The same moment on the way to Chidi holds nothing of Amara, nor does a fresh look.
  const fresh = await hub.window(ids[1]);
  for (const seen of [chidi.seen(), fresh.seen()]) {
    expect(doorNamed(seen, 'Amara')).toBeUndefined();
    expect(seen.around.map((person) => person.name)).not.toContain('Amara');
  }
  expect(amara.seen().around.map((person) => person.name)).not.toContain('Chidi');
});

test('people who come at once are all seen, with those behind their own doors, but for whom a block hides', async () => {
  const { join } = await hub.program();
  const chidi = await join('Chidi');
  const others = await Promise.all(Array.from({ length: 12 }, (_, n) => join(`Mentor ${n}`)));
  const [hidden, ...seen] = others;
  if (!hidden) throw new Error('nobody is hidden');
  await hub.database.db.insert(blocks).values({ blockerId: chidi, blockedId: hidden });
  const doors = await Promise.all(others.map((memberId) => hub.window(memberId)));
  for (const door of doors) await door.press('setDoor', { state: 'open' });
  const watching = await hub.window(chidi);
  const sent: unknown[] = [];
  watching.socket.onAny((_, data) => sent.push(data));
  for (const { socket } of doors) socket.disconnect();
  const around = () =>
    watching
      .seen()
      .around.map((person) => person.memberId)
      .filter((memberId) => memberId !== chidi)
      .toSorted();
  const open = () => watching.seen().doors.filter((door) => door.around).length;
  await eventually(() => expect([around(), open()]).toEqual([[], 0]));
  await Promise.all(others.map((memberId) => hub.window(memberId)));
  await eventually(() => expect([around(), open()]).toEqual([seen.toSorted(), seen.length]));
  expect(watching.seen().doors).toHaveLength(seen.length);
  expect(JSON.stringify(sent)).not.toContain(hidden);
});

test('a visitor behind a block is not shown inside a door that is', async () => {
  const { join } = await hub.program();
  const ids = [await join('Amara'), await join('Chidi'), await join('Dana')] as const;
  await hub.database.db.insert(blocks).values({ blockerId: ids[1], blockedId: ids[2] });
  const [amara, chidi, dana] = [await hub.window(ids[0]), await hub.window(ids[1]), await hub.window(ids[2])];
  await amara.press('setDoor', { state: 'open' });
  await eventually(() => expect(doorNamed(chidi.seen(), 'Amara')?.state).toBe('open'));
  await chidi.press('walkIn', { doorId: doorNamed(chidi.seen(), 'Amara')?.doorId ?? expect.fail('no door') });
  await eventually(() => expect(doorNamed(dana.seen(), 'Amara')?.busy).toBe(true));
  expect(doorNamed(dana.seen(), 'Amara')?.inside.map((person) => person.name)).toEqual(['Amara']);
});

test('a door that declined somebody twice looks closed to them, in every message and at every fresh look', async () => {
  const { join } = await hub.program();
  const ids = [await join('Ines'), await join('Chidi'), await join('Dana')] as const;
  const [ines, chidi, dana] = [await hub.window(ids[0]), await hub.window(ids[1]), await hub.window(ids[2])];
  await ines.press('setDoor', { state: 'ajar' });
  await eventually(() => expect(doorNamed(chidi.seen(), 'Ines')?.state).toBe('ajar'));
  const { doorId } = doorNamed(chidi.seen(), 'Ines') ?? expect.fail('no door');
  for (const times of [1, 2]) {
    const { visitId } = await chidi.press('knock', { doorId });
    await ines.press('notNow', { visitId });
    await eventually(() => expect(chidi.declined).toHaveLength(times));
  }
  await eventually(() => expect(doorNamed(chidi.seen(), 'Ines')?.state).toBe('closed'));
  // From here on, nothing that is sent to Chidi may tell that it is open to others.
  const sent: unknown[] = [];
  chidi.socket.onAny((_, data) => sent.push(data));
  await ines.press('setDoor', { state: 'open' });
  await dana.press('walkIn', { doorId });
  await eventually(() => expect(ines.admitted).toHaveLength(1));
  await ines.press('closeAfter', { on: true });
  await ines.press('pauseDoor', { on: true });
  await eventually(() => expect(doorNamed(dana.seen(), 'Ines')).toMatchObject({ closing: true, inside: [{}, {}] }));
  await eventually(() => expect(sent.length).toBeGreaterThan(0));
  const fresh = await hub.window(ids[1]);
  const closed = { state: 'closed', busy: false, inside: [], waiting: 0, backAt: null, closing: false };
  for (const seen of [chidi.seen(), fresh.seen()]) expect(doorNamed(seen, 'Ines')).toMatchObject(closed);
  expect(JSON.stringify(sent)).not.toMatch(/"state":"(open|ajar)"|"closing":true|"backAt":"/);
});

test('a mentor’s five minutes and last visit show nothing of them to whoever is behind a block', async () => {
  const { join } = await hub.program();
  const ids = [await join('Ines'), await join('Chidi'), await join('Dana')] as const;
  await hub.database.db.insert(blocks).values({ blockerId: ids[1], blockedId: ids[0] });
  const [ines, chidi, dana] = [await hub.window(ids[0]), await hub.window(ids[1]), await hub.window(ids[2])];
  const sent: unknown[] = [];
  chidi.socket.onAny((_, data) => sent.push(data));
  await ines.press('setDoor', { state: 'open' });
  await ines.press('pauseDoor', { on: true });
  await eventually(() => expect(doorNamed(dana.seen(), 'Ines')?.backAt).toEqual(expect.any(String)));
  // What is sent to Chidi afterwards would have come after it.
  await dana.press('setDoor', { state: 'open' });
  await eventually(() => expect(doorNamed(chidi.seen(), 'Dana')?.state).toBe('open'));
  expect(JSON.stringify(sent)).not.toContain(ids[0]);
});
