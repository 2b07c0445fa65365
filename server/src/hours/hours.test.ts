import { AjarError } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { viewDoors } from '../doors/index.ts';
import { missedHours } from '../follows/tables.ts';
import { blocks } from '../people/tables.ts';
import { doorAt, doorFeedOf, endDoorFeed, newDoorFeed, ownHoursEvents } from './feeds.ts';
import { addDaysOff, changeHours, endDaysOff, keptHours, skipHours, stopHours } from './kept.ts';
import { doorHoursOf, myHoursOf } from './seen.ts';
import { createHoursHouse, type HoursHouse } from './testing.ts';

/** Thursdays 16:00 in Stockholm: 15:00 UTC before the clocks go forward on the 29th of March, 14:00 after. */
const monday = '2026-03-23T08:00:00Z';
const url = 'https://ajar.example.org';

let house: HoursHouse;
beforeAll(async () => {
  house = await createHoursHouse(monday);
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.travelTo(monday);
  for (const list of [house.told, house.mailed, house.opened, house.queued]) list.length = 0;
  house.away.clear();
});

async function mentorWithHours(plan: Parameters<HoursHouse['make']>[1] = {}) {
  const { join, programId } = await house.newProgram();
  const mentor = await join('Amara Osei');
  const hoursId = await house.make(mentor, plan);
  const [time] = await house.timesOf(mentor.memberId);
  if (!time) throw new Error('nothing is planned');
  return { mentor, join, programId, hoursId, timeId: time.id };
}

const starts = async (mentor: { memberId: Parameters<HoursHouse['timesOf']>[0] }) =>
  (await house.timesOf(mentor.memberId)).map((row) => `${row.phase} ${row.startsAt.toISOString().slice(5, 16)}`);

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (thrown) => (thrown instanceof AjarError ? thrown.code : String(thrown)),
  );

