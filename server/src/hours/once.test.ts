import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { missedHours } from '../follows/tables.ts';
import { newDoorFeed } from './feeds.ts';
import { createHoursHouse, type HoursHouse, monday } from './testing.ts';

let house: HoursHouse;
beforeAll(async () => {
  house = await createHoursHouse(monday);
});
afterAll(() => house.close());
beforeEach(() => house.startOver());

describe('a door that stays closed is told', () => {
  const address = ({ memberId }: { memberId: string }) => `${memberId}@example.org`;
  const words = 'Amara Osei’s door stays closed this time';

  test('by each way somebody chose, by mail where there is no browser, not in quiet hours, nor who ended the mail', async () => {
    const { mentor, join } = await house.withHours();
    const [both, plain, push] = [await join('Both ways'), await join('No browser'), await join('Only push')];
    const [asleep, reader] = [await join('Asleep'), await join('Reader')];
    for (const { memberId } of [both, push]) await house.browser(memberId);
    for (const { memberId } of [both, plain]) await house.hopes(memberId, mentor.memberId);
    await house.hopes(push.memberId, mentor.memberId, { push: true, mail: false });
    const quiet = { push: true, mail: true, quietFrom: '14:00', quietTo: '16:00', timeZone: 'UTC' };
    await house.hopes(asleep.memberId, mentor.memberId, quiet);
    await newDoorFeed(house.db, reader.memberId, (await house.doorOf(mentor.memberId)).doorId);
    await house.travelTo('2026-03-26T14:55:00Z');
    house.told.length = 0;
    await house.travelTo('2026-03-26T15:00:00Z');
    const pushed = house.told.map(({ memberId, title }) => [memberId, title]);
    expect(pushed.toSorted()).toEqual([both, push].map(({ memberId }) => [memberId, words]).toSorted());
    expect(house.mailed.toSorted()).toEqual([both, plain, reader].map(address).toSorted());
  });

  test('once, whatever two servers do, and not to those who are still untold when the mentor opens after all', async () => {
    const { mentor, timeId, join } = await house.withHours();
    const [chidi, dana] = [await join('Chidi Mensah'), await join('Dana Whitfield')];
    for (const { memberId } of [chidi, dana]) await house.hopes(memberId, mentor.memberId);
    await house.travelTo('2026-03-26T14:55:00Z');
    const others = [house.another(), house.another()];
    await Promise.all([
      house.travelTo('2026-03-26T15:00:00Z'),
      ...others.flatMap((other) => [other.step(timeId), other.sweep()]),
    ]);
    await Promise.all([house.missed.sweep(), house.missed.hold(timeId, []), house.missed.sweep()]);
    expect(house.mailed.toSorted()).toEqual([chidi, dana].map(address).toSorted());
    // As a server leaves it that died before it told one of them.
    await house.db.update(missedHours).set({ claimedAt: null }).where(eq(missedHours.memberId, dana.memberId));
    await house.missed.sweep();
    expect(house.mailed).toHaveLength(3);
    await house.db.update(missedHours).set({ claimedAt: null }).where(eq(missedHours.memberId, dana.memberId));
    await house.hours.answer(mentor, timeId, 'now');
    await house.missed.sweep();
    expect(house.mailed).toHaveLength(3);
  });
});

describe('exactly once', () => {
  test('two servers, jobs many times over and a press at the same moment open the door once and tell once', async () => {
    const { mentor, timeId } = await house.withHours();
    const others = [house.another(), house.another()];
    await house.travelTo('2026-03-26T14:55:00Z');
    await house.hours.answer(mentor, timeId, 'at-the-hour');
    await house.doors.set(mentor, 'closed');
    house.away.add(mentor.memberId);
    await house.travelTo('2026-03-26T15:00:00Z');
    house.away.delete(mentor.memberId);
    const later = '2026-03-26T15:01:00Z';
    await Promise.all([
      house.travelTo(later),
      ...others.flatMap((other) => [other.step(timeId), other.sweep(), other.step(timeId)]),
    ]);
    expect(house.opened).toEqual([mentor.memberId]);
    expect(await house.startsOf(mentor)).toEqual(['held 03-26T15:00', 'announced 04-02T14:00']);
    // A retried job finds nothing to do: a door closed by hand stays closed.
    await house.doors.set(mentor, 'closed');
    await Promise.all([house.hours.step(timeId), ...others.map((other) => other.step(timeId))]);
    expect(await house.stateOf(mentor.memberId)).toBe('closed');
    await house.travelTo('2026-03-26T16:00:00Z');
    expect(house.opened).toEqual([mentor.memberId]);
  });

  test('what a crash left untold is told at the next look', async () => {
    const { mentor, timeId } = await house.withHours();
    house.breakTelling(true);
    await expect(house.travelTo('2026-03-26T14:55:00Z')).rejects.toThrow('the push service is gone');
    expect(await house.startsOf(mentor)).toEqual(['asked 03-26T15:00']);
    house.breakTelling(false);
    await house.travelTo('2026-03-26T14:55:10Z');
    await house.hours.step(timeId);
    expect(house.told).toEqual([{ memberId: mentor.memberId, title: 'Open now?' }]);
  });

  test('after an absence of the server an ask has its whole time, and hours long over are over without a word', async () => {
    const { mentor, join } = await house.withHours();
    await house.travelTo('2026-03-26T15:20:00Z');
    expect(await house.startsOf(mentor)).toEqual(['asked 03-26T15:00']);
    await house.travelTo('2026-03-26T15:25:00Z');
    expect(await house.startsOf(mentor)).toEqual(['closed 03-26T15:00', 'announced 04-02T14:00']);
    house.told.length = 0;
    await house.hopes((await join('Chidi Mensah')).memberId, mentor.memberId);
    await house.travelTo('2026-04-02T20:00:00Z');
    expect([...house.told, ...house.mailed]).toEqual([]);
    expect(await house.startsOf(mentor)).toEqual(['announced 04-09T14:00']);
  });
});
