import type { DoorId, MemberId } from '@ajar/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aHelpDesk } from '../doors/testing.ts';
import { deskHoursHandlers } from './desk.ts';
import { createHoursHouse, type HoursHouse, refusal, thursdays } from './testing.ts';

let house: HoursHouse;
beforeAll(async () => {
  house = await createHoursHouse(new Date().toISOString());
});
afterAll(() => house.close());

/** A help desk that Amara and Bea hold, and what the staff of its programme may do with hours there. */
async function aDesk() {
  const { join, viewer, hosts, doorId } = await aHelpDesk(house, ['Amara Osei', 'Bea Lindqvist']);
  const [amara, bea] = hosts;
  if (!amara || !bea) throw new Error('nobody');
  const chidi = await join('Chidi Mensah');
  const desk = deskHoursHandlers({ db: house.db, hours: house.hours });
  const seen = async (at: DoorId = doorId) => (await desk.deskHours({ viewer, params: { doorId: at } } as never)).hours;
  const make = async (hostId: MemberId, at: DoorId = doorId) =>
    (await desk.makeDeskHours({ viewer, params: { doorId: at }, body: { ...thursdays, hostId } } as never)).hoursId;
  const stop = async (hoursId: string, stopped: boolean, at: DoorId = doorId) =>
    desk.stopDeskHours({ viewer, params: { doorId: at, hoursId }, body: { stopped } } as never);
  return { doorId, amara, bea, chidi, seen, make, stop };
}

test('staff see the hours of all who hold a desk, those the hosts set themselves among them', async () => {
  const { doorId, amara, bea, seen, make } = await aDesk();
  const own = await house.make(amara, {}, doorId);
  await house.make(amara, {});
  const set = await make(bea.memberId);
  const hours = await seen();
  expect(hours.map(({ host, hoursId }) => [host.name, hoursId])).toEqual([
    ['Amara Osei', own],
    ['Bea Lindqvist', set],
  ]);
  expect(hours[1]).toMatchObject({ doorId, rule: thursdays.rule, minutes: 60 });
  expect(hours[1]?.next).not.toHaveLength(0);
  // They are planned as any hours are: the host is asked before each.
  expect(await house.startsOf(bea)).toHaveLength(1);
});

test('what staff take away is held no more, and again when they take that back', async () => {
  const { bea, seen, make, stop } = await aDesk();
  const hoursId = await make(bea.memberId);
  await stop(hoursId, true);
  expect(await seen()).toEqual([]);
  expect(await house.startsOf(bea)).toEqual([]);
  await stop(hoursId, false);
  expect(await seen()).toHaveLength(1);
  expect(await house.startsOf(bea)).toHaveLength(1);
});

test('nobody gets hours at a desk they do not hold, nor is anything seen or changed of another programme, or of a door of one’s own', async () => {
  const { amara, bea, chidi, seen, make, stop } = await aDesk();
  const other = await aDesk();
  expect(await refusal(make(chidi.memberId))).toBe('no-such-host');
  expect(await refusal(make(other.bea.memberId, other.doorId))).toBe('no-such-door');
  expect(await refusal(seen(other.doorId))).toBe('no-such-door');
  const theirs = await other.make(other.bea.memberId);
  expect(await refusal(stop(theirs, true))).toBe('no-such-hours');
  const own = await house.make(amara, {});
  expect(await refusal(stop(own, true))).toBe('no-such-hours');
  expect(await house.startsOf(amara)).toHaveLength(1);
  expect(await house.startsOf(bea)).toEqual([]);
});
