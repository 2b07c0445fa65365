import { eq, sql } from 'drizzle-orm';
import { expect, onTestFinished, test, vi } from 'vitest';
import { members } from '../programs/tables.ts';
import { eventually, openTown } from './testing.ts';

vi.setConfig({ testTimeout: 400_000 });

test('a request whose sender has gone is finished before the database is closed', async () => {
  const town = await openTown();
  onTestFinished(() => town.close());
  const { db } = town;
  const chidi = await town.join('Chidi Mensah');
  const server = await town.serve();
  const [held, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holding = db.transaction(async (tx) => {
    await tx.select().from(members).where(eq(members.id, chidi.memberId)).for('update');
    held.resolve();
    await free.promise;
  });
  await held.promise;

  const page = new AbortController();
  const pressed = fetch(`${server.url}/api/me/profile`, {
    method: 'PATCH',
    headers: { ...chidi.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ place: 'Ward 4' }),
    signal: page.signal,
  }).catch((thrown: unknown) => thrown);
  await eventually(async () => {
    const { rows } = await db.execute(sql`select 1 from pg_stat_activity where wait_event_type = 'Lock'`);
    expect(rows).toHaveLength(1);
  });
  page.abort();
  await pressed;
  const stopped = server.stop();
  await eventually(() => expect(fetch(`${server.url}/healthz`)).rejects.toThrow());
  free.resolve();
  await holding;

  expect(await stopped).toBe(0);
  expect(server.complaints).toEqual([]);
  const [row] = await db.select({ place: members.place }).from(members).where(eq(members.id, chidi.memberId));
  expect(row?.place).toBe('Ward 4');
});
