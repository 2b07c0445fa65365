import { type AjarError, type DoorId, doorChoice, type MemberId } from '@ajar/shared';
import { and, count, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { encounterOf, encounterPeople } from '../encounters/index.ts';
import { createTestHouse, moment, refusal, type TestHouse } from '../encounters/testing.ts';
import { blocks } from '../people/tables.ts';
import type { Visiting } from './attempt.ts';
import { asSeen } from './seen.ts';
import { doors as doorsTable, visits } from './tables.ts';
import { ownRoomOf, viewDoors } from './view.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await createTestHouse();
});
afterAll(() => house.close());

const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 30_000, interval: 100 });

/** A shared room of so many seats, its host, and visitors named A, B, C… */
async function aRoom({ seats = 3, state = 'open' as 'open' | 'ajar' } = {}) {
  const { join } = await house.newProgram();
  const host = await join('Ines Costa');
  await house.doors.rooms.set(host, 'shared', seats);
  await house.doors.set(host, state);
  const [door] = await house.db.select().from(doorsTable).where(eq(doorsTable.memberId, host.memberId));
  if (!door) throw new Error('no door');
  const a = await join('A');
  const [b, c, d] = [await join('B'), await join('C'), await join('D')];
  return { join, host, doorId: door.id, a, b, c, d };
}

async function look(doorId: DoorId, hidden: MemberId[] = []) {
  const [view] = await viewDoors(house.db, { doorIds: [doorId] }, (id) => !house.away.has(id));
  if (!view) throw new Error('no door');
  return asSeen(view, new Set(hidden));
}

const insideOf = async (host: Visiting) =>
  (await ownRoomOf(house.db, host.memberId))?.inside.map((person) => person.name).sort();
const block = (blocker: Visiting, blocked: Visiting) =>
  house.db.insert(blocks).values({ blockerId: blocker.memberId, blockedId: blocked.memberId });
const isAdmitted = ({ memberId }: Visiting, why: string) =>
  house.announcer.admitted.some((told) => told.memberId === memberId && told.why === why);

