import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { blocks } from '../people/tables.ts';
import { newDoorFeed } from './feeds.ts';
import { doorHoursOf, myHoursOf } from './seen.ts';
import { createHoursHouse, type HoursHouse, monday, refusal } from './testing.ts';

let house: HoursHouse;
beforeAll(async () => {
  house = await createHoursHouse(monday);
});
afterAll(() => house.close());
beforeEach(() => house.startOver());

describe('at the hour', () => {
  test('nobody answered: the door stays closed, those who hoped are told, and the next time is announced', async () => {
    const { mentor, join } = await house.withHours();
    const [chidi, dana, eli] = [await join('Chidi Mensah'), await join('Dana Whitfield'), await join('Eli Nakamura')];
    await newDoorFeed(house.db, chidi.memberId, (await house.doorOf(mentor.memberId)).doorId);
    for (const { memberId } of [dana, eli]) await house.hopes(memberId, mentor.memberId);
    for (const { memberId } of [chidi, dana, eli]) await house.browser(memberId);
    await house.db.insert(blocks).values({ blockerId: mentor.memberId, blockedId: eli.memberId });
    expect(await house.startsOf(mentor)).toEqual(['announced 03-26T15:00']);
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
    expect(await house.startsOf(mentor)).toEqual(['closed 03-26T15:00', 'announced 04-02T14:00']);
    const seen = (await doorHoursOf(house.db, [mentor.memberId])).get(mentor.memberId);
    expect(seen).toEqual({
      startsAt: '2026-04-02T14:00:00.000Z',
      endsAt: '2026-04-02T15:00:00.000Z',
      every: 'week',
      closed: true,
    });
  });

  test('a mentor who said yes and is there has the door opened, once, and closed at the end', async () => {
    const { mentor, timeId } = await house.withHours();
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
    const { mentor, timeId } = await house.withHours({ knock: true });
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
    const { mentor, timeId } = await house.withHours();
    await house.travelTo('2026-03-26T14:55:00Z');
    await house.hours.answer(mentor, timeId, 'at-the-hour');
    house.away.add(mentor.memberId);
    await house.travelTo('2026-03-26T15:00:00Z');
    await house.travelTo('2026-03-26T15:02:00Z');
    expect(await house.startsOf(mentor)).toContain('closed 03-26T15:00');
    house.away.delete(mentor.memberId);
    await house.travelTo('2026-03-26T15:03:00Z');
    expect(await house.stateOf(mentor.memberId)).toBe('closed');
  });

  test('a door that stands open already is asked about by nobody, and closes at the end of the hours', async () => {
    const { mentor } = await house.withHours();
    await house.doors.set(mentor, 'ajar');
    await house.travelTo('2026-03-26T14:55:00Z');
    expect(house.told).toEqual([]);
    await house.travelTo('2026-03-26T15:00:00Z');
    expect(await house.stateOf(mentor.memberId)).toBe('ajar');
    await house.travelTo('2026-03-26T16:00:00Z');
    expect(await house.stateOf(mentor.memberId)).toBe('closed');
  });
});

describe('one press', () => {
  test('opens early, opens late, and says not today', async () => {
    const early = await house.withHours();
    const late = await house.withHours();
    const never = await house.withHours();
    await house.travelTo('2026-03-26T14:55:00Z');
    await house.hours.answer(early.mentor, early.timeId, 'now');
    expect(await house.stateOf(early.mentor.memberId)).toBe('open');
    await house.hours.answer(never.mentor, never.timeId, 'not-today');
    expect(await house.startsOf(never.mentor)).toContain('closed 03-26T15:00');
    await house.travelTo('2026-03-26T15:20:00Z');
    expect(await house.startsOf(never.mentor)).toEqual(['closed 03-26T15:00', 'announced 04-02T14:00']);
    expect(await myHoursOf(house.db, never.mentor.memberId)).toMatchObject({ phase: 'announced' });
    await house.hours.answer(late.mentor, late.timeId, 'now');
    expect(await house.stateOf(late.mentor.memberId)).toBe('open');
    await house.travelTo('2026-03-26T16:00:00Z');
    for (const { mentor } of [early, late]) expect(await house.stateOf(mentor.memberId)).toBe('closed');
    expect(await refusal(house.hours.answer(late.mentor, late.timeId, 'now'))).toBe('hours-over');
    expect(await refusal(house.hours.answer(never.mentor, late.timeId, 'now'))).toBe('no-such-hours');
  });

  test('a door opened by hand after its hour holds the hours too', async () => {
    const { mentor } = await house.withHours();
    await house.travelTo('2026-03-26T14:55:00Z');
    await house.travelTo('2026-03-26T15:00:00Z');
    await house.doors.set(mentor, 'open');
    expect(await house.startsOf(mentor)).toContain('held 03-26T15:00');
  });

  test('keeps the door open for longer, this time', async () => {
    const { mentor, timeId } = await house.withHours();
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
  const { mentor, timeId, join } = await house.withHours();
  const [chidi, dana] = [await join('Chidi Mensah'), await join('Dana Whitfield')];
  await house.travelTo('2026-03-26T14:55:00Z');
  await house.hours.answer(mentor, timeId, 'now');
  const doorId = (await house.doorOf(mentor.memberId)).doorId;
  const { encounterId } = await house.doors.walkIn(chidi, doorId);
  const visitId = await house.doors.ask(dana, doorId, 'wait');
  await house.travelTo('2026-03-26T16:00:00Z');
  expect(house.announcer.turnedAway).toContainEqual({ memberId: dana.memberId, visitId, why: 'closed' });
  expect((await house.encounters.enter(encounterId, chidi)).encounterId).toBe(encounterId);
});
