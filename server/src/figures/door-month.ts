import type { DoorFigureRow, DoorFigures } from '@ajar/shared';
import type { Month } from './months.ts';
import { type Cell, mayShow, quantile } from './rules.ts';

/** How long one door stood ajar or open. */
export type Offered = { mentorId: string; division: string; from: Date; to: Date };

/** A visit in which two met. */
export type Met = {
  visitorId: string;
  visitorDivision: string;
  hostId: string;
  hostDivision: string;
  askedAt: Date;
  insideAt: Date;
  /** How long it lasted, in ms. */
  lasted: number;
  /** The visitor had never visited before. */
  first: boolean;
};

const anHour = 3_600_000;
const aMinute = 60_000;

/** What staff may see of a month, from everything that happened in it. */
export function figuresOf({ name, from, to }: Month, offered: readonly Offered[], met: readonly Met[]): DoorFigures {
  const times = offered.map((time) => ({
    ...time,
    ms: Math.max(0, Math.min(time.to.getTime(), to.getTime()) - Math.max(time.from.getTime(), from.getTime())),
  }));
  const both = ({ visitorId, hostId }: Met) => [visitorId, hostId];
  const figures = {
    offeredHours: figure(
      times,
      (time) => time.division,
      ({ mentorId }) => [mentorId],
      (all) => hours(all.map(({ ms }) => ms)),
    ),
    usedHours: figure(
      met,
      (visit) => visit.hostDivision,
      both,
      (all) => hours(all.map(({ lasted }) => lasted)),
    ),
    visits: figure(met, byVisitor, both, (all) => all.length),
    firstVisits: figure(
      met.filter(({ first }) => first),
      byVisitor,
      both,
      (all) => all.length,
      // Visits less first visits would be the visits of those who came again.
      met.filter(({ first }) => !first),
    ),
    waitMedian: figure(met, byVisitor, both, (all) => quantile(all.map(waited), 0.5)),
    waitP90: figure(met, byVisitor, both, (all) => quantile(all.map(waited), 0.9)),
  };
  const row = (division: string | null): DoorFigureRow => ({
    division,
    offeredHours: figures.offeredHours.get(division) ?? null,
    usedHours: figures.usedHours.get(division) ?? null,
    visits: figures.visits.get(division) ?? null,
    firstVisits: figures.firstVisits.get(division) ?? null,
    waitMedian: figures.waitMedian.get(division) ?? null,
    waitP90: figures.waitP90.get(division) ?? null,
  });
  const divisions = new Set(Object.values(figures).flatMap((values) => [...values.keys()]));
  const named = [...divisions].filter((division) => division !== null).sort();
  return { month: name, rows: [row(null), ...named.map(row)] };
}

/** One figure: of everybody (`null`) and of each division, where it may be shown. */
function figure<T>(
  happened: readonly T[],
  divisionOf: (one: T) => string,
  peopleOf: (one: T) => readonly string[],
  value: (some: readonly T[]) => number,
  rest: readonly T[] = [],
): Map<string | null, number> {
  const divisions = [...new Set([...happened, ...rest].map(divisionOf))];
  const among = (all: readonly T[], division: string) => all.filter((one) => divisionOf(one) === division);
  const [one] = happened;
  const parts = one === undefined ? 0 : peopleOf(one).length;
  const byPart = (some: readonly T[]) =>
    Array.from({ length: parts }, (_, part) => new Set(some.flatMap((one) => peopleOf(one)[part] ?? [])));
  const cells: Cell[] = divisions.map((division) => ({
    division,
    people: byPart(among(happened, division)),
    rest: byPart(among(rest, division)),
  }));
  const { whole, divisions: shown } = mayShow(cells);
  return new Map([
    ...(whole ? [[null, value(happened)] as const] : []),
    ...[...shown].map((division) => [division, value(among(happened, division))] as const),
  ]);
}

const byVisitor = (visit: Met) => visit.visitorDivision;

function waited({ askedAt, insideAt }: Met): number {
  return Math.max(0, Math.round((insideAt.getTime() - askedAt.getTime()) / aMinute));
}

function hours(all: readonly number[]): number {
  return Math.round((10 * all.reduce((sum, ms) => sum + ms, 0)) / anHour) / 10;
}
