import { csvOf, type DoorFigureRow } from '@ajar/shared';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figuresOf, type Met, type Offered } from './door-month.ts';
import { fewest } from './rules.ts';

const month = { name: '2026-10', from: new Date('2026-10-01T00:00:00Z'), to: new Date('2026-11-01T00:00:00Z') };
const at = (minute: number) => new Date(Date.UTC(2026, 9, 3, 10, minute));

type Happened = { offered: Offered[]; met: Met[] };

/** A month of up to four divisions: some with many visitors, some with a few, of whom some came before. */
const happened: fc.Arbitrary<Happened> = fc
  .record({
    hosts: fc.array(fc.nat(3), { minLength: 1, maxLength: 12 }),
    visitors: fc.array(
      fc.record({
        division: fc.nat(3),
        hosts: fc.array(fc.nat(11), { minLength: 1, maxLength: 3 }),
        isNew: fc.boolean(),
      }),
      { maxLength: 40 },
    ),
  })
  .map(({ hosts, visitors }) => ({
    offered: hosts.map((division, n) => ({ mentorId: `h${n}`, division: `D${division}`, from: at(0), to: at(60) })),
    met: visitors.flatMap(({ division, hosts: visited, isNew }, n) =>
      visited.map((visit, nth) => {
        const host = visit % hosts.length;
        return {
          visitorId: `v${n}`,
          visitorDivision: `D${division}`,
          hostId: `h${host}`,
          hostDivision: `D${hosts[host]}`,
          askedAt: at(0),
          insideAt: at(nth + 1),
          lasted: 600_000,
          first: isNew && nth === 0,
        };
      }),
    ),
  }));

/** The least there is to know: everything that happened is the sum of these, and each speaks of these people. */
type Atom = { division: string; first?: boolean; people: Set<string>[] };
type Column = Exclude<keyof DoorFigureRow, 'division'>;

const divisions = ['D0', 'D1', 'D2', 'D3'];
const visitsOf = (met: readonly Met[], of: 'visitorDivision' | 'hostDivision', division: string) =>
  met.filter((visit) => visit[of] === division);
const bothOf = (met: readonly Met[]) => [
  new Set(met.map(({ visitorId }) => visitorId)),
  new Set(met.map(({ hostId }) => hostId)),
];

/** What is shown, as sums of atoms. */
function sums(rows: readonly DoorFigureRow[], column: Column, atoms: readonly Atom[], of: (atom: Atom) => boolean) {
  return rows
    .filter((row) => row[column] !== null)
    .map(({ division }) =>
      atoms.map((atom) => (of(atom) && (division === null || atom.division === division) ? 1 : 0)),
    );
}

/** Every set of atoms whose sum follows from sums that are shown, by adding and taking away. */
function inferred(known: readonly (readonly number[])[], atoms: readonly Atom[]): Atom[][] {
  const rank = (rows: readonly (readonly number[])[]) => echelon(rows).length;
  const basis = echelon(known);
  const found: Atom[][] = [];
  for (let set = 1; set < 2 ** atoms.length; set += 1) {
    const wanted = atoms.map((_, n) => (set >> n) & 1);
    if (rank([...basis, wanted]) === basis.length) found.push(atoms.filter((_, n) => wanted[n] === 1));
  }
  return found;
}

/** The rows that are left of a matrix of small whole numbers, each with a leading one (Gauss and Jordan). */
function echelon(rows: readonly (readonly number[])[]): number[][] {
  let left = rows.map((row) => [...row]);
  const done: number[][] = [];
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = left.find((row) => Math.abs(row[column] ?? 0) > 1e-9);
    if (!pivot) continue;
    const by = pivot[column] ?? 1;
    const leading = pivot.map((value) => value / by);
    left = left
      .filter((row) => row !== pivot)
      .map((row) => row.map((value, n) => value - (row[column] ?? 0) * (leading[n] ?? 0)));
    done.push(leading);
  }
  return done;
}

/** Of each part people had in it, nobody or enough. */
function expectEnough(set: readonly Atom[], parts: number, what: string): void {
  for (let part = 0; part < parts; part += 1) {
    const people = new Set(set.flatMap((atom) => [...(atom.people[part] ?? [])])).size;
    expect(people === 0 || people >= fewest, `${what}: ${people} people, part ${part}`).toBe(true);
  }
}

test('nothing that staff see, added to and taken from each other, speaks of one to four people', () => {
  fc.assert(
    fc.property(happened, ({ offered, met }) => {
      const { rows } = figuresOf(month, offered, met);
      const mentors = divisions.map((division): Atom => {
        const ids = offered.filter((time) => time.division === division).map(({ mentorId }) => mentorId);
        return { division, people: [new Set(ids)] };
      });
      for (const set of inferred(
        sums(rows, 'offeredHours', mentors, () => true),
        mentors,
      )) {
        expectEnough(set, 1, 'hours offered');
      }
      const used = divisions.map(
        (division): Atom => ({ division, people: bothOf(visitsOf(met, 'hostDivision', division)) }),
      );
      for (const set of inferred(
        sums(rows, 'usedHours', used, () => true),
        used,
      ))
        expectEnough(set, 2, 'hours used');
      // First visits are some of the visits: what is left of the one by the other counts too.
      const visits = divisions.flatMap((division) =>
        [true, false].map((first): Atom => {
          const some = visitsOf(met, 'visitorDivision', division).filter((visit) => visit.first === first);
          return { division, first, people: bothOf(some) };
        }),
      );
      const shown = [
        ...sums(rows, 'visits', visits, () => true),
        ...sums(rows, 'firstVisits', visits, (atom) => atom.first === true),
      ];
      for (const set of inferred(shown, visits)) expectEnough(set, 2, 'visits');
      for (const column of ['waitMedian', 'waitP90'] as const) {
        for (const set of inferred(
          sums(rows, column, visits, () => true),
          visits,
        ))
          expectEnough(set, 2, column);
      }
    }),
    { numRuns: 1_000 },
  );
});

const words = {
  month: 'Month',
  division: 'Division',
  everybody: 'Everybody',
  unnamed: 'Not said',
  offeredHours: 'Hours offered',
  usedHours: 'Hours used',
  visits: 'Visits',
  firstVisits: 'First visits',
  waitMedian: 'Median wait',
  waitP90: 'Long wait',
};

test('the CSV has the figures that are on screen, an empty field for each that is hidden, and nothing else', () => {
  fc.assert(
    fc.property(happened, ({ offered, met }) => {
      const figures = figuresOf(month, offered, met);
      const [, ...lines] = csvOf([figures], words).trimEnd().split('\r\n');
      const shown = figures.rows.map(({ division, ...row }) =>
        [
          '2026-10',
          division ?? 'Everybody',
          row.offeredHours,
          row.usedHours,
          row.visits,
          row.firstVisits,
          row.waitMedian,
          row.waitP90,
        ].join(),
      );
      expect(lines).toEqual(shown);
    }),
  );
});
