import { supportedRtpCapabilities } from '@ajar/media';
import { AjarError, type MemberId, type MyPassing, type ProgramId, rtpCapabilities } from '@ajar/shared';
import { eq, or } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { coffeePolicies, seats } from '../coffee/tables.ts';
import { createTestHouse, type TestHouse } from '../encounters/testing.ts';
import { createLog } from '../log/index.ts';
import { ownNodeId } from '../nodes/index.ts';
import { blocks, supervisions } from '../people/tables.ts';
import { Passing, passingOf } from './index.ts';
import { askAgainAfter, countedWithin, offerStands } from './rules.ts';
import { passingAnswers, passingOffers } from './tables.ts';

/** Waits for what is on its way, however busy the machine. */
const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 60_000 });
type Person = { memberId: MemberId; name: string; programId: ProgramId };

let house: TestHouse;
let passing: Passing;
beforeAll(async () => {
  house = await createTestHouse();
  const around = (memberId: MemberId) => !house.away.has(memberId);
  passing = new Passing({ ...house, around, log: createLog({ level: 'error' }) });
  await house.queues.start();
});
/** A media node says now and then that it is there. */
beforeEach(async () => {
  const capabilities = rtpCapabilities.parse(supportedRtpCapabilities());
  await house.nodes.registered({ nodeId: ownNodeId, url: '', rtpCapabilities: capabilities, peers: 0, rooms: [] });
});
afterAll(() => house.close());

/** A programme in which everybody is worth meeting, unless its bar says otherwise. */
async function newProgram(passingBar = 0) {
  const { programId, join } = await house.newProgram();
  await house.db.insert(coffeePolicies).values({ programId, passingBar });
  return { programId, join };
}

const up = async (...people: Person[]) => {
  for (const person of people) await passing.setUp(person, 30);
};
const offerOf = async ({ memberId }: Person) => (await passingOf(house.db, memberId)).offer;
const offersAbout = ({ memberId }: Person) =>
  house.db
    .select()
    .from(passingOffers)
    .where(or(eq(passingOffers.oneId, memberId), eq(passingOffers.otherId, memberId)));
const called = ({ memberId }: Person) => house.announcer.admitted.filter((told) => told.memberId === memberId);
const answer = (person: Person, offer: MyPassing['offer'], yes: boolean) => {
  if (!offer) throw new AjarError('internal', 'no-offer', 'no offer');
  return passing.answer(person, offer.offerId, yes);
};

/** Two people who are being asked about each other. */
async function asked() {
  const { join, programId } = await newProgram();
  const [amara, bea] = [await join('Amara Osei'), await join('Bea')] as const;
  await up(amara, bea);
  await eventually(async () => expect(await offerOf(amara)).toMatchObject({ person: { name: 'Bea' }, said: null }));
  return { amara, bea, programId, join, offer: await offerOf(amara) };
}

describe('an offer', () => {
  test('is made to both of two who are up for a chat, and two yeses open one call', async () => {
    const { amara, bea, offer } = await asked();
    expect(await offerOf(bea)).toMatchObject({ offerId: offer?.offerId, person: { name: 'Amara Osei' } });
    await answer(amara, offer, true);
    expect(await offerOf(amara)).toMatchObject({ said: 'yes' });
    expect(called(amara)).toEqual([]);
    await answer(bea, offer, true);
    expect(called(amara)).toMatchObject([{ why: 'passing' }]);
    expect(called(bea)).toMatchObject([{ why: 'passing', encounterId: called(amara)[0]?.encounterId }]);
    expect(await offerOf(amara)).toBeNull();
    await expect(answer(bea, offer, true)).rejects.toMatchObject({ code: 'offer-over' });
  });

  test('two yeses at the same moment open one call', async () => {
    const { amara, bea, offer } = await asked();
    await Promise.all([answer(amara, offer, true), answer(bea, offer, true)]);
    expect(called(amara)).toHaveLength(1);
    expect(called(bea)).toHaveLength(1);
  });

  test('ends at its time for both, and what was said is forgotten with it', async () => {
    const { amara, bea, offer } = await asked();
    await answer(amara, offer, true);
    await answer(bea, offer, false);
    expect(await offerOf(bea)).toMatchObject({ said: 'not-now' });
    await eventually(async () => expect(await offersAbout(amara)).toMatchObject([{ over: true }]));
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(offer?.endsAt ?? ''));
    expect(await house.db.select().from(passingAnswers).where(eq(passingAnswers.memberId, amara.memberId))).toEqual([]);
    expect([...called(amara), ...called(bea)]).toEqual([]);
    const [row] = await offersAbout(amara);
    expect(Object.keys(row ?? {}).sort()).toEqual(['endsAt', 'id', 'madeAt', 'oneId', 'otherId', 'over', 'programId']);
  });

  test('is nobody else’s to answer', async () => {
    const { join, offer } = await asked();
    await expect(answer(await join('Chidi'), offer, true)).rejects.toMatchObject({ code: 'offer-over' });
  });

  test('a block made meanwhile: no call, gone for who blocked, and unchanged for the other', async () => {
    const { amara, bea, offer } = await asked();
    await answer(amara, offer, true);
    const before = await offerOf(amara);
    await house.db.insert(blocks).values({ blockerId: bea.memberId, blockedId: amara.memberId });
    expect(await offerOf(bea)).toBeNull();
    expect(await offerOf(amara)).toEqual(before);
    await answer(bea, offer, true);
    expect([...called(amara), ...called(bea)]).toEqual([]);
    expect(await offerOf(amara)).toEqual(before);
  });

  test('switching off, going away and another call each take back one’s yes without a word', async () => {
    const [off, away, busy] = [await asked(), await asked(), await asked()];
    for (const { amara, offer } of [off, away, busy]) await answer(amara, offer, true);
    await passing.setUp(off.amara, null);
    house.away.add(away.amara.memberId);
    const node = await house.encounters.place();
    const people = [busy.amara, await busy.join('Chidi')];
    await house.db.transaction((tx) => house.encounters.open(tx, 'door', busy.programId, people, node));
    for (const { bea, amara, offer } of [off, away, busy]) {
      await answer(bea, offer, true);
      expect(await offerOf(bea)).toMatchObject({ said: 'yes' });
      expect([...called(amara), ...called(bea)]).toEqual([]);
    }
  });
});

