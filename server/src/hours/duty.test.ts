import type { DoorId, MemberId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asSeen, type Visiting, viewDoors } from '../doors/index.ts';
import { doorHosts } from '../doors/tables.ts';
import { aHelpDesk } from '../doors/testing.ts';
import { blocks } from '../people/tables.ts';
import { doorAt, doorFeedOf, hoursAt, newDoorFeed, ownHoursEvents } from './feeds.ts';
import { keptHours } from './kept.ts';
import { hoursToldAt, myHoursOf } from './seen.ts';
import { doorHours } from './tables.ts';
import { createHoursHouse, type HoursHouse, monday, refusal } from './testing.ts';

const url = 'https://ajar.example.org';

let house: HoursHouse;
beforeAll(async () => {
  house = await createHoursHouse(monday);
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.travelTo(monday);
  for (const list of [house.told, house.mailed, house.opened]) list.length = 0;
  house.away.clear();
});

/** A help desk that Amara and Bea hold; Amara has hours there on Thursdays. */
async function deskWithHours() {
  const desk = await aHelpDesk(house, ['Amara Osei', 'Bea Lindqvist'], 'ajar');
  const [amara, bea] = desk.hosts;
  if (!amara || !bea) throw new Error('nobody');
  const hoursId = await house.make(amara, {}, desk.doorId);
  const [time] = await house.timesOf(amara.memberId);
  if (!time) throw new Error('nothing is planned');
  const heldBy = (...hosts: Visiting[]) => desk.change({ hostIds: hosts.map((host) => host.memberId) });
  return { ...desk, amara, bea, hoursId, timeId: time.id, heldBy };
}

async function onDuty(doorId: DoorId, memberId: MemberId): Promise<boolean> {
  const hosts = await house.db.select().from(doorHosts).where(eq(doorHosts.doorId, doorId));
  return hosts.some((host) => host.memberId === memberId && host.onDutySince !== null);
}

async function view(doorId: DoorId) {
  const [found] = await viewDoors(house.db, { doorIds: [doorId] }, (id) => !house.away.has(id));
  if (!found) throw new Error('no door');
  return found;
}

