import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { blocks } from '../people/tables.ts';
import { doorAt, doorFeedOf, endDoorFeed, newDoorFeed, ownHoursEvents } from './feeds.ts';
import { addDaysOff, changeHours, endDaysOff, keptHours, skipHours, stopHours } from './kept.ts';
import { createHoursHouse, type HoursHouse, monday, refusal } from './testing.ts';

const url = 'https://ajar.example.org';

let house: HoursHouse;
beforeAll(async () => {
  house = await createHoursHouse(monday);
});
afterAll(() => house.close());
beforeEach(() => house.startOver());

describe('exceptions', () => {
  test('a skipped week is passed over, and held after all when it is taken back', async () => {
    const { mentor, hoursId } = await house.withHours();
    await skipHours(house.db, mentor, hoursId, '2026-03-26', true);
    await house.hours.changed(hoursId);
    expect(await house.startsOf(mentor)).toEqual(['announced 04-02T14:00']);
    const [kept] = await keptHours(house.db, mentor, house.now());
    expect(kept?.next.map(({ on, not }) => [on, not]).slice(0, 2)).toEqual([
      ['2026-03-26', 'skipped'],
      ['2026-04-02', null],
    ]);
    await skipHours(house.db, mentor, hoursId, '2026-03-26', false);
    await house.hours.changed(hoursId);
    expect(await house.startsOf(mentor)).toEqual(['announced 03-26T15:00']);
    const { mentor: other } = await house.withHours();
    expect(await refusal(skipHours(house.db, other, hoursId, '2026-03-26', true))).toBe('no-such-hours');
  });

  test('holidays of the programme and one’s own days off are days without hours', async () => {
    const { mentor, programId, join } = await house.withHours();
    const bea = await join('Bea Lindqvist');
    await house.make(bea, { startsAt: '2026-03-19T10:00' });
    const easter = { from: '2026-03-25', to: '2026-04-02', name: 'Easter' };
    const holiday = await addDaysOff(house.db, programId, null, easter);
    await addDaysOff(house.db, programId, mentor.memberId, { from: '2026-04-09', to: '2026-04-09', name: '' });
    await house.hours.planAll({ programId });
    expect(await house.startsOf(mentor)).toEqual(['announced 04-16T14:00']);
    expect(await house.startsOf(bea)).toEqual(['announced 04-09T08:00']);
    expect(await refusal(endDaysOff(house.db, programId, mentor.memberId, holiday))).toBe('no-such-days');
    await endDaysOff(house.db, programId, null, holiday);
    await house.hours.planAll({ programId });
    expect(await house.startsOf(mentor)).toEqual(['announced 03-26T15:00']);
    const backwards = { from: '2026-04-02', to: '2026-04-01', name: '' };
    expect(await refusal(addDaysOff(house.db, programId, null, backwards))).toBe('bad-days');
  });

  test('hours that are changed, stopped and taken up again have one time ahead, at the right moment', async () => {
    const { mentor, hoursId } = await house.withHours();
    const [kept] = await keptHours(house.db, mentor, house.now());
    if (!kept) throw new Error('no hours');
    const { hoursId: _, next, ...plan } = kept;
    await changeHours(house.db, mentor, hoursId, { ...plan, startsAt: '2026-03-19T09:30' }, house.now());
    await house.hours.changed(hoursId);
    expect(await house.startsOf(mentor)).toEqual(['announced 03-26T08:30']);
    await stopHours(house.db, mentor, hoursId, true, house.now());
    await house.hours.changed(hoursId);
    expect(await house.startsOf(mentor)).toEqual([]);
    expect(await keptHours(house.db, mentor, house.now())).toEqual([]);
    await stopHours(house.db, mentor, hoursId, false, house.now());
    await house.hours.changed(hoursId);
    expect(await house.startsOf(mentor)).toEqual(['announced 03-26T08:30']);
  });

  test('a single time is held once, and is gone when it is over', async () => {
    const { mentor } = await house.withHours({ rule: null, startsAt: '2026-03-24T10:00' });
    expect(await house.startsOf(mentor)).toEqual(['announced 03-24T09:00']);
    await house.travelTo('2026-03-24T11:00:00Z');
    await house.travelTo('2026-03-24T11:01:00Z');
    expect(await house.startsOf(mentor)).toEqual([]);
    expect(await keptHours(house.db, mentor, house.now())).toEqual([]);
    expect(await refusal(house.make(mentor, { rule: null, startsAt: '2026-03-24T10:00' }))).toBe('no-time-left');
  });
});

describe('a calendar feed', () => {
  const events = (feed: string | null) => feed?.match(/DTSTART:\S+/g) ?? [];

  test('of somebody’s hours has their times, and of one’s own door one’s own', async () => {
    const { mentor, hoursId, join } = await house.withHours();
    const chidi = await join('Chidi Mensah');
    await skipHours(house.db, mentor, hoursId, '2026-04-02', true);
    const token = await newDoorFeed(house.db, chidi.memberId, (await house.doorOf(mentor.memberId)).doorId);
    const feed = await doorFeedOf(house.db, token, url, house.now());
    expect(events(feed).slice(0, 2)).toEqual(['DTSTART:20260326T150000Z', 'DTSTART:20260409T140000Z']);
    expect(feed).toContain('SUMMARY:Amara Osei’s door');
    const own = await ownHoursEvents(house.db, url)(mentor.memberId, house.now());
    expect(own.slice(0, 2).map((event) => event.start.toISOString())).toEqual([
      '2026-03-26T15:00:00.000Z',
      '2026-04-09T14:00:00.000Z',
    ]);
  });

  test('ends when it is revoked, and a new address ends the old', async () => {
    const { mentor, join } = await house.withHours();
    const chidi = await join('Chidi Mensah');
    const first = await newDoorFeed(house.db, chidi.memberId, (await house.doorOf(mentor.memberId)).doorId);
    const second = await newDoorFeed(house.db, chidi.memberId, (await house.doorOf(mentor.memberId)).doorId);
    expect(second).not.toBe(first);
    expect(await doorFeedOf(house.db, first, url, house.now())).toBeNull();
    expect(events(await doorFeedOf(house.db, second, url, house.now())).length).toBeGreaterThan(1);
    await endDoorFeed(house.db, chidi.memberId, (await house.doorOf(mentor.memberId)).doorId);
    expect(await doorFeedOf(house.db, second, url, house.now())).toBeNull();
  });

  test('shows somebody who is blocked what it shows of a mentor without hours', async () => {
    const { mentor, join } = await house.withHours();
    const [chidi, dana] = [await join('Chidi Mensah'), await join('Dana Whitfield')];
    const token = await newDoorFeed(house.db, chidi.memberId, (await house.doorOf(mentor.memberId)).doorId);
    const idle = await join('Amara Osei');
    await house.doors.set(idle, 'ajar');
    await house.doors.set(idle, 'closed');
    const without = await newDoorFeed(house.db, dana.memberId, (await house.doorOf(idle.memberId)).doorId);
    await house.db.insert(blocks).values({ blockerId: mentor.memberId, blockedId: chidi.memberId });
    const feed = await doorFeedOf(house.db, token, url, house.now());
    expect(feed).not.toBeNull();
    const { doorId } = await house.doorOf(mentor.memberId);
    expect(await refusal(doorAt(house.db, chidi, doorId))).toBe('no-such-door');
    expect(await doorAt(house.db, dana, doorId)).toMatchObject({ memberId: mentor.memberId });
    expect(feed).toBe(await doorFeedOf(house.db, without, url, house.now()));
  });
});