describe('nobody is asked', () => {
  /** Jobs begin in order: once two others are asked, the looks before theirs have had their turn. */
  async function looked() {
    const { join } = await newProgram();
    const others = [await join('x'), await join('y')] as const;
    await passing.sweep();
    await up(...others);
    await eventually(async () => expect(await offerOf(others[0])).not.toBeNull());
  }
  async function expectNobodyAsked(...people: Person[]) {
    await looked();
    for (const person of people) expect(await offersAbout(person)).toEqual([]);
  }

  test('who is alone, at the table, away, or wants to be asked never', async () => {
    const { join } = await newProgram();
    const alone = await join('Alone');
    const [seated, away, never] = [await join('Seated'), await join('Away'), await join('Never')];
    await house.db.insert(seats).values(seated);
    house.away.add(away.memberId);
    await passing.setOffersADay(never, 0);
    await up(alone, seated, away, never);
    await expectNobodyAsked(alone, seated, away, never);
  });

  test('about whom they supervise, or across a block', async () => {
    const one = await newProgram();
    const [amara, dana] = [await one.join('Amara'), await one.join('Dana')];
    await house.db.insert(supervisions).values({ supervisorId: amara.memberId, supervisedId: dana.memberId });
    const other = await newProgram();
    const [bea, eli] = [await other.join('Bea'), await other.join('Eli')];
    await house.db.insert(blocks).values({ blockerId: eli.memberId, blockedId: bea.memberId });
    await up(amara, dana, bea, eli);
    await expectNobodyAsked(amara, dana, bea, eli);
  });

  test('about somebody below the programme’s bar', async () => {
    const { join } = await newProgram(1);
    const [bea, eli] = [await join('Bea'), await join('Eli')];
    await up(bea, eli);
    await expectNobodyAsked(bea, eli);
  });

  test('twice about the same person too soon, nor more often a day than they set', async () => {
    const { join, programId } = await newProgram();
    const [bea, eli, dana] = [await join('Bea'), await join('Eli'), await join('Dana')];
    const past = (one: Person, two: Person, ago: number) => ({
      id: crypto.randomUUID() as never,
      programId,
      oneId: one.memberId,
      otherId: two.memberId,
      madeAt: new Date(Date.now() - ago),
      endsAt: new Date(Date.now() - ago + offerStands),
      over: true,
    });
    await house.db.insert(passingOffers).values([past(bea, eli, countedWithin + 60_000), past(dana, bea, 60_000)]);
    await passing.setOffersADay(dana, 1);
    await up(bea, eli, dana);
    await looked();
    expect(await offersAbout(bea)).toHaveLength(2);
    expect(await offersAbout(eli)).toHaveLength(1);
  });
});

test('a crowd, looked at many times at once, is asked exactly once each', async () => {
  const { join } = await newProgram();
  const people = await Promise.all(Array.from({ length: 12 }, (_, n) => join(`Person ${n}`)));
  await Promise.all(people.flatMap((person) => [passing.setUp(person, 60), passing.sweep()]));
  await eventually(async () => {
    for (const person of people) expect(await offersAbout(person)).toHaveLength(1);
  });
});

test('the switch is off, on for the time picked, and off again', async () => {
  const { join } = await newProgram();
  const bea = await join('Bea');
  expect(await passingOf(house.db, bea.memberId)).toEqual({ until: null, offersADay: 2, offer: null });
  await passing.setUp(bea, 30);
  const { until } = await passingOf(house.db, bea.memberId);
  expect(Math.round((Date.parse(until ?? '') - Date.now()) / 60_000)).toBe(30);
  const later = new Date(Date.now() + 30 * 60_000 + 1_000);
  expect((await passingOf(house.db, bea.memberId, later)).until).toBeNull();
  await passing.setUp(bea, null);
  expect((await passingOf(house.db, bea.memberId)).until).toBeNull();
});

test('an offer whose end was lost in a crash is ended all the same, and old ones are forgotten', async () => {
  const { join, programId } = await newProgram();
  const [bea, eli] = [await join('Bea'), await join('Eli')];
  const people = { programId, oneId: bea.memberId, otherId: eli.memberId };
  const at = (ago: number) => ({
    madeAt: new Date(Date.now() - ago),
    endsAt: new Date(Date.now() - ago + offerStands),
  });
  const lost = crypto.randomUUID() as never;
  await house.db.insert(passingOffers).values([
    { id: lost, ...people, ...at(60_000) },
    { id: crypto.randomUUID() as never, ...people, ...at(askAgainAfter + 60_000), over: true },
  ]);
  await passing.sweep();
  expect(await offersAbout(bea)).toMatchObject([{ id: lost, over: true }]);
});
