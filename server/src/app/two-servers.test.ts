import { type MemberId, type OccurrenceId, type OfferId, occurrenceId, type RoundId, roundId } from '@ajar/shared';
import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { coffeePolicies } from '../coffee/tables.ts';
import { encounterPeople, encounters } from '../encounters/index.ts';
import { createLog } from '../log/index.ts';
import { passingOffers } from '../passing/tables.ts';
import { defineJob, openQueues } from '../queue/index.ts';
import { openRedis } from '../redis/index.ts';
import { roundOccurrences, roundSeats } from '../rounds/tables.ts';
import type { ServerProcess } from './fixtures/server-process.ts';
import { eventually, openTown, type Town, type TownPerson, type TownWindow } from './testing.ts';

vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

/** Who met whom in these people's encounters, as sorted ids. */
async function tablesOf({ db }: Town, people: readonly TownPerson[]): Promise<MemberId[][]> {
  const rows = await db
    .select({ id: encounterPeople.encounterId, memberId: encounterPeople.memberId })
    .from(encounterPeople)
    .where(
      inArray(
        encounterPeople.memberId,
        people.map((person) => person.memberId),
      ),
    );
  return [...Map.groupBy(rows, (row) => row.id).values()].map((table) => table.map((row) => row.memberId).sort());
}

describe('two servers that share a Redis', () => {
  let town: Town;
  let servers: [ServerProcess, ServerProcess];
  let node: Awaited<ReturnType<Town['mediaNode']>>;
  beforeAll(async () => {
    town = await openTown({ redis: true });
    await town.db.insert(coffeePolicies).values({ programId: town.programId, passingBar: 0 });
    servers = await Promise.all([town.serve(), town.serve()]);
    node = await town.mediaNode(servers[0]);
  });
  afterAll(() => town.close());

  /** So many people, every other one at each server. */
  async function people(count: number): Promise<TownWindow[]> {
    const persons = await Promise.all(Array.from({ length: count }, (_, n) => town.join(`Person ${n}`)));
    const windows = persons.map((person, n) => town.window(person, servers[n % 2 === 0 ? 0 : 1]));
    onTestFinished(() => {
      for (const window of windows) window.close();
    });
    return await Promise.all(windows.map((window) => window.here()));
  }

  test('many who sit down at both at once are each in exactly one pair, and in another the next time', async () => {
    const windows = await people(16);
    const persons = windows.map((window) => window.person);
    for (const time of [1, 2]) {
      const met = (await tablesOf(town, persons)).map(String);
      // Everybody presses, and presses again as impatient people do.
      await Promise.all(
        windows.flatMap((window) => [window.press('sitDown', {}), window.press('sitDown', {}).catch(() => undefined)]),
      );
      await eventually(() => {
        const waiting = windows.filter((window) => window.calls.length < time).map((window) => window.person.memberId);
        // At most the last two wait, if they have met before: nobody else is there for them.
        if (waiting.length > 0) expect(met).toContain(String(waiting.sort()));
      });
      const tables = await tablesOf(town, persons);
      expect(tables.map((table) => table.length)).toEqual(tables.map(() => 2));
      expect(new Set(tables.map(String)).size).toBe(tables.length);
      for (const { person, calls } of windows) {
        expect(tables.filter((table) => table.includes(person.memberId))).toHaveLength(calls.length);
      }
      const now = windows.filter((window) => window.calls.length === time);
      for (const [id, those] of Map.groupBy(now, (window) => window.calls.at(-1) ?? expect.fail('no call'))) {
        const ids = those.map((window) => window.person.memberId);
        expect(ids).toHaveLength(2);
        await node.joined(id, ...ids);
        await node.left(id, ...ids);
      }
    }
  });

  test('two who pass by get one offer, and both saying yes at different servers at once is one call', async () => {
    const [amara, bea] = (await people(2)) as [TownWindow, TownWindow];
    const both = [amara, bea];
    await Promise.all(both.map((window) => window.press('upForChat', { minutes: 30 })));
    const offers = await eventually(() => both.map(({ mine }) => mine?.passing.offer?.offerId ?? expect.fail('none')));
    const [offerId] = offers as [OfferId, OfferId];
    expect(offers).toEqual([offerId, offerId]);
    // Whoever presses twice may be told that the moment has passed.
    const yes = (window: TownWindow) => window.press('answerOffer', { offerId, yes: true }).catch(() => undefined);
    await Promise.all([yes(amara), yes(bea), yes(amara), yes(bea)]);
    await eventually(() => expect([amara.calls.length, bea.calls.length]).toEqual([1, 1]));
    expect(bea.calls).toEqual(amara.calls);
    const ids = both.map((window) => window.person.memberId);
    expect(
      await tablesOf(
        town,
        both.map((window) => window.person),
      ),
    ).toEqual([ids.sort()]);
    const made = or(inArray(passingOffers.oneId, ids), inArray(passingOffers.otherId, ids));
    expect(await town.db.select().from(passingOffers).where(made)).toMatchObject([{ id: offerId, over: true }]);
  });

  test('a round takes place once, with every job of it done many times', () => holdRound(town, servers, people));
});