describe('a shared room', () => {
  test('is one call for all who walk in, until it is full; the next waits and is let in as somebody leaves', async () => {
    const { host, doorId, a, b, c, d } = await aRoom();
    const first = await house.doors.walkIn(a, doorId);
    expect(isAdmitted(host, 'visitor')).toBe(true);
    const second = await house.doors.walkIn(b, doorId);
    expect(second.encounterId).toBe(first.encounterId);
    expect(second.with.map((person) => person.name).sort()).toEqual(['A', 'Ines Costa']);
    expect(await refusal(house.doors.walkIn(c, doorId))).toBe('door-busy');
    await house.doors.ask(c, doorId, 'wait');
    await house.doors.ask(d, doorId, 'wait');
    await house.encounters.left(moment(first.encounterId, a.memberId));
    await eventually(async () => expect(isAdmitted(c, 'your-turn')).toBe(true));
    expect(await insideOf(host)).toEqual(['B', 'C', 'Ines Costa']);
    expect(isAdmitted(d, 'your-turn')).toBe(false);
    // Who left may come again, in their turn, to the same call.
    await house.encounters.left(moment(first.encounterId, c.memberId));
    await eventually(async () => expect(await insideOf(host)).toEqual(['B', 'D', 'Ines Costa']));
    await house.encounters.left(moment(first.encounterId, b.memberId));
    await eventually(async () => expect((await look(doorId)).busy).toBe(false));
    expect((await house.doors.walkIn(a, doorId)).encounterId).toBe(first.encounterId);
    expect(await insideOf(host)).toEqual(['A', 'D', 'Ines Costa']);
  });

  test('never holds more than its seats, however many press at once', async () => {
    const { join, host, doorId } = await aRoom({ seats: 4 });
    const people = await Promise.all(Array.from({ length: 8 }, (_, n) => join(`Person ${n}`)));
    const results = await Promise.all(people.map((person) => refusal(house.doors.walkIn(person, doorId))));
    expect(results.filter((result) => result === 'allowed')).toHaveLength(3);
    expect(results.filter((result) => result === 'door-busy')).toHaveLength(5);
    expect(await insideOf(host)).toHaveLength(4);
  });

  test('a seat that has become free is for whoever waits for it, not for who happens to press', async () => {
    const { doorId, a, b, c, d, host } = await aRoom();
    const { encounterId } = await house.doors.walkIn(a, doorId);
    await house.doors.walkIn(b, doorId);
    await house.doors.ask(c, doorId, 'wait');
    house.away.add(c.memberId);
    await house.encounters.left(moment(encounterId, a.memberId));
    // Who waits is not there: others need not wait for them.
    await house.doors.walkIn(d, doorId);
    house.away.delete(c.memberId);
    await house.encounters.left(moment(encounterId, d.memberId));
    await eventually(async () => expect(await insideOf(host)).toEqual(['B', 'C', 'Ines Costa']));
  });

  test('ajar, is entered by whom the host lets in, also while others are inside', async () => {
    const { host, doorId, a, b, c } = await aRoom({ state: 'ajar' });
    const first = await house.doors.letIn(host, await house.doors.ask(a, doorId, 'knock'));
    const knocked = await house.doors.ask(b, doorId, 'knock');
    expect(isAdmitted(b, 'let-in')).toBe(false);
    expect((await house.doors.letIn(host, knocked)).encounterId).toBe(first.encounterId);
    expect(isAdmitted(b, 'let-in')).toBe(true);
    const late = await house.doors.ask(c, doorId, 'knock');
    expect(await refusal(house.doors.letIn(host, late))).toBe('room-full');
  });

  test('its host may go in and wait alone behind an open door, and a closed one ends with the last visitor', async () => {
    const { host, doorId, a } = await aRoom();
    const { encounterId } = await house.doors.rooms.goIn(host);
    expect((await house.doors.walkIn(a, doorId)).encounterId).toBe(encounterId);
    await house.encounters.left(moment(encounterId, a.memberId));
    expect(await insideOf(host)).toEqual(['Ines Costa']);
    expect((await house.doors.walkIn(a, doorId)).encounterId).toBe(encounterId);
    await house.doors.set(host, 'closed');
    expect(await insideOf(host)).toEqual(['A', 'Ines Costa']);
    await house.encounters.left(moment(encounterId, a.memberId));
    expect(await insideOf(host)).toEqual([]);
    expect(await encounterOf(house.db, host.memberId)).toBeNull();
    expect(await refusal(house.doors.rooms.goIn(host))).toBe('not-a-room');
  });

  test('is over for everybody when its host leaves for good, and begins anew', async () => {
    const { host, doorId, a, b } = await aRoom();
    const { encounterId } = await house.doors.walkIn(a, doorId);
    await house.doors.walkIn(b, doorId);
    await house.encounters.left(moment(encounterId, host.memberId));
    expect(await encounterOf(house.db, a.memberId)).toBeNull();
    expect(
      await house.db
        .select()
        .from(visits)
        .where(and(eq(visits.doorId, doorId), eq(visits.state, 'inside'))),
    ).toEqual([]);
    expect((await house.doors.walkIn(b, doorId)).encounterId).not.toBe(encounterId);
  });

  test('changes its kind only while nobody is behind the door, and its seats at any time', async () => {
    const { host, doorId, a, b, c } = await aRoom();
    await house.doors.walkIn(a, doorId);
    expect(await refusal(house.doors.rooms.set(host, 'single', 3))).toBe('room-in-use');
    await house.doors.walkIn(b, doorId);
    await house.doors.ask(c, doorId, 'wait');
    await house.doors.rooms.set(host, 'shared', 4);
    await eventually(async () => expect(await insideOf(host)).toEqual(['A', 'B', 'C', 'Ines Costa']));
  });
});

describe('just listening', () => {
  test('is known of the visitor alone, also after a reload, and is over with the visit', async () => {
    const { host, doorId, a, b } = await aRoom();
    const admission = await house.doors.walkIn(a, doorId, true);
    expect(admission.listening).toBe(true);
    expect((await house.encounters.enter(admission.encounterId, a)).listening).toBe(true);
    expect((await house.doors.walkIn(b, doorId)).listening).toBeUndefined();
    expect((await house.encounters.enter(admission.encounterId, host)).listening).toBeUndefined();
    await house.encounters.left(moment(admission.encounterId, a.memberId));
    expect((await house.doors.walkIn(a, doorId)).listening).toBeUndefined();
  });
});