describe('at the hour', () => {
  test('nobody answered: the door stays closed, those who hoped are told, and the next time is announced', async () => {
    const { mentor, join } = await mentorWithHours();
    const [chidi, dana, eli] = [await join('Chidi Mensah'), await join('Dana Whitfield'), await join('Eli Nakamura')];
    await newDoorFeed(house.db, chidi.memberId, (await mine(mentor.memberId)).doorId);
    for (const { memberId } of [dana, eli]) await house.hopes(memberId, mentor.memberId);
    for (const { memberId } of [chidi, dana, eli]) await house.browser(memberId);
    await house.db.insert(blocks).values({ blockerId: mentor.memberId, blockedId: eli.memberId });
    expect(await starts(mentor)).toEqual(['announced 03-26T15:00']);
    await house.travelTo('2026-03-26T14:54:59Z');
    expect(house.told).toEqual([]);
    await house.travelTo('2026-03-26T14:55:00Z');
    expect(house.told.splice(0)).toEqual([{ memberId: mentor.memberId, title: 'Open now?' }]);
    await house.travelTo('2026-03-26T15:00:00Z');
    const words = 'Amara Osei’s door stays closed this time';
    expect(house.told).toHaveLength(2);
    expect(house.told).toEqual(
      expect.arrayContaining([
        { memberId: chidi.memberId, title: words },
        { memberId: dana.memberId, title: words },
      ]),
    );
    await house.travelTo('2026-03-26T15:00:10Z');
    expect(house.told).toHaveLength(2);
    expect(await house.stateOf(mentor.memberId)).toBe('closed');
    expect(house.opened).toEqual([]);
    // Thursday the 2nd of April, an hour earlier in UTC.
    expect(await starts(mentor)).toEqual(['closed 03-26T15:00', 'announced 04-02T14:00']);
    const seen = (await doorHoursOf(house.db, [mentor.memberId])).get(mentor.memberId);
    expect(seen).toEqual({
      startsAt: '2026-04-02T14:00:00.000Z',
      endsAt: '2026-04-02T15:00:00.000Z',
      every: 'week',
      closed: true,
    });
  });

  test('a mentor who said yes and is there has the door opened, once, and closed at the end', async () => {
    const { mentor, timeId } = await mentorWithHours();
    await house.travelTo('2026-03-26T14:55:00Z');
    await house.hours.answer(mentor, timeId, 'at-the-hour');
    expect(await house.stateOf(mentor.memberId)).toBe('closed');
    await house.travelTo('2026-03-26T15:00:00Z');
    expect(await house.stateOf(mentor.memberId)).toBe('open');
    expect(await myHoursOf(house.db, mentor.memberId)).toMatchObject({ phase: 'held', timeId });
    await house.travelTo('2026-03-26T15:59:59Z');
    expect(await house.stateOf(mentor.memberId)).toBe('open');
    await house.travelTo('2026-03-26T16:00:00Z');
    expect(await house.stateOf(mentor.memberId)).toBe('closed');
    expect(house.opened).toEqual([mentor.memberId]);
  });

  test('a mentor who said yes and is away has two minutes to come back', async () => {
    const { mentor, timeId } = await mentorWithHours({ knock: true });
    await house.travelTo('2026-03-26T14:55:00Z');
    await house.hours.answer(mentor, timeId, 'at-the-hour');
    house.away.add(mentor.memberId);
    await house.travelTo('2026-03-26T15:00:00Z');
    expect(await house.stateOf(mentor.memberId)).toBe('closed');
    house.away.delete(mentor.memberId);
    await house.travelTo('2026-03-26T15:01:30Z');
    expect(await house.stateOf(mentor.memberId)).toBe('ajar');
  });

  test('a mentor who is away for longer has said yes in vain', async () => {
    const { mentor, timeId } = await mentorWithHours();
    await house.travelTo('2026-03-26T14:55:00Z');
    await house.hours.answer(mentor, timeId, 'at-the-hour');
    house.away.add(mentor.memberId);
    await house.travelTo('2026-03-26T15:00:00Z');
    await house.travelTo('2026-03-26T15:02:00Z');
    expect(await starts(mentor)).toContain('closed 03-26T15:00');
    house.away.delete(mentor.memberId);
    await house.travelTo('2026-03-26T15:03:00Z');
    expect(await house.stateOf(mentor.memberId)).toBe('closed');
  });

  test('a door that stands open already is asked about by nobody, and closes at the end of the hours', async () => {
    const { mentor } = await mentorWithHours();
    await house.doors.set(mentor, 'ajar');
    await house.travelTo('2026-03-26T14:55:00Z');
    expect(house.told).toEqual([]);
    await house.travelTo('2026-03-26T15:00:00Z');
    expect(await house.stateOf(mentor.memberId)).toBe('ajar');
    await house.travelTo('2026-03-26T16:00:00Z');
    expect(await house.stateOf(mentor.memberId)).toBe('closed');
  });
});

