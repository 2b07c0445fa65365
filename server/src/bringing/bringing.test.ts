import type { MemberId } from '@ajar/shared';
import { and, asc, eq, inArray } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Visiting } from '../doors/index.ts';
import { doors, visits } from '../doors/tables.ts';
import { visitorsAt, visitsOf } from '../doors/view.ts';
import { encounterOf } from '../encounters/index.ts';
import { createTestHouse, moment, refusal, type TestHouse } from '../encounters/testing.ts';
import { blocks } from '../people/tables.ts';
import { companions } from './tables.ts';
import { broughtOf, withCompanions, withParties } from './view.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await createTestHouse();
});
afterAll(() => house.close());

/** A mentor in a visit at an open door, people in line, and others who are around. */
async function aLine(names: readonly string[], others: readonly string[]) {
  const { join } = await house.newProgram();
  const [mentor, guest] = [await join('Amara Osei'), await join('Guest')];
  await house.doors.set(mentor, 'open');
  const [door] = await house.db.select().from(doors).where(eq(doors.memberId, mentor.memberId));
  const doorId = door?.id ?? expect.fail('no door');
  const first = await house.doors.walkIn(guest, doorId);
  const people: Record<string, Visiting> = { Amara: mentor };
  for (const name of names) {
    people[name] = await join(name);
    await house.doors.ask(people[name], doorId, 'wait');
  }
  for (const name of others) people[name] = await join(name);
  house.here.splice(0, house.here.length, ...Object.values(people));
  const person = (name: string) => people[name] ?? expect.fail(`no ${name}`);
  const visitOf = async (name: string) => {
    const { memberId } = person(name);
    const [visit] = await withParties(house.db, memberId, await visitsOf(house.db, memberId));
    return visit ?? expect.fail(`${name} does not wait`);
  };
  const inside = async () => {
    const rows = await house.db
      .select()
      .from(visits)
      .where(and(eq(visits.doorId, doorId), eq(visits.state, 'inside')));
    return { parties: rows.filter((row) => row.alone).length, people: rows.length };
  };
  return {
    doorId,
    mentor,
    person,
    visitOf,
    inside,
    brings: async (who: string, whom: string) =>
      house.bringing.ask(person(who), (await visitOf(who)).visitId, person(whom).memberId),
    answers: async (who: string, yes: boolean) => {
      const [asked] = await broughtOf(house.db, person(who).memberId);
      await house.bringing.answer(person(who), asked?.visitId ?? expect.fail('not asked'), yes);
    },
    comesIn: async (who: string) => house.turns.comeIn(person(who), (await visitOf(who)).visitId),
    follows: async (who: string) => {
      const [mine] = await broughtOf(house.db, person(who).memberId);
      return house.bringing.follow(person(who), mine?.visitId ?? expect.fail('nobody to follow'));
    },
    order: async () =>
      (await withCompanions(house.db, await visitorsAt(house.db, mentor.memberId))).map(({ name, brings }) =>
        brings ? `${name} with ${brings}` : name,
      ),
    visitEnds: () => house.encounters.left(moment(first.encounterId, guest.memberId)),
    brought: (who: string) => broughtOf(house.db, person(who).memberId),
    meeting: async (who: string) =>
      (await encounterOf(house.db, person(who).memberId))?.with.map(({ name }) => name).sort(),
  };
}

type Line = Awaited<ReturnType<typeof aLine>>;

/** Bea in line with Dana, and Chidi behind them. */
async function aParty(): Promise<Line> {
  const line = await aLine(['Bea', 'Chidi'], ['Dana', 'Eli']);
  await line.brings('Bea', 'Dana');
  await line.answers('Dana', true);
  return line;
}

test('two share one place, both are called, whoever comes first goes in, and the other follows', async () => {
  const line = await aParty();
  expect(await line.order()).toEqual(['Bea with Dana', 'Chidi']);
  expect(await line.visitOf('Dana')).toMatchObject({ place: 1, party: { person: { name: 'Bea' }, coming: true } });
  expect(await line.visitOf('Chidi')).toMatchObject({ place: 2 });
  await line.visitEnds();
  for (const name of ['Bea', 'Dana']) {
    expect((await line.visitOf(name)).comeInFor).toBeGreaterThan(0);
    expect(house.notified.map((one) => one.memberId)).toContain(line.person(name).memberId);
  }
  await line.comesIn('Dana');
  expect(await line.inside()).toEqual({ parties: 1, people: 1 });
  expect(await line.brought('Bea')).toMatchObject([{ inside: true, person: { name: 'Dana' } }]);
  expect(await line.order()).toEqual(['Chidi']);
  await line.follows('Bea');
  expect(await line.inside()).toEqual({ parties: 1, people: 2 });
  expect(await line.meeting('Amara')).toEqual(['Bea', 'Dana']);
  expect(await line.brought('Bea')).toEqual([]);
});

