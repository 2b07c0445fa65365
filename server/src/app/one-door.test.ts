import type { DoorId, EncounterId, MemberId, VisitId } from '@ajar/shared';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { doors, visits } from '../doors/tables.ts';
import type { ServerProcess } from './fixtures/server-process.ts';
import { eventually, openTown, type Town, type TownWindow } from './testing.ts';

vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

let town: Town;
let servers: [ServerProcess, ServerProcess];
let node: Awaited<ReturnType<Town['mediaNode']>>;
beforeAll(async () => {
  town = await openTown({ redis: true });
  servers = await Promise.all([town.serve(), town.serve()]);
  node = await town.mediaNode(servers[0]);
});
afterAll(() => town.close());

type Row = { id: VisitId; visitorId: MemberId; encounterId: EncounterId | null };

/** Every visit at the door that waits, in the order of the line, or is inside. */
async function standing(doorId: DoorId): Promise<{ line: Row[]; inside: Row[] }> {
  const rows = await town.db
    .select({ id: visits.id, visitorId: visits.visitorId, state: visits.state, encounterId: visits.encounterId })
    .from(visits)
    .where(and(eq(visits.doorId, doorId), inArray(visits.state, ['waiting', 'inside'])))
    .orderBy(asc(visits.turnAt), asc(visits.id));
  return {
    line: rows.filter((row) => row.state === 'waiting'),
    inside: rows.filter((row) => row.state === 'inside'),
  };
}

/** Whatever of these presses is refused is refused: only one of them can be first. */
const settled = (...presses: Promise<unknown>[]) => Promise.allSettled(presses);

test('two servers, one door, everybody presses at once: one is inside after every step, and no place is lost', async () => {
  const [mentor, ...people] = await Promise.all(
    Array.from({ length: 21 }, (_, n) => town.join(n === 0 ? 'Amara Osei' : `Person ${n}`)),
  );
  if (!mentor) throw new Error('nobody');
  const at = (n: number) => servers[n % 2 === 0 ? 0 : 1];
  const [here, there] = await Promise.all(servers.map((server) => town.window(mentor, server).here()));
  if (!here || !there) throw new Error('no window');
  await here.press('setDoor', { state: 'open' });
  const [door] = await town.db.select().from(doors).where(eq(doors.memberId, mentor.memberId));
  const doorId = door?.id ?? expect.fail('no door');
  const windows = await Promise.all(people.map((person, n) => town.window(person, at(n), { comes: false }).here()));

  // Some walk in and some mean to wait; whoever is told that it has become otherwise does the other.
  const walk = (window: TownWindow): Promise<unknown> => window.press('walkIn', { doorId });
  const wait = (window: TownWindow): Promise<unknown> => window.press('waitInLine', { doorId });
  await Promise.all(
    windows.map(async (window, n) => {
      const [first, then] = n % 3 === 0 ? [wait, walk] : [walk, wait];
      await first(window)
        .catch(() => then(window))
        .catch(() => wait(window));
    }),
  );
  const begun = await standing(doorId);
  expect(begun.inside).toHaveLength(1);
  expect(begun.line).toHaveLength(people.length - 1);

  let [visit] = begun.inside;
  for (let step = 0; step < 6; step += 1) {
    const encounterId = visit?.encounterId ?? expect.fail('nobody is inside');
    const both = [mentor.memberId, visit?.visitorId ?? expect.fail('nobody is inside')] as const;
    await node.joined(encounterId, ...both);
    await node.left(encounterId, ...both);
    const { line } = await eventually(async () => {
      const now = await standing(doorId);
      expect(now.inside).toEqual([]);
      return now;
    });
    // Nobody was overtaken while the visit lasted.
    expect(line.map((row) => row.visitorId)).toEqual(
      begun.line.map((row) => row.visitorId).filter((id) => line.some((row) => row.visitorId === id)),
    );
    const [first, second, third] = line;
    if (!first || !second || !third) throw new Error('the line is too short');
    const firstWindow = windows.find((window) => window.person.memberId === first.visitorId);
    // The mentor lets in two at two servers, whoever is first comes in by themselves if called, and others try to.
    const after = await eventually(async () => {
      await settled(
        here.press('letIn', { visitId: first.id }),
        there.press('letIn', { visitId: second.id }),
        here.press('letIn', { visitId: third.id }),
        ...(firstWindow ? [firstWindow.press('comeIn', { visitId: first.id })] : []),
        ...windows.slice(0, 4).map(walk),
      );
      const now = await standing(doorId);
      expect(now.inside.length).toBeGreaterThan(0);
      return now;
    });
    expect(after.inside).toHaveLength(1);
    [visit] = after.inside;
    expect([first, second, third].map((row) => row.visitorId)).toContain(visit?.visitorId);
    // Whoever has been inside may have tried to wait again; of the others each has the place they had.
    expect(after.line.map((row) => row.id)).toEqual(line.map((row) => row.id).filter((id) => id !== visit?.id));
  }
  const all = await town.db.select().from(visits).where(eq(visits.doorId, doorId));
  const counted = Map.groupBy(all, (row) => row.state);
  expect([...counted].map(([state, rows]) => `${rows.length} ${state}`).sort()).toEqual([
    '1 inside',
    '13 waiting',
    '6 over',
  ]);
});