describe('a door that stays closed is told', () => {
  const address = ({ memberId }: { memberId: string }) => `${memberId}@example.org`;
  const words = 'Amara Osei’s door stays closed this time';

  test('by each way somebody chose, by mail where there is no browser, not in quiet hours, nor who ended the mail', async () => {
    const { mentor, join } = await mentorWithHours();
    const [both, plain, push] = [await join('Both ways'), await join('No browser'), await join('Only push')];
    const [asleep, reader] = [await join('Asleep'), await join('Reader')];
    for (const { memberId } of [both, push]) await house.browser(memberId);
    for (const { memberId } of [both, plain]) await house.hopes(memberId, mentor.memberId);
    await house.hopes(push.memberId, mentor.memberId, { push: true, mail: false });
    const quiet = { push: true, mail: true, quietFrom: '14:00', quietTo: '16:00', timeZone: 'UTC' };
    await house.hopes(asleep.memberId, mentor.memberId, quiet);
    await newDoorFeed(house.db, reader.memberId, (await mine(mentor.memberId)).doorId);
    await house.travelTo('2026-03-26T14:55:00Z');
    house.told.length = 0;
    await house.travelTo('2026-03-26T15:00:00Z');
    const pushed = house.told.map(({ memberId, title }) => [memberId, title]);
    expect(pushed.toSorted()).toEqual([both, push].map(({ memberId }) => [memberId, words]).toSorted());
    expect(house.mailed.toSorted()).toEqual([both, plain, reader].map(address).toSorted());
  });

  test('once, whatever two servers do, and not to those who are still untold when the mentor opens after all', async () => {
    const { mentor, timeId, join } = await mentorWithHours();
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

describe('one press', () => {
  test('opens early, opens late, and says not today', async () => {
    const early = await mentorWithHours();
    const late = await mentorWithHours();
    const never = await mentorWithHours();
    await house.travelTo('2026-03-26T14:55:00Z');
    await house.hours.answer(early.mentor, early.timeId, 'now');
    expect(await house.stateOf(early.mentor.memberId)).toBe('open');
    await house.hours.answer(never.mentor, never.timeId, 'not-today');
    expect(await starts(never.mentor)).toContain('closed 03-26T15:00');
    await house.travelTo('2026-03-26T15:20:00Z');
    expect(await starts(never.mentor)).toEqual(['closed 03-26T15:00', 'announced 04-02T14:00']);
    expect(await myHoursOf(house.db, never.mentor.memberId)).toMatchObject({ phase: 'announced' });
    await house.hours.answer(late.mentor, late.timeId, 'now');
    expect(await house.stateOf(late.mentor.memberId)).toBe('open');
    await house.travelTo('2026-03-26T16:00:00Z');
    for (const { mentor } of [early, late]) expect(await house.stateOf(mentor.memberId)).toBe('closed');
    expect(await refusal(house.hours.answer(late.mentor, late.timeId, 'now'))).toBe('hours-over');
    expect(await refusal(house.hours.answer(never.mentor, late.timeId, 'now'))).toBe('no-such-hours');
  });

  test('a door opened by hand after its hour holds the hours too', async () => {
    const { mentor } = await mentorWithHours();
    await house.travelTo('2026-03-26T14:55:00Z');
    await house.travelTo('2026-03-26T15:00:00Z');
    await house.doors.set(mentor, 'open');
    expect(await starts(mentor)).toContain('held 03-26T15:00');
  });

  test('keeps the door open for longer, this time', async () => {
    const { mentor, timeId } = await mentorWithHours();
    expect(await refusal(house.hours.extend(mentor, timeId, 15))).toBe('no-such-hours');
    await house.travelTo('2026-03-26T14:55:00Z');
    await house.hours.answer(mentor, timeId, 'now');
    expect(await house.hours.extend(mentor, timeId, 15)).toEqual(new Date('2026-03-26T16:15:00Z'));
    await house.travelTo('2026-03-26T16:00:00Z');
    expect(await house.stateOf(mentor.memberId)).toBe('open');
    await house.travelTo('2026-03-26T16:15:00Z');
    expect(await house.stateOf(mentor.memberId)).toBe('closed');
    expect(house.queued).toContain('hours.step 2026-03-26T16:15:00.000Z');
  });
});

test('the end of the hours throws nobody out, and tells those who wait', async () => {
  const { mentor, timeId, join } = await mentorWithHours();
  const [chidi, dana] = [await join('Chidi Mensah'), await join('Dana Whitfield')];
  await house.travelTo('2026-03-26T14:55:00Z');
  await house.hours.answer(mentor, timeId, 'now');
  const doorId = (await mine(mentor.memberId)).doorId;
  const { encounterId } = await house.doors.walkIn(chidi, doorId);
  const visitId = await house.doors.ask(dana, doorId, 'wait');
  await house.travelTo('2026-03-26T16:00:00Z');
  expect(house.announcer.turnedAway).toContainEqual({ memberId: dana.memberId, visitId, why: 'closed' });
  expect((await house.encounters.enter(encounterId, chidi)).encounterId).toBe(encounterId);
});

async function mine(memberId: Parameters<HoursHouse['timesOf']>[0]) {
  const [view] = await viewDoors(house.db, { memberId }, () => true);
  if (!view) throw new Error('no door');
  return view;
}

describe('exactly once', () => {
  test('two servers, jobs many times over and a press at the same moment open the door once and tell once', async () => {
    const { mentor, timeId } = await mentorWithHours();
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
    expect(await starts(mentor)).toEqual(['held 03-26T15:00', 'announced 04-02T14:00']);
    // A retried job finds nothing to do: a door closed by hand stays closed.
    await house.doors.set(mentor, 'closed');
    await Promise.all([house.hours.step(timeId), ...others.map((other) => other.step(timeId))]);
    expect(await house.stateOf(mentor.memberId)).toBe('closed');
    await house.travelTo('2026-03-26T16:00:00Z');
    expect(house.opened).toEqual([mentor.memberId]);
  });

  test('what a crash left untold is told at the next look', async () => {
    const { mentor, timeId } = await mentorWithHours();
    house.breakTelling(true);
    await expect(house.travelTo('2026-03-26T14:55:00Z')).rejects.toThrow('the push service is gone');
    expect(await starts(mentor)).toEqual(['asked 03-26T15:00']);
    house.breakTelling(false);
    await house.travelTo('2026-03-26T14:55:10Z');
    await house.hours.step(timeId);
    expect(house.told).toEqual([{ memberId: mentor.memberId, title: 'Open now?' }]);
  });

  test('after an absence of the server an ask has its whole time, and hours long over are over without a word', async () => {
    const { mentor, join } = await mentorWithHours();
    await house.travelTo('2026-03-26T15:20:00Z');
    expect(await starts(mentor)).toEqual(['asked 03-26T15:00']);
    await house.travelTo('2026-03-26T15:25:00Z');
    expect(await starts(mentor)).toEqual(['closed 03-26T15:00', 'announced 04-02T14:00']);
    house.told.length = 0;
    await house.hopes((await join('Chidi Mensah')).memberId, mentor.memberId);
    await house.travelTo('2026-04-02T20:00:00Z');
    expect([...house.told, ...house.mailed]).toEqual([]);
    expect(await starts(mentor)).toEqual(['announced 04-09T14:00']);
  });
});

describe('exceptions', () => {
  test('a skipped week is passed over, and held after all when it is taken back', async () => {
    const { mentor, hoursId } = await mentorWithHours();
    await skipHours(house.db, mentor, hoursId, '2026-03-26', true);
    await house.hours.changed(hoursId);
    expect(await starts(mentor)).toEqual(['announced 04-02T14:00']);
    const [kept] = await keptHours(house.db, mentor, house.now());
    expect(kept?.next.map(({ on, not }) => [on, not]).slice(0, 2)).toEqual([
      ['2026-03-26', 'skipped'],
      ['2026-04-02', null],
    ]);
    await skipHours(house.db, mentor, hoursId, '2026-03-26', false);
    await house.hours.changed(hoursId);
    expect(await starts(mentor)).toEqual(['announced 03-26T15:00']);
    const { mentor: other } = await mentorWithHours();
    expect(await refusal(skipHours(house.db, other, hoursId, '2026-03-26', true))).toBe('no-such-hours');
  });

  test('holidays of the programme and one’s own days off are days without hours', async () => {
    const { mentor, programId, join } = await mentorWithHours();
    const bea = await join('Bea Lindqvist');
    await house.make(bea, { startsAt: '2026-03-19T10:00' });
    const easter = { from: '2026-03-25', to: '2026-04-02', name: 'Easter' };
    const holiday = await addDaysOff(house.db, programId, null, easter);
    await addDaysOff(house.db, programId, mentor.memberId, { from: '2026-04-09', to: '2026-04-09', name: '' });
    await house.hours.planAll({ programId });
    expect(await starts(mentor)).toEqual(['announced 04-16T14:00']);
    expect(await starts(bea)).toEqual(['announced 04-09T08:00']);
    expect(await refusal(endDaysOff(house.db, programId, mentor.memberId, holiday))).toBe('no-such-days');
    await endDaysOff(house.db, programId, null, holiday);
    await house.hours.planAll({ programId });
    expect(await starts(mentor)).toEqual(['announced 03-26T15:00']);
    const backwards = { from: '2026-04-02', to: '2026-04-01', name: '' };
    expect(await refusal(addDaysOff(house.db, programId, null, backwards))).toBe('bad-days');
  });

  test('hours that are changed, stopped and taken up again have one time ahead, at the right moment', async () => {
    const { mentor, hoursId } = await mentorWithHours();
    const [kept] = await keptHours(house.db, mentor, house.now());
    if (!kept) throw new Error('no hours');
    const { hoursId: _, next, ...plan } = kept;
    await changeHours(house.db, mentor, hoursId, { ...plan, startsAt: '2026-03-19T09:30' }, house.now());
    await house.hours.changed(hoursId);
    expect(await starts(mentor)).toEqual(['announced 03-26T08:30']);
    await stopHours(house.db, mentor, hoursId, true, house.now());
    await house.hours.changed(hoursId);
    expect(await starts(mentor)).toEqual([]);
    expect(await keptHours(house.db, mentor, house.now())).toEqual([]);
    await stopHours(house.db, mentor, hoursId, false, house.now());
    await house.hours.changed(hoursId);
    expect(await starts(mentor)).toEqual(['announced 03-26T08:30']);
  });

  test('a single time is held once, and is gone when it is over', async () => {
    const { mentor } = await mentorWithHours({ rule: null, startsAt: '2026-03-24T10:00' });
    expect(await starts(mentor)).toEqual(['announced 03-24T09:00']);
    await house.travelTo('2026-03-24T11:00:00Z');
    await house.travelTo('2026-03-24T11:01:00Z');
    expect(await starts(mentor)).toEqual([]);
    expect(await keptHours(house.db, mentor, house.now())).toEqual([]);
    expect(await refusal(house.make(mentor, { rule: null, startsAt: '2026-03-24T10:00' }))).toBe('no-time-left');
  });
});

describe('a calendar feed', () => {
  const events = (feed: string | null) => feed?.match(/DTSTART:\S+/g) ?? [];

  test('of somebody’s hours has their times, and of one’s own door one’s own', async () => {
    const { mentor, hoursId, join } = await mentorWithHours();
    const chidi = await join('Chidi Mensah');
    await skipHours(house.db, mentor, hoursId, '2026-04-02', true);
    const token = await newDoorFeed(house.db, chidi.memberId, (await mine(mentor.memberId)).doorId);
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
    const { mentor, join } = await mentorWithHours();
    const chidi = await join('Chidi Mensah');
    const first = await newDoorFeed(house.db, chidi.memberId, (await mine(mentor.memberId)).doorId);
    const second = await newDoorFeed(house.db, chidi.memberId, (await mine(mentor.memberId)).doorId);
    expect(second).not.toBe(first);
    expect(await doorFeedOf(house.db, first, url, house.now())).toBeNull();
    expect(events(await doorFeedOf(house.db, second, url, house.now())).length).toBeGreaterThan(1);
    await endDoorFeed(house.db, chidi.memberId, (await mine(mentor.memberId)).doorId);
    expect(await doorFeedOf(house.db, second, url, house.now())).toBeNull();
  });

  test('shows somebody who is blocked what it shows of a mentor without hours', async () => {
    const { mentor, join } = await mentorWithHours();
    const [chidi, dana] = [await join('Chidi Mensah'), await join('Dana Whitfield')];
    const token = await newDoorFeed(house.db, chidi.memberId, (await mine(mentor.memberId)).doorId);
    const idle = await join('Amara Osei');
    await house.doors.set(idle, 'ajar');
    await house.doors.set(idle, 'closed');
    const without = await newDoorFeed(house.db, dana.memberId, (await mine(idle.memberId)).doorId);
    await house.db.insert(blocks).values({ blockerId: mentor.memberId, blockedId: chidi.memberId });
    const feed = await doorFeedOf(house.db, token, url, house.now());
    expect(feed).not.toBeNull();
    const { doorId } = await mine(mentor.memberId);
    expect(await refusal(doorAt(house.db, chidi, doorId))).toBe('no-such-door');
    expect(await doorAt(house.db, dana, doorId)).toMatchObject({ memberId: mentor.memberId });
    expect(feed).toBe(await doorFeedOf(house.db, without, url, house.now()));
  });
});
