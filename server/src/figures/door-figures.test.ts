import { csvOf, type DoorFigureRow, type EncounterId, type MemberId, type ProgramId, type VisitId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { doorTimes } from '../doorkeeping/tables.ts';
import { doors, visits } from '../doors/tables.ts';
import { encounters } from '../encounters/tables.ts';
import { newId } from '../ids/index.ts';
import { ownNodeId } from '../nodes/index.ts';
import { particulars } from '../people/tables.ts';
import { members, programs } from '../programs/tables.ts';
import { doorFiguresOf } from './door-figures.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const now = new Date('2026-11-22T12:00:00Z');
const at = (day: number, minute = 0) => new Date(Date.UTC(2026, 9, day, 10, minute));

/** A programme with mentors whose doors stood open for an hour on 2 October, and visitors of three divisions. */
async function october({ mentors, divisions }: { mentors: number; divisions: Record<string, number> }) {
  const { db } = database;
  const programId = newId<ProgramId>();
  await db.insert(programs).values({ id: programId, name: 'A programme', createdAt: new Date('2026-10-01T00:00:00Z') });
  const join = async (division: string) => {
    const id = newId<MemberId>();
    await db.insert(members).values({ id, programId, email: `${id}@example.org`, name: 'Somebody' });
    await db.insert(particulars).values({ memberId: id, division });
    return id;
  };
  const hosts: { hostId: MemberId; doorId: (typeof doors.$inferSelect)['id'] }[] = [];
  for (let n = 0; n < mentors; n += 1) {
    const hostId = await join('Medicine');
    const doorId = newId<(typeof doors.$inferSelect)['id']>();
    await db.insert(doors).values({ id: doorId, programId, memberId: hostId });
    await db.insert(doorTimes).values({ doorId, memberId: hostId, openedAt: at(2), closedAt: at(2, 60) });
    hosts.push({ hostId, doorId });
  }
  const visit = async (visitorId: MemberId, n: number, day = 3) => {
    const { hostId, doorId } = hosts[n % hosts.length] ?? expect.fail('nobody');
    const encounterId = newId<EncounterId>();
    const insideAt = at(day, 10 + (n % 10));
    await db.insert(encounters).values({
      id: encounterId,
      programId,
      kind: 'door',
      nodeId: ownNodeId,
      startedAt: insideAt,
      endedAt: new Date(insideAt.getTime() + 30 * 60_000),
    });
    await db.insert(visits).values({
      id: newId<VisitId>(),
      doorId,
      visitorId,
      hostId,
      encounterId,
      state: 'over',
      askedAt: at(day, 10),
      insideAt,
      endedAt: at(day, 50),
    });
  };
  const visitors: MemberId[] = [];
  for (const [division, count] of Object.entries(divisions)) {
    for (let n = 0; n < count; n += 1) {
      const visitorId = await join(division);
      visitors.push(visitorId);
      await visit(visitorId, n);
    }
  }
  return { programId, visitors, visit };
}

const rowOf = (rows: readonly DoorFigureRow[], division: string | null) =>
  rows.find((row) => row.division === division);

test('a month is told in hours, visits and waits, of everybody and of each division with five people behind it', async () => {
  const { programId } = await october({ mentors: 6, divisions: { Surgery: 10, Nursing: 6 } });
  const [month, ...others] = await doorFiguresOf(database.db, programId, now);
  expect(others).toEqual([]);
  expect(month?.month).toBe('2026-10');
  const rows = month?.rows ?? [];
  expect(rowOf(rows, null)).toEqual({
    division: null,
    offeredHours: 6,
    usedHours: 8,
    visits: 16,
    firstVisits: 16,
    waitMedian: 3,
    waitP90: 8,
  });
  expect(rowOf(rows, 'Surgery')).toMatchObject({
    visits: 10,
    firstVisits: 10,
    waitMedian: 4,
    waitP90: 8,
    offeredHours: null,
  });
  expect(rowOf(rows, 'Medicine')).toMatchObject({ offeredHours: 6, usedHours: 8, visits: null });
});

test('a division of fewer than five shows nothing, nor does the one whose figure would give it away', async () => {
  const { programId } = await october({ mentors: 6, divisions: { Surgery: 10, Nursing: 6, Pharmacy: 2 } });
  const [month] = await doorFiguresOf(database.db, programId, now);
  expect(rowOf(month?.rows ?? [], null)).toMatchObject({ visits: 18 });
  expect(rowOf(month?.rows ?? [], 'Surgery')).toMatchObject({ visits: 10 });
  expect(JSON.stringify(month)).not.toMatch(/Nursing|Pharmacy/);
});

test('where fewer than five mentors hold doors, nothing is shown at all', async () => {
  const { programId } = await october({ mentors: 4, divisions: { Surgery: 10 } });
  const [month] = await doorFiguresOf(database.db, programId, now);
  const nothing = {
    offeredHours: null,
    usedHours: null,
    visits: null,
    firstVisits: null,
    waitMedian: null,
    waitP90: null,
  };
  expect(month?.rows).toEqual([{ division: null, ...nothing }]);
});

test('first visits are hidden where visits less first visits would be those of one person', async () => {
  const { programId, visitors, visit } = await october({ mentors: 6, divisions: { Surgery: 10 } });
  await visit(visitors[0] ?? expect.fail('nobody'), 1, 5);
  const [month] = await doorFiguresOf(database.db, programId, now);
  expect(rowOf(month?.rows ?? [], null)).toMatchObject({ visits: 11, firstVisits: null });
});

test('a month is reckoned once: somebody who changes division or visits later changes nothing in it', async () => {
  const { programId, visitors, visit } = await october({ mentors: 6, divisions: { Surgery: 10, Nursing: 6 } });
  const before = await doorFiguresOf(database.db, programId, now);
  const [somebody] = visitors;
  if (!somebody) throw new Error('nobody');
  await database.db.update(particulars).set({ division: 'Nursing' }).where(eq(particulars.memberId, somebody));
  await visit(somebody, 1, 7);
  expect(await doorFiguresOf(database.db, programId, now)).toEqual(before);
});

test('the month under way is not told, and two who look at once see the same', async () => {
  const { programId } = await october({ mentors: 6, divisions: { Surgery: 10 } });
  expect(await doorFiguresOf(database.db, programId, new Date('2026-10-31T23:00:00Z'))).toEqual([]);
  const [a, b] = await Promise.all([1, 2].map(() => doorFiguresOf(database.db, programId, now)));
  expect(a).toEqual(b);
  expect(a).toHaveLength(1);
});

test('a spreadsheet gets the same figures, an empty field for a hidden one, and no formula', () => {
  const words = {
    month: 'Month',
    division: 'Division',
    everybody: 'Everybody',
    unnamed: 'None named',
    offeredHours: 'Offered',
    usedHours: 'Used',
    visits: 'Visits',
    firstVisits: 'First',
    waitMedian: 'Median',
    waitP90: 'p90',
  };
  const row = { offeredHours: 1.5, usedHours: null, visits: 5, firstVisits: null, waitMedian: 0, waitP90: 2 };
  const rows = ['=1+1', 'A, "B"', ''].map((division) => ({ division, ...row }));
  expect(csvOf([{ month: '2026-10', rows: [{ division: null, ...row }, ...rows] }], words)).toBe(
    [
      'Month,Division,Offered,Used,Visits,First,Median,p90',
      '2026-10,Everybody,1.5,,5,,0,2',
      "2026-10,'=1+1,1.5,,5,,0,2",
      '2026-10,"A, ""B""",1.5,,5,,0,2',
      '2026-10,None named,1.5,,5,,0,2',
      '',
    ].join('\r\n'),
  );
});
