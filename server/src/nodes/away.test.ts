import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ServerProcess } from '../app/fixtures/server-process.ts';
import { eventually, openTown, type Town, type TownPerson } from '../app/testing.ts';
import { encounterPeople, encounters } from '../encounters/index.ts';

vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

let town: Town;
let server: ServerProcess;
let node: Awaited<ReturnType<Town['mediaNode']>>;
beforeAll(async () => {
  town = await openTown();
  server = await town.serve();
  node = await town.mediaNode(server);
});
afterAll(() => town.close());

/** Two people in a coffee's call. */
async function atCoffee() {
  const persons = [await town.join('Bea'), await town.join('Chidi')] as const;
  const windows = await Promise.all(persons.map((person) => town.window(person, server).here()));
  for (const window of windows) await window.press('sitDown', {});
  await eventually(() => expect(windows.map((window) => window.calls.length)).toEqual([1, 1]));
  const id = windows[0]?.calls[0] ?? expect.fail('no call');
  await node.joined(id, ...persons.map((person) => person.memberId));
  return { id, persons };
}

async function block(by: TownPerson, whom: TownPerson): Promise<void> {
  const address = `${server.url}/api/blocks/${whom.memberId}`;
  const answer = await fetch(address, { method: 'PUT', headers: by.headers });
  expect(answer.status, await answer.text()).toBe(200);
}

test('a media node that was away at the moment of a block is told of it when it is back, and of nothing else', async () => {
  const [parted, others] = [await atCoffee(), await atCoffee()];
  const [bea, chidi] = parted.persons;
  node.asked.length = 0;
  node.goAway();
  await block(bea, chidi);
  const open = and(eq(encounterPeople.encounterId, parted.id), isNull(encounterPeople.leftAt));
  await eventually(async () => expect(await town.db.select().from(encounterPeople).where(open)).toEqual([]));
  expect(node.asked).toEqual([]);
  node.comeBack();
  await eventually(() => expect(node.asked).toEqual([`remove ${bea.memberId} from ${parted.id}`]));
  await node.left(parted.id, bea.memberId, chidi.memberId);

  // A call that ended meanwhile is over, and one that goes on goes on.
  node.goAway();
  await town.db.update(encounterPeople).set({ leftAt: new Date() }).where(eq(encounterPeople.encounterId, others.id));
  await town.db.update(encounters).set({ endedAt: new Date() }).where(eq(encounters.id, others.id));
  node.comeBack();
  await eventually(() => expect(node.asked.slice(1)).toEqual([`close ${others.id}`]));
});
