import { and, eq, sql } from 'drizzle-orm';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Transaction } from '../database/index.ts';
import { doors } from '../doors/tables.ts';
import { encounterPeople, encounters } from '../encounters/tables.ts';
import { members } from '../programs/tables.ts';
import { eventually, openTown, type Town } from './testing.ts';

vi.setConfig({ testTimeout: 400_000 });

/** Locks what `row` selects. @returns what lets go of it. */
async function hold({ db }: Town, row: (tx: Transaction) => Promise<unknown>): Promise<() => Promise<void>> {
  const [held, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holding = db.transaction(async (tx) => {
    await row(tx);
    held.resolve();
    await free.promise;
  });
  await held.promise;
  return async () => {
    free.resolve();
    await holding;
  };
}

/** Until somebody waits for what is held. */
const waitedFor = ({ db }: Town) =>
  eventually(async () => {
    const { rows } = await db.execute(sql`select 1 from pg_stat_activity where wait_event_type = 'Lock'`);
    expect(rows).toHaveLength(1);
  });

test('a request whose sender has gone is finished before the database is closed', async () => {
  const town = await openTown();
  onTestFinished(() => town.close());
  const { db } = town;
  const chidi = await town.join('Chidi Mensah');
  const server = await town.serve();
  const letGo = await hold(town, (tx) => tx.select().from(members).where(eq(members.id, chidi.memberId)).for('update'));

  const page = new AbortController();
  const pressed = fetch(`${server.url}/api/me/profile`, {
    method: 'PATCH',
    headers: { ...chidi.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ place: 'Ward 4' }),
    signal: page.signal,
  }).catch((thrown: unknown) => thrown);
  await waitedFor(town);
  page.abort();
  await pressed;
  const stopped = server.stop();
  await eventually(() => expect(fetch(`${server.url}/healthz`)).rejects.toThrow());
  await letGo();

  expect(await stopped).toBe(0);
  expect(server.complaints).toEqual([]);
  const [row] = await db.select({ place: members.place }).from(members).where(eq(members.id, chidi.memberId));
  expect(row?.place).toBe('Ward 4');
});

test('who left is written down before the database is closed, though nobody waits for an answer', async () => {
  const town = await openTown();
  onTestFinished(() => town.close());
  const { db } = town;
  const [amara, chidi] = await Promise.all(['Amara Osei', 'Chidi Mensah'].map((name) => town.join(name)));
  if (!amara || !chidi) throw new Error('nobody');
  const server = await town.serve();
  const node = await town.mediaNode(server);
  const [mentor, mentee] = await Promise.all([amara, chidi].map((person) => town.window(person, server).here()));
  await mentor?.press('setDoor', { state: 'open' });
  const [door] = await db.select({ id: doors.id }).from(doors).where(eq(doors.memberId, amara.memberId));
  await mentee?.press('walkIn', { doorId: door?.id ?? expect.fail('no door') });
  const [encounter] = await db.select({ id: encounters.id }).from(encounters);
  const encounterId = encounter?.id ?? expect.fail('no encounter');
  await node.joined(encounterId, amara.memberId, chidi.memberId);

  const letGo = await hold(town, (tx) =>
    tx.select().from(encounters).where(eq(encounters.id, encounterId)).for('update'),
  );
  const told = node.left(encounterId, chidi.memberId).catch(() => undefined);
  await waitedFor(town);
  const stopped = server.stop();
  await eventually(() => expect(fetch(`${server.url}/healthz`)).rejects.toThrow());
  await letGo();
  await told;

  expect(await stopped).toBe(0);
  expect(server.complaints).toEqual([]);
  const ofChidi = and(eq(encounterPeople.encounterId, encounterId), eq(encounterPeople.memberId, chidi.memberId));
  const [row] = await db.select({ leftAt: encounterPeople.leftAt }).from(encounterPeople).where(ofChidi);
  expect(row?.leftAt).toBeInstanceOf(Date);
});