describe('a block in a shared room', () => {
  test.each(['who is outside', 'who is inside'])(
    'by %s: the room is full to them, in the same words, and the seat is another’s',
    async (by) => {
      const { host, doorId, a, b, c } = await aRoom({ seats: 4 });
      await (by === 'who is outside' ? block(b, a) : block(a, b));
      await house.doors.walkIn(a, doorId);
      const seen = await look(doorId, [a.memberId]);
      expect(doorChoice(seen)).toBe('wait');
      expect(JSON.stringify(seen)).not.toContain(a.memberId);
      const said = (await house.doors.walkIn(b, doorId).catch((thrown: unknown) => thrown)) as AjarError;
      // The very words of a room that is full.
      const full = await aRoom({ seats: 2 });
      await house.doors.walkIn(full.a, full.doorId);
      const saidOfFull = (await house.doors
        .walkIn(full.b, full.doorId)
        .catch((thrown: unknown) => thrown)) as AjarError;
      expect(said.toWire()).toEqual(saidOfFull.toWire());
      // Waiting is possible, and passed over without a word.
      await house.doors.ask(b, doorId, 'wait');
      await house.doors.ask(c, doorId, 'wait').catch(() => house.doors.walkIn(c, doorId));
      await house.doors.rooms.sweep();
      await eventually(async () => expect(await insideOf(host)).toEqual(['A', 'C', 'Ines Costa']));
      expect(isAdmitted(b, 'your-turn')).toBe(false);
      // When the other has left, it is their turn.
      const call = await encounterOf(house.db, a.memberId);
      if (!call) throw new Error('no call');
      await house.encounters.left(moment(call.encounterId, a.memberId));
      await eventually(async () => expect(await insideOf(host)).toEqual(['B', 'C', 'Ines Costa']));
    },
  );

  test('is not told to the host either: who knocks cannot come just now, as if they had stepped away', async () => {
    const { host, doorId, a, b } = await aRoom({ state: 'ajar' });
    await block(a, b);
    await house.doors.letIn(host, await house.doors.ask(a, doorId, 'knock'));
    const knocked = await house.doors.ask(b, doorId, 'knock');
    const said = (await house.doors.letIn(host, knocked).catch((thrown: unknown) => thrown)) as AjarError;
    house.away.add(b.memberId);
    const away = (await house.doors.letIn(host, knocked).catch((thrown: unknown) => thrown)) as AjarError;
    house.away.delete(b.memberId);
    expect(said.toWire()).toEqual(away.toWire());
    expect(said.code).toBe('visitor-away');
  });

  test('made while both are inside takes one of them out, and the seat is free', async () => {
    const { host, doorId, a, b } = await aRoom({ seats: 4 });
    await house.doors.walkIn(a, doorId);
    await house.doors.walkIn(b, doorId);
    await block(a, b);
    await house.encounters.part(a.memberId, b.memberId);
    expect(await insideOf(host)).toEqual(['B', 'Ines Costa']);
    const [inside] = await house.db
      .select({ n: count() })
      .from(visits)
      .where(and(eq(visits.doorId, doorId), eq(visits.state, 'inside')));
    expect(inside?.n).toBe(1);
    const calls = await house.db
      .select({ n: count() })
      .from(encounterPeople)
      .where(and(eq(encounterPeople.memberId, a.memberId), isNull(encounterPeople.leftAt)));
    expect(calls[0]?.n).toBe(0);
  });

  test('that takes somebody out gives the seat at once to whoever waits for it', async () => {
    const { host, doorId, a, b, c } = await aRoom({ seats: 3 });
    await house.doors.walkIn(a, doorId);
    await house.doors.walkIn(b, doorId);
    await house.doors.ask(c, doorId, 'wait');
    await block(a, b);
    await house.encounters.part(a.memberId, b.memberId);
    expect(await insideOf(host)).toEqual(['B', 'C', 'Ines Costa']);
    expect(isAdmitted(c, 'your-turn')).toBe(true);
  });
});
