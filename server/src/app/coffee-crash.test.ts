import { eq, inArray, isNull, sql } from 'drizzle-orm';
import { expect, onTestFinished, test, vi } from 'vitest';
import { coffees, seats } from '../coffee/tables.ts';
import { encounterPeople, encounters } from '../encounters/index.ts';
import type { ServerProcess } from './fixtures/server-process.ts';
import { eventually, openTown, type Town, type TownWindow } from './testing.ts';

vi.setConfig({ testTimeout: 400_000 });

test('a coffee whose server is killed at every step goes on, and nobody is paired twice or left out', async () => {
  const town = await openTown();
  onTestFinished(() => town.close());
  const server = await town.serve();
  const node = await town.mediaNode(server);
  const { db } = town;
  const people = {
    bea: town.window(await town.join('Bea'), server),
    chidi: town.window(await town.join('Chidi'), server),
    dana: town.window(await town.join('Dana'), server, { comes: false }),
    eli: town.window(await town.join('Eli'), server),
  };
  const { bea, chidi, dana, eli } = people;
  const all = Object.values(people);
  await Promise.all(all.map((window) => window.here()));
  const inside = (id: TownWindow['calls'][number], ...windows: TownWindow[]) =>
    node.joined(id, ...windows.map((window) => window.person.memberId));
  const crash = async (meanwhile: () => Promise<unknown> = async () => undefined) => {
    await server.kill();
    await eventually(() => expect(all.map((window) => window.socket.connected)).toEqual(all.map(() => false)));
    await meanwhile();
    await server.startAgain();
    await Promise.all(all.map((window) => window.here()));
    await node.again();
  };

  // Sat down.
  await eli.press('sitDown', { minutes: 10 });
  await crash();
  expect(eli.mine?.seat).toMatchObject({ minutes: 10, again: false });

  // Paired, and not written down: nothing has happened, and it happens now.
  await diesIn(town, server, 'before', () => dana.press('sitDown', {}));
  await crash();
  await eventually(() => expect(eli.calls).toHaveLength(1));
  await eventually(() => expect(dana.calls).toEqual(eli.calls));
  // One is in the call; the other never comes, and is not waited for. Who came is first in line again.
  await inside(eli.calls[0] ?? expect.fail(), eli);
  await crash();
  await eventually(() => expect(eli.mine?.seat).toMatchObject({ minutes: 10, again: true }));
  await eventually(() => expect(dana.mine).toMatchObject({ seat: null, encounter: null }));
  await eli.press('leaveTable', {});

  // Paired and written down, and nobody was told.
  await bea.press('sitDown', {});
  await diesIn(town, server, 'after', () => chidi.press('sitDown', {}));
  await crash();
  await eventually(() => expect([bea.calls.length, chidi.calls.length]).toEqual([1, 1]));
  expect(chidi.calls).toEqual(bea.calls);
  const id = bea.calls[0] ?? expect.fail();
  await eventually(async () =>
    expect(await db.select().from(coffees).where(eq(coffees.encounterId, id))).toMatchObject([{ told: true }]),
  );

  // Both admitted; then one in the call, who began some time ago; then both, with the bell about to ring.
  await crash();
  await inside(id, bea);
  const startedAt = new Date(Date.now() - 18 * 60_000 + 8_000);
  await crash(() => db.update(encounters).set({ startedAt }).where(eq(encounters.id, id)));
  await inside(id, chidi);
  await crash();
  await eventually(() => expect([bea.mine?.coffee?.bell, chidi.mine?.coffee?.bell]).toEqual([true, true]));
  await crash();
  expect([bea.mine?.coffee?.bell, chidi.mine?.coffee?.bell]).toEqual([true, true]);
  // Stay longer, pressed by one: it is kept, and told to nobody. Then by both.
  await bea.press('stayLonger', { encounterId: id });
  await crash();
  expect([bea.mine?.coffee?.staying, chidi.mine?.coffee?.staying]).toEqual([true, false]);
  await chidi.press('stayLonger', { encounterId: id });
  await crash();
  for (const { mine } of [bea, chidi])
    expect(mine?.coffee).toMatchObject({ extensions: 1, bell: false, staying: false });

  // Two coffees were ever poured, one is going on, and nobody was called anywhere else.
  expect(all.map((window) => window.calls.length)).toEqual([1, 1, 1, 1]);
  expect(await db.select().from(encounters)).toHaveLength(2);
  const open = await db.select().from(encounterPeople).where(isNull(encounterPeople.leftAt));
  expect(open.map((row) => [row.encounterId, row.memberId]).sort()).toEqual(
    [bea, chidi].map(({ person }) => [id, person.memberId]).sort(),
  );
  const ids = all.map(({ person }) => person.memberId);
  expect(await db.select().from(seats).where(inArray(seats.memberId, ids))).toEqual([]);
});

/**
 * Has the server die in the transaction that pours a coffee: before it is written down, or after it was and before the
 * server hears so. The transaction waits to be died in, at a lock that is held here.
 */
async function diesIn({ db }: Town, server: ServerProcess, when: 'before' | 'after', press: () => Promise<unknown>) {
  await db.execute(sql`create function dwell() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock_shared(1); return new; end $$`);
  await db.execute(
    when === 'before'
      ? sql`create trigger dwelling before insert on coffees for each row execute function dwell()`
      : sql`create constraint trigger dwelling after insert on coffees deferrable initially deferred
          for each row execute function dwell()`,
  );
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(1)`);
    await press();
    await eventually(async () => {
      const waiting = sql`select from pg_stat_activity where wait_event = 'advisory' and datname = current_database()`;
      expect((await db.execute(waiting)).rowCount).toBe(1);
    });
    await server.kill();
  });
  // Waits for the transaction to end, one way or the other.
  await db.execute(sql`drop trigger dwelling on coffees`);
  await db.execute(sql`drop function dwell()`);
}