test('a round takes place once at two servers whose queue is on Postgres', async () => {
  const town = await openTown();
  onTestFinished(() => town.close());
  const servers = (await Promise.all([town.serve(), town.serve()])) as [ServerProcess, ServerProcess];
  await town.mediaNode(servers[0]);
  // Without Redis one server does not know who is at the other, so everybody has a page open at both.
  await holdRound(town, servers, async (count) => {
    const persons = await Promise.all(Array.from({ length: count }, (_, n) => town.join(`Person ${n}`)));
    const windows = persons.flatMap((person) => servers.map((server) => town.window(person, server)));
    return await Promise.all(windows.map((window) => window.here()));
  });
});

/** Two sittings of six people. Time goes on by moving the row's own; every job is done over and over, at both servers. */
async function holdRound(
  town: Town,
  servers: readonly [ServerProcess, ServerProcess],
  people: (count: number) => Promise<TownWindow[]>,
): Promise<void> {
  const { db } = town;
  const windows = await people(6);
  const persons = [...new Set(windows.map((window) => window.person))];
  const everybody = persons.map((person) => person.memberId).sort();
  const id = await makeRound(town, servers[0], everybody);
  const again = await repeater(town);
  const current = async () => {
    const [row] = await db.select().from(roundOccurrences).where(eq(roundOccurrences.roundId, id));
    return row ?? expect.fail('no occurrence');
  };
  const planned = await eventually(current);

  for (const stage of ['gathering 0', 'sitting 1', 'between 1', 'sitting 2', 'over 2']) {
    const now = new Date();
    await db.update(roundOccurrences).set({ until: now, startsAt: now }).where(eq(roundOccurrences.id, planned.id));
    await again('step', planned.id, id);
    await eventually(async () => {
      const [row] = await db.select().from(roundOccurrences).where(eq(roundOccurrences.id, planned.id));
      expect(`${row?.phase} ${row?.sitting} ${row?.told}`).toBe(`${stage} true`);
    });
    if (stage === 'gathering 0') {
      const press = (window: TownWindow) => window.press('here', { occurrenceId: planned.id, here: true });
      await Promise.all(windows.map(press));
    }
    if (!stage.startsWith('sitting')) continue;
    const sitting = Number(stage.slice(-1));
    await eventually(() => {
      for (const person of persons) expect(callsOf(windows, person)).toHaveLength(sitting);
    });
    const seats = await db
      .select()
      .from(roundSeats)
      .where(and(eq(roundSeats.occurrenceId, planned.id), eq(roundSeats.sitting, sitting)));
    expect(seats.map((seat) => seat.memberId).sort()).toEqual(everybody);
    const tables = Map.groupBy(seats, (seat) => seat.encounterId);
    expect([...tables.values()].map((table) => table.length)).toEqual([2, 2, 2]);
  }
  const met = await tablesOf(town, persons);
  expect(met).toHaveLength(6);
  expect(new Set(met.map(String)).size).toBe(6);
  const open = and(inArray(encounterPeople.memberId, everybody), isNull(encounterPeople.leftAt));
  expect(await db.select().from(encounterPeople).where(open)).toEqual([]);
  const rooms = and(eq(encounters.programId, town.programId), eq(encounters.kind, 'round'), isNull(encounters.endedAt));
  expect(await db.select().from(encounters).where(rooms)).toEqual([]);
  // The next one is announced, once.
  await again('plan', planned.id, id);
  await eventually(async () => {
    const all = await db.select().from(roundOccurrences).where(eq(roundOccurrences.roundId, id));
    expect(all.map((row) => row.phase).sort()).toEqual(['announced', 'over']);
  });
}

/** Every call this person was called into, at any of their windows. */
function callsOf(windows: readonly TownWindow[], person: TownPerson) {
  return [...new Set(windows.filter((window) => window.person === person).flatMap((window) => window.calls))];
}

/** Made by staff, as the form does it. */
async function makeRound(town: Town, server: ServerProcess, invited: MemberId[]): Promise<RoundId> {
  const farah = await town.join('Farah', { staff: true });
  const plan = {
    name: 'A round',
    invited,
    rule: 'FREQ=DAILY',
    startsAt: new Date(Date.now() + 3_600_000).toISOString().slice(0, 16),
    timeZone: 'UTC',
    sittings: 2,
    sittingSeconds: 600,
    preset: null,
    repeatWindowDays: 0,
  };
  const headers = { ...farah.headers, 'content-type': 'application/json' };
  const body = JSON.stringify(plan);
  const answer = await fetch(`${server.url}/api/kept-rounds`, { method: 'POST', headers, body });
  return z.object({ roundId }).parse(await answer.json()).roundId;
}

/** Puts every job of a round into the queue many times, as retries and both servers' sweeps do. */
async function repeater({ database, redisUrl }: Town) {
  const log = createLog({ level: 'silent' });
  const redis = redisUrl === undefined ? undefined : await openRedis(redisUrl, log);
  const queues = await openQueues({ connection: database.connection, redis, log });
  onTestFinished(async () => {
    await queues.close();
    await redis?.close();
  });
  const none = async () => undefined;
  const step = defineJob({ name: 'rounds.step', schema: z.object({ occurrenceId }), handler: none });
  const plan = defineJob({ name: 'rounds.plan', schema: z.object({ roundId }), handler: none });
  return async (what: 'step' | 'plan', occurrence: OccurrenceId, round: RoundId) => {
    const add = () =>
      what === 'step' ? queues.add(step, { occurrenceId: occurrence }) : queues.add(plan, { roundId: round });
    await Promise.all(Array.from({ length: 8 }, add));
  };
}
