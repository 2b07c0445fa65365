import type { DoorId, EncounterId, LineRulesSet, VisitId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encounters } from '../encounters/tables.ts';
import { createTestHouse, moment, refusal, type TestHouse } from '../encounters/testing.ts';
import { newId } from '../ids/index.ts';
import { blocks } from '../people/tables.ts';
import type { Visiting } from './attempt.ts';
import { lineHandlers } from './line-rules.ts';
import { doors as doorsTable, visits } from './tables.ts';
import { viewDoors, visitorsAt, visitsOf } from './view.ts';

let house: TestHouse;
let line: ReturnType<typeof lineHandlers>;
beforeAll(async () => {
  house = await createTestHouse();
  line = lineHandlers({ db: house.db, announcer: house.announcer });
});
afterAll(() => house.close());

/** What a handler is called with, by this person. */
const by = ({ memberId, name, programId }: Visiting) => ({
  viewer: { member: { memberId, name }, program: { id: programId } },
});
type Asked = Parameters<typeof line.setLineRules>[0];

const setRules = async (who: Visiting, body: Partial<LineRulesSet>) => line.setLineRules({ ...by(who), body } as Asked);
const waitAt = async (who: Visiting, doorId: DoorId) =>
  (await line.doorWait({ ...by(who), params: { doorId } } as Parameters<typeof line.doorWait>[0])).minutes;
const lengthOf = async (who: Visiting, encounterId: EncounterId) =>
  line.visitLength({ ...by(who), params: { encounterId } } as Parameters<typeof line.visitLength>[0]);

async function anOpenDoor() {
  const { join } = await house.newProgram();
  const mentor = await join('Amara Osei');
  await house.doors.set(mentor, 'open');
  const [door] = await house.db.select().from(doorsTable).where(eq(doorsTable.memberId, mentor.memberId));
  const doorId = door?.id ?? expect.fail('no door');
  const order = async () => (await visitorsAt(house.db, mentor.memberId)).map(({ name }) => name);
  const seen = async () => (await viewDoors(house.db, { doorIds: [doorId] }, () => true))[0];
  return { join, mentor, doorId, order, seen };
}

test('a last call lets nobody new in, turns nobody away who waits, until the door is closed', async () => {
  const { join, mentor, doorId, order, seen } = await anOpenDoor();
  const [guest, bea, chidi] = [await join('Guest'), await join('Bea'), await join('Chidi')];
  const { encounterId } = await house.doors.walkIn(guest, doorId);
  await house.doors.ask(bea, doorId, 'wait');
  expect(await setRules(mentor, { lastCall: true })).toMatchObject({ lastCall: true });
  expect(await seen()).toMatchObject({ lastCall: true, waiting: 1 });
  expect(await refusal(house.doors.ask(chidi, doorId, 'wait'))).toBe('last-call');
  expect(await order()).toEqual(['Bea']);
  // Asking again keeps the place one has.
  await house.doors.ask(bea, doorId, 'wait');
  await house.encounters.left(moment(encounterId, guest.memberId));
  const [visit] = await visitsOf(house.db, bea.memberId);
  const inside = await house.turns.comeIn(bea, visit?.visitId ?? expect.fail('Bea does not wait'));
  await house.encounters.left(moment(inside.encounterId, bea.memberId));
  expect(await refusal(house.doors.walkIn(chidi, doorId))).toBe('last-call');
  await house.doors.set(mentor, 'closed');
  expect(await refusal(setRules(mentor, { lastCall: true }))).toBe('door-not-open');
  await house.doors.set(mentor, 'open');
  expect(await seen()).toMatchObject({ lastCall: false });
  expect(await refusal(house.doors.walkIn(chidi, doorId))).toBe('allowed');
});

test('first-time visitors go before those who have been inside, where the mentor wants it, and nobody else overtakes', async () => {
  const { join, mentor, doorId, order } = await anOpenDoor();
  const [again, guest] = [await join('Again'), await join('Guest')];
  const before = await house.doors.walkIn(again, doorId);
  await house.encounters.left(moment(before.encounterId, again.memberId));
  await house.doors.walkIn(guest, doorId);
  await house.doors.ask(again, doorId, 'wait');
  await house.doors.ask(await join('New one'), doorId, 'wait');
  expect(await order()).toEqual(['Again', 'New one']);
  await setRules(mentor, { newcomersFirst: true });
  expect(await order()).toEqual(['Again', 'New one']);
  await house.doors.ask(await join('New two'), doorId, 'wait');
  expect(await order()).toEqual(['Again', 'New one', 'New two']);
  const another = await anOpenDoor();
  await setRules(another.mentor, { newcomersFirst: true });
  const [old, first] = [await another.join('Old'), await another.join('First')];
  const was = await house.doors.walkIn(old, another.doorId);
  await house.encounters.left(moment(was.encounterId, old.memberId));
  await house.doors.walkIn(await another.join('Guest'), another.doorId);
  await house.doors.ask(old, another.doorId, 'wait');
  await house.doors.ask(first, another.doorId, 'wait');
  expect(await another.order()).toEqual(['First', 'Old']);
});