test('if one leaves, the visit goes on with the other and is still the only one; when the mentor leaves, it is over', async () => {
  const line = await aParty();
  await line.visitEnds();
  const { encounterId } = await line.comesIn('Bea');
  await line.follows('Dana');
  await house.encounters.left(moment(encounterId, line.person('Bea').memberId));
  expect(await line.inside()).toEqual({ parties: 1, people: 1 });
  expect(await refusal(line.comesIn('Chidi'))).toBe('not-called');

  const other = await aParty();
  await other.visitEnds();
  const visit = await other.comesIn('Bea');
  await other.follows('Dana');
  await house.encounters.left(moment(visit.encounterId, other.mentor.memberId));
  expect(await other.inside()).toEqual({ parties: 0, people: 0 });
  expect(await encounterOf(house.db, other.person('Dana').memberId)).toBeNull();
  // The next is called.
  expect((await other.visitOf('Chidi')).comeInFor).toBeGreaterThan(0);
});

test('a no and silence look the same to whoever asked, and nobody is asked twice', async () => {
  const line = await aLine(['Bea', 'Chidi'], ['Dana', 'Eli']);
  await line.brings('Bea', 'Dana');
  const asked = await line.visitOf('Bea');
  expect(asked.party).toEqual({ person: { memberId: line.person('Dana').memberId, name: 'Dana' }, coming: false });
  await line.answers('Dana', false);
  expect(await line.visitOf('Bea')).toEqual(asked);
  expect(await line.brought('Dana')).toEqual([]);
  expect(await refusal(line.brings('Bea', 'Eli'))).toBe('cannot-bring');
  const long = new Date(Date.now() - 121_000);
  await house.db.update(companions).set({ askedAt: long }).where(eq(companions.visitId, asked.visitId));
  expect((await line.visitOf('Bea')).party).toBeNull();
  const may = await house.bringing.candidates(line.person('Bea'), asked.visitId);
  expect(may.map(({ name }) => name)).toEqual(['Eli']);
  expect(await refusal(line.brings('Bea', 'Dana'))).toBe('cannot-bring');
  await line.brings('Bea', 'Eli');
  await house.db
    .update(companions)
    .set({ askedAt: long })
    .where(eq(companions.memberId, line.person('Eli').memberId));
  expect(await refusal(house.bringing.answer(line.person('Eli'), asked.visitId, true))).toBe('not-asked');
});

test('only who may meet both can be asked, and a block in between is an answer that came too late', async () => {
  const line = await aLine(['Bea', 'Chidi'], ['Dana', 'Eli', 'Farah']);
  const { visitId } = await line.visitOf('Bea');
  const id = (name: string) => line.person(name).memberId;
  await house.db.insert(blocks).values([
    { blockerId: id('Dana'), blockedId: id('Bea') },
    { blockerId: id('Amara'), blockedId: id('Eli') },
  ]);
  const may = await house.bringing.candidates(line.person('Bea'), visitId);
  expect(may.map(({ name }) => name)).toEqual(['Farah']);
  for (const name of ['Dana', 'Eli', 'Chidi']) expect(await refusal(line.brings('Bea', name))).toBe('cannot-bring');
  await line.brings('Bea', 'Farah');
  await house.db.insert(blocks).values({ blockerId: id('Farah'), blockedId: id('Bea') });
  expect(await refusal(house.bringing.answer(line.person('Farah'), visitId, true))).toBe('not-asked');
});

test.each([
  ['Bea', 'Dana', ['Bea', 'Dana', 'Chidi']],
  ['Amara', 'Dana', ['Bea', 'Chidi']],
  ['Bea', 'Amara', ['Dana', 'Chidi']],
])('a block between %s and %s splits the party at once, and a place is kept', async (blocker, blocked, order) => {
  const line = await aParty();
  const [a, b] = [line.person(blocker).memberId, line.person(blocked).memberId];
  await house.db.insert(blocks).values({ blockerId: a, blockedId: b });
  await house.doors.part(a, b);
  expect(await line.order()).toEqual(order);
  expect(house.announcer.turnedAway.map((one) => one.memberId)).not.toContain(b);
});

test('whoever of the two leaves the line leaves the place to the other', async () => {
  const line = await aParty();
  await house.doors.leaveLine(line.person('Bea'), (await line.visitOf('Bea')).visitId);
  expect(await line.order()).toEqual(['Dana', 'Chidi']);
  await house.doors.leaveLine(line.person('Dana'), (await line.visitOf('Dana')).visitId);
  expect(await line.order()).toEqual(['Chidi']);
});

