import type { AddressInfo } from 'node:net';
import { type MemberId, type ProgramId, type RoundKept, type RoundSeen, roundPlan } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mountApi } from '../api/index.ts';
import { createLog } from '../log/index.ts';
import { toMember } from '../programs/index.ts';
import { members } from '../programs/tables.ts';
import { UnderWay } from '../under-way/index.ts';
import { answer } from './answers.ts';
import { roundHandlers } from './handlers.ts';
import { roundsRouter } from './router.ts';
import { roundOccurrences } from './tables.ts';
import { createRoundHouse, linkSecret, type RoundHouse } from './testing.ts';

let house: RoundHouse;
let url: string;
let server: ReturnType<ReturnType<typeof express>['listen']>;
beforeAll(async () => {
  house = await createRoundHouse(new Date().toISOString());
  const { db, rounds } = house;
  const app = express();
  await new Promise<void>((done) => {
    server = app.listen(0, '127.0.0.1', () => done());
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  app.use(roundsRouter({ db, rounds, secret: linkSecret, publicUrl: url }));
  mountApi(app, {
    // Of all routes only those of rounds are tried here.
    handlers: roundHandlers({ db, rounds, publicUrl: url }) as Parameters<typeof mountApi>[1]['handlers'],
    viewer: async ({ headers }) => {
      const [row] = await db
        .select()
        .from(members)
        .where(eq(members.id, String(headers['x-member']) as MemberId));
      if (!row) return null;
      const program = { id: row.programId, name: 'A programme' };
      return { userId: row.id, email: row.email, demo: false, member: toMember(row), program };
    },
    publicUrl: url,
    underWay: new UnderWay(),
    log: createLog({ level: 'error' }),
  });
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await house.close();
});

/** Somebody at the API, and what they are answered. */
function at(memberId: MemberId) {
  return async <T = { code?: string }>(method: string, path: string, body?: object) => {
    const headers = { 'x-member': memberId, 'content-type': 'application/json' };
    const response = await fetch(`${url}${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    return { status: response.status, body: (await response.json()) as T };
  };
}

async function programme() {
  const { programId, join } = await house.newProgram();
  const [farah, chidi] = [await join('Farah'), await join('Chidi')];
  await house.db.update(members).set({ staff: true }).where(eq(members.id, farah.memberId));
  const roundId = await house.make(programId, {});
  await answer(house.db, chidi, roundId, { cadence: 'every' });
  return { programId: programId as ProgramId, roundId, farah: at(farah.memberId), chidi: at(chidi.memberId) };
}

/** Tomorrow at this hour, local to no place. */
const onTomorrow = (hour: string) => `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T${hour}:00`;
const changed = (hour: string) =>
  roundPlan.parse({
    name: 'Tea round',
    invited: null,
    rule: 'freq=daily',
    startsAt: onTomorrow(hour),
    timeZone: 'UTC',
    sittings: 1,
    sittingSeconds: 900,
    preset: null,
    repeatWindowDays: 30,
  });

test('staff change a round: what is announced moves with it, and those who come stay in it', async () => {
  const { farah, chidi, roundId } = await programme();
  expect((await farah('PUT', `/api/kept-rounds/${roundId}`, changed('09'))).status).toBe(200);
  const kept = await farah<{ rounds: RoundKept[] }>('GET', '/api/kept-rounds');
  expect(kept.body.rounds).toMatchObject([
    { roundId, name: 'Tea round', rule: 'FREQ=DAILY', sittings: 1, joined: null },
  ]);
  const open = await house.occurrences(roundId);
  expect(open.map((row) => [row.phase, row.startsAt.toISOString()])).toEqual([
    ['announced', `${onTomorrow('09')}:00.000Z`],
  ]);
  expect(open).toMatchObject([{ sittings: 1, sittingSeconds: 900 }]);
  const seen = await chidi<{ rounds: RoundSeen[] }>('GET', '/api/rounds');
  expect(seen.body.rounds).toMatchObject([{ roundId, name: 'Tea round', cadence: 'every' }]);
  expect(seen.body.rounds[0]?.turns[0]).toBe(open[0]?.startsAt.toISOString());
});

test('a round that is under way ends as it began, whatever is changed; the next one is as it was changed', async () => {
  const { farah, roundId } = await programme();
  const { id, startsAt } = await house.current(roundId);
  await house.db.update(roundOccurrences).set({ phase: 'gathering' }).where(eq(roundOccurrences.id, id));
  await farah('PUT', `/api/kept-rounds/${roundId}`, changed('09'));
  expect(await house.current(roundId)).toMatchObject({ id, startsAt, phase: 'gathering', sittings: 2 });
  await house.db.update(roundOccurrences).set({ phase: 'over' }).where(eq(roundOccurrences.id, id));
  await house.rounds.plan(roundId);
  expect(await house.current(roundId)).toMatchObject({ sittings: 1 });
});

test('a change that can never take place, or that is no plan, is refused and changes nothing', async () => {
  const { farah, roundId } = await programme();
  const before = await farah('GET', '/api/kept-rounds');
  const path = `/api/kept-rounds/${roundId}`;
  const never = await farah('PUT', path, {
    ...changed('09'),
    rule: 'FREQ=DAILY;COUNT=1',
    startsAt: '2020-01-01T09:00',
  });
  expect([never.status, never.body.code]).toEqual([400, 'never']);
  expect((await farah('PUT', path, { ...changed('09'), sittings: 40 })).status).toBe(400);
  expect(await farah('GET', '/api/kept-rounds')).toEqual(before);
});

test('staff stop a round: it is announced no more, and nobody sees it', async () => {
  const { farah, chidi, roundId } = await programme();
  expect((await farah('DELETE', `/api/kept-rounds/${roundId}`)).status).toBe(200);
  expect(await house.occurrences(roundId)).toEqual([]);
  for (const [who, path] of [
    [farah, '/api/kept-rounds'],
    [chidi, '/api/rounds'],
  ] as const) {
    expect((await who('GET', path)).body).toEqual({ rounds: [] });
  }
  await house.rounds.sweep();
  expect(await house.occurrences(roundId)).toEqual([]);
  const again = await farah('DELETE', `/api/kept-rounds/${roundId}`);
  expect([again.status, again.body.code]).toEqual([404, 'no-such-round']);
});

test('only staff of the round’s own programme change or stop it', async () => {
  const { chidi, roundId } = await programme();
  const elsewhere = await programme();
  for (const [who, status] of [
    [chidi, 403],
    [elsewhere.farah, 404],
  ] as const) {
    expect((await who('PUT', `/api/kept-rounds/${roundId}`, changed('09'))).status).toBe(status);
    expect((await who('DELETE', `/api/kept-rounds/${roundId}`)).status).toBe(status);
  }
  expect(await house.current(roundId)).toMatchObject({ phase: 'announced', sittings: 2 });
});

test('a calendar feed that is revoked leads nowhere from then on, and a new one has another address', async () => {
  const { chidi } = await programme();
  const made = await chidi<{ url: string }>('POST', '/api/calendar');
  const first = made.body.url;
  expect((await chidi('GET', '/api/calendar')).body).toEqual({ url: first });
  expect(await (await fetch(first)).text()).toContain('BEGIN:VEVENT');
  expect((await chidi('DELETE', '/api/calendar')).status).toBe(200);
  expect((await chidi('GET', '/api/calendar')).body).toEqual({ url: null });
  expect((await fetch(first)).status).toBe(404);
  const again = await chidi<{ url: string }>('POST', '/api/calendar');
  expect(again.body.url).not.toBe(first);
  expect((await fetch(first)).status).toBe(404);
  expect((await fetch(again.body.url)).status).toBe(200);
  expect((await chidi('DELETE', '/api/calendar')).status).toBe(200);
  expect((await chidi('DELETE', '/api/calendar')).status).toBe(200);
});