test('rules are kept one by one, by the owner alone, and before a door is first opened', async () => {
  const { join } = await house.newProgram();
  const mentor = await join('Amara Osei');
  const ask = (who: Visiting) => line.lineRules(by(who) as Parameters<typeof line.lineRules>[0]);
  expect(await ask(mentor)).toEqual({ newcomersFirst: false, visitMinutes: null, lastCall: false });
  await setRules(mentor, { visitMinutes: 20 });
  await setRules(mentor, { newcomersFirst: true });
  expect(await ask(mentor)).toEqual({ newcomersFirst: true, visitMinutes: 20, lastCall: false });
  expect(await ask(await join('Bea'))).toMatchObject({ visitMinutes: null });
});

test('the two of a visit are reminded after its minutes, and nobody else learns of it', async () => {
  const { join, mentor, doorId } = await anOpenDoor();
  const [guest, bea] = [await join('Guest'), await join('Bea')];
  const { encounterId } = await house.doors.walkIn(guest, doorId);
  expect(await lengthOf(guest, encounterId)).toEqual({ remindIn: null, minutes: null, waiting: 0, minute: 60_000 });
  await setRules(mentor, { visitMinutes: 20 });
  await house.doors.ask(bea, doorId, 'wait');
  const eightAgo = new Date(Date.now() - 8 * 60_000);
  await house.db.update(visits).set({ insideAt: eightAgo }).where(eq(visits.encounterId, encounterId));
  for (const one of [guest, mentor]) {
    const { remindIn, ...rest } = await lengthOf(one, encounterId);
    expect(rest).toEqual({ minutes: 20, waiting: 1, minute: 60_000 });
    expect(remindIn).toBeGreaterThan(10 * 60_000);
    expect(remindIn).toBeLessThanOrEqual(12 * 60_000);
  }
  expect(await refusal(lengthOf(bea, encounterId))).toBe('no-such-visit');
  // The page says its soft word when nothing is left of them and somebody waits, and says nothing while nobody does.
  const longAgo = new Date(Date.now() - 20 * 60_000);
  await house.db.update(visits).set({ insideAt: longAgo }).where(eq(visits.encounterId, encounterId));
  for (const one of [guest, mentor]) {
    expect(await lengthOf(one, encounterId)).toEqual({ remindIn: 0, minutes: 20, waiting: 1, minute: 60_000 });
  }
  const [waits] = await visitsOf(house.db, bea.memberId);
  await house.doors.leaveLine(bea, waits?.visitId ?? expect.fail('Bea does not wait'));
  expect(await lengthOf(mentor, encounterId)).toMatchObject({ remindIn: 0, waiting: 0 });
});

test('a wait is told from this mentor’s own visits once there are five, to those who wait and those who look', async () => {
  const { join, mentor, doorId } = await anOpenDoor();
  const [guest, bea, chidi] = [await join('Guest'), await join('Bea'), await join('Chidi')];
  const past = async (count: number) => {
    for (let n = 0; n < count; n += 1) {
      const insideAt = new Date(Date.now() - (n + 2) * 3_600_000);
      const endedAt = new Date(insideAt.getTime() + 20 * 60_000);
      const turn = { doorId, visitorId: guest.memberId, state: 'over', hostId: mentor.memberId } as const;
      await house.db.insert(visits).values({ ...turn, id: newId<VisitId>(), askedAt: insideAt, insideAt, endedAt });
    }
  };
  await past(4);
  const { encounterId } = await house.doors.walkIn(guest, doorId);
  await house.doors.ask(bea, doorId, 'wait');
  expect(await waitAt(bea, doorId)).toBeNull();
  await past(6);
  const [mine, looking] = [await waitAt(bea, doorId), await waitAt(chidi, doorId)];
  expect(mine?.from).toBeGreaterThanOrEqual(5);
  expect(mine?.to).toBeLessThanOrEqual(45);
  expect(looking?.from).toBeGreaterThan(mine?.from ?? 99);
  const tenAgo = new Date(Date.now() - 15 * 60_000);
  await house.db.update(visits).set({ insideAt: tenAgo }).where(eq(visits.encounterId, encounterId));
  expect((await waitAt(bea, doorId))?.to).toBeLessThan(mine?.to ?? 0);
  // Back in five minutes: nobody can say.
  await house.doorkeeping.pause(mentor, true);
  expect(await waitAt(bea, doorId)).toBeNull();
  await house.doorkeeping.pause(mentor, false);
  // Not to somebody of another programme, nor through a block.
  const stranger = await (await house.newProgram()).join('Stranger');
  expect(await refusal(waitAt(stranger, doorId))).toBe('no-such-door');
  await house.db.insert(blocks).values({ blockerId: mentor.memberId, blockedId: chidi.memberId });
  expect(await refusal(waitAt(chidi, doorId))).toBe('no-such-door');
  // A mentor who is in a conversation elsewhere, and no visit is under way: hard to say.
  await house.encounters.left(moment(encounterId, guest.memberId));
  await house.db.update(encounters).set({ endedAt: new Date() }).where(eq(encounters.id, encounterId));
  expect(await waitAt(bea, doorId)).toBeNull();
});