test('the mentor lets in whoever of the two is here, and who is turned away is told, both of them', async () => {
  const line = await aParty();
  await line.visitEnds();
  house.away.add(line.person('Bea').memberId);
  await house.doors.letIn(line.mentor, (await line.visitOf('Bea')).visitId);
  expect(await line.meeting('Amara')).toEqual(['Dana']);
  house.away.clear();
  // Bea may follow, and hears of it.
  await vi.waitFor(() =>
    expect(house.notified).toContainEqual(
      expect.objectContaining({ memberId: line.person('Bea').memberId, title: 'Dana is in with Amara Osei' }),
    ),
  );

  const other = await aParty();
  await house.doors.set(other.mentor, 'closed');
  const told = house.announcer.turnedAway.map((one) => one.memberId);
  for (const name of ['Bea', 'Dana', 'Chidi']) expect(told).toContain(other.person(name).memberId);
});

test('whatever happens: one party is inside at most, nobody is overtaken but by a call in vain, and no place is lost', async () => {
  const names = ['Bea', 'Chidi', 'Dana', 'Eli', 'Farah', 'Gita'];
  const happening = fc.record({
    who: fc.constantFrom(...names),
    whom: fc.constantFrom(...names),
    what: fc.constantFrom('wait', 'ask', 'yes', 'no', 'come in', 'follow', 'leave the call', 'let in', 'miss', 'part'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 20, maxLength: 40 }), async (happenings) => {
      const line = await aLine(['Bea', 'Chidi', 'Dana'], ['Eli', 'Farah', 'Gita']);
      await line.visitEnds();
      for (const { who, whom, what } of happenings) {
        const before = await rowsOf(line);
        await refusal(happen(line, who, whom, what));
        const after = await rowsOf(line);
        expect(after.filter((row) => row.state === 'inside' && row.alone).length).toBeLessThanOrEqual(1);
        const hosts = after.filter((row) => row.state === 'inside');
        expect(new Set(hosts.map((row) => row.encounterId)).size).toBeLessThanOrEqual(1);
        if (hosts.length > 0) expect(hosts.some((row) => row.alone)).toBe(true);
        // Every place that waited waits, or its turn has come, or was there to be left.
        const waited = before.filter((row) => row.state === 'waiting').map((row) => row.id);
        const now = new Map(after.map((row) => [row.id, row.state]));
        for (const id of waited) expect(['waiting', 'inside']).toContain(now.get(id));
        const order = after.filter((row) => row.state === 'waiting' && waited.includes(row.id)).map((row) => row.id);
        if (what !== 'miss') expect(order).toEqual(waited.filter((id) => order.includes(id)));
        // Nobody holds two places, of their own or shared.
        const holders = [...after.map((row) => row.visitorId), ...(await sharing(after.map((row) => row.id)))];
        expect(new Set(holders).size).toBe(holders.length);
      }
    }),
    { numRuns: 5 },
  );
});

async function rowsOf({ doorId }: Line) {
  return house.db
    .select()
    .from(visits)
    .where(and(eq(visits.doorId, doorId), inArray(visits.state, ['waiting', 'inside'])))
    .orderBy(asc(visits.turnAt), asc(visits.id));
}

async function sharing(ids: readonly (typeof visits.$inferSelect)['id'][]): Promise<MemberId[]> {
  if (ids.length === 0) return [];
  const rows = await house.db
    .select()
    .from(companions)
    .where(inArray(companions.visitId, [...ids]));
  return rows.filter((row) => row.comingAt !== null).map((row) => row.memberId);
}

async function happen(line: Line, who: string, whom: string, what: string): Promise<unknown> {
  const person = line.person(who);
  switch (what) {
    case 'wait':
      return house.doors.ask(person, line.doorId, 'wait');
    case 'ask':
      return line.brings(who, whom);
    case 'yes':
    case 'no':
      return line.answers(who, what === 'yes');
    case 'come in':
      return line.comesIn(who);
    case 'follow':
      return line.follows(who);
    case 'let in':
      return house.doors.letIn(line.mentor, (await line.visitOf(who)).visitId);
    case 'miss':
      return house.turns.sweep(new Date(Date.now() + 130_000));
    case 'part': {
      // A block between two in line, which costs nobody a place.
      const [a, b] = [person.memberId, line.person(whom).memberId];
      if (a === b) return undefined;
      await house.db.insert(blocks).values({ blockerId: a, blockedId: b }).onConflictDoNothing();
      await house.encounters.part(a, b);
      return house.doors.part(a, b);
    }
    default: {
      const encounter = await encounterOf(house.db, person.memberId);
      return encounter && house.encounters.left(moment(encounter.encounterId, person.memberId));
    }
  }
}