describe('hours of duty', () => {
  test('begin and end duty, and nothing happens to one’s own door', async () => {
    const { amara, doorId, timeId } = await deskWithHours();
    await house.travelTo('2026-03-26T14:55:00Z');
    expect(house.told.splice(0)).toEqual([{ memberId: amara.memberId, title: 'Go on duty now?' }]);
    expect(await myHoursOf(house.db, amara.memberId)).toMatchObject({ timeId, doorId, phase: 'asked' });
    await house.hours.answer(amara, timeId, 'at-the-hour');
    expect(await onDuty(doorId, amara.memberId)).toBe(false);
    await house.travelTo('2026-03-26T15:00:00Z');
    expect(await onDuty(doorId, amara.memberId)).toBe(true);
    expect((await view(doorId)).state).toBe('ajar');
    expect(await house.stateOf(amara.memberId)).toBe('closed');
    expect(house.opened).toEqual([amara.memberId]);
    await house.travelTo('2026-03-26T16:00:00Z');
    expect(await onDuty(doorId, amara.memberId)).toBe(false);
    expect((await view(doorId)).state).toBe('closed');
  });

  test('unanswered they tell those who hoped, but not while a colleague holds the desk, nor once somebody does', async () => {
    const { amara, bea, doorId, join } = await deskWithHours();
    const [chidi, dana] = [await join('Chidi Mensah'), await join('Dana Whitfield')];
    for (const one of [chidi, dana]) await house.browser(one.memberId);
    await newDoorFeed(house.db, chidi.memberId, doorId);
    await newDoorFeed(house.db, dana.memberId, doorId);
    await house.db.insert(blocks).values({ blockerId: amara.memberId, blockedId: dana.memberId });
    await house.travelTo('2026-03-26T14:55:00Z');
    house.told.length = 0;
    await house.travelTo('2026-03-26T15:00:00Z');
    // Whom a block keeps from Amara hears nothing of her hours.
    expect(house.told.splice(0)).toEqual([
      { memberId: chidi.memberId, title: 'Help desk’s door stays closed this time' },
    ]);
    expect((await view(doorId)).hours).toBeNull();
    expect(asSeen(await view(doorId), new Set()).hours).toMatchObject({ closed: true, every: 'week' });
    await house.travelTo('2026-04-01T08:00:00Z');
    await house.travelTo('2026-04-02T13:55:00Z');
    await house.doors.staffed.setDuty(bea, doorId, true);
    house.told.length = 0;
    await house.travelTo('2026-04-02T14:00:00Z');
    expect(house.told).toEqual([]);
  });

  test('that were given up are held after all by going on duty, beside a colleague too', async () => {
    const { amara, bea, doorId } = await deskWithHours();
    await house.travelTo('2026-03-26T14:55:00Z');
    await house.travelTo('2026-03-26T15:00:00Z');
    await house.doors.staffed.setDuty(bea, doorId, true);
    expect((await house.timesOf(amara.memberId))[0]?.phase).toBe('closed');
    await house.doors.staffed.setDuty(amara, doorId, true);
    expect((await house.timesOf(amara.memberId))[0]?.phase).toBe('held');
    await house.travelTo('2026-03-26T16:00:00Z');
    expect([await onDuty(doorId, amara.memberId), await onDuty(doorId, bea.memberId)]).toEqual([false, true]);
  });

  test('at a desk and at one’s own door at once end each by themselves', async () => {
    const { amara, doorId, timeId } = await deskWithHours();
    await house.make(amara, { minutes: 90 });
    const own = (await house.timesOf(amara.memberId)).find((row) => row.doorId === null);
    if (!own) throw new Error('nothing is planned');
    await house.travelTo('2026-03-26T14:55:00Z');
    for (const id of [timeId, own.id]) await house.hours.answer(amara, id, 'now');
    expect([await onDuty(doorId, amara.memberId), await house.stateOf(amara.memberId)]).toEqual([true, 'open']);
    await house.travelTo('2026-03-26T16:00:00Z');
    expect([await onDuty(doorId, amara.memberId), await house.stateOf(amara.memberId)]).toEqual([false, 'open']);
    await house.travelTo('2026-03-26T16:30:00Z');
    expect(await house.stateOf(amara.memberId)).toBe('closed');
  });

  test('are for those who hold the desk, and are gone with it', async () => {
    const { amara, bea, doorId, timeId, join, heldBy, end } = await deskWithHours();
    const chidi = await join('Chidi Mensah');
    expect(await refusal(house.make(chidi, {}, doorId))).toBe('no-such-door');
    await house.make(bea, {}, doorId);
    await heldBy(bea);
    expect(await keptHours(house.db, amara, house.now())).toEqual([]);
    expect(await refusal(house.hours.answer(amara, timeId, 'now'))).toBe('no-such-hours');
    await end();
    expect(await house.db.select().from(doorHours).where(eq(doorHours.doorId, doorId))).toEqual([]);
    expect(await refusal(house.make(bea, {}, doorId))).toBe('no-such-door');
    await house.travelTo('2026-03-26T15:00:00Z');
    expect(house.told).toEqual([]);
  });
});

describe('whom a block keeps from one of several', () => {
  test('sees the hours of the others alone: on the plate, in the list and in the calendar', async () => {
    const { amara, bea, doorId, join } = await deskWithHours();
    const chidi = await join('Chidi Mensah');
    await house.make(bea, { startsAt: '2026-03-20T09:00', rule: 'FREQ=WEEKLY;BYDAY=FR' }, doorId);
    const token = await newDoorFeed(house.db, chidi.memberId, doorId);
    const seen = async () => {
      const door = await doorAt(house.db, chidi, doorId);
      const feed = (await doorFeedOf(house.db, token, url, house.now())) ?? '';
      return {
        plate: asSeen(await view(doorId), door.hidden).hours?.startsAt.slice(0, 10),
        told: (await hoursToldAt(house.db, door))?.startsAt.slice(0, 10),
        listed: (await hoursAt(house.db, door)).length,
        feed: /DTSTART:(\d{8})/.exec(feed)?.[1],
      };
    };
    expect(await seen()).toEqual({ plate: '2026-03-26', told: '2026-03-26', listed: 2, feed: '20260326' });
    await house.db.insert(blocks).values({ blockerId: chidi.memberId, blockedId: amara.memberId });
    expect(await seen()).toEqual({ plate: '2026-03-27', told: '2026-03-27', listed: 1, feed: '20260327' });
  });

  test('one’s own calendar says where one is on duty', async () => {
    const { amara } = await deskWithHours();
    const [first] = await ownHoursEvents(house.db, url)(amara.memberId, house.now());
    expect(first).toMatchObject({ summary: 'On duty: Help desk' });
  });
});
