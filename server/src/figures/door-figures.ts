import type { DoorFigures, ProgramId } from '@ajar/shared';
import { and, desc, eq, gte, isNotNull, isNull, lt, or, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { ApiPart } from '../api/index.ts';
import type { Db, Queryable } from '../database/index.ts';
import { doorTimes } from '../doorkeeping/tables.ts';
import { visits } from '../doors/tables.ts';
import { encounters } from '../encounters/tables.ts';
import { particulars } from '../people/tables.ts';
import { members, programs } from '../programs/tables.ts';
import { figuresOf, type Met, type Offered } from './door-month.ts';
import { finishedMonths, type Month } from './months.ts';
import { doorMonths } from './tables.ts';

/** What staff see of the doors. */
export function figureRoutes(db: Db): ApiPart<'doorFigures'> {
  return {
    doorFigures: async ({ viewer }) => ({ months: await doorFiguresOf(db, viewer.program.id, new Date()) }),
  };
}

/** The months of a programme that are over, the latest first: each reckoned at the first look and the same ever after. */
export async function doorFiguresOf(db: Db, programId: ProgramId, now: Date): Promise<DoorFigures[]> {
  const [program] = await db.select().from(programs).where(eq(programs.id, programId));
  if (!program) return [];
  for (const month of finishedMonths(program.createdAt, now)) {
    const known = and(eq(doorMonths.programId, programId), eq(doorMonths.month, month.name));
    const [reckoned] = await db.select({ month: doorMonths.month }).from(doorMonths).where(known);
    if (reckoned) continue;
    const figures = figuresOf(month, await offeredIn(db, programId, month), await metIn(db, programId, month));
    await db.insert(doorMonths).values({ programId, month: month.name, figures }).onConflictDoNothing();
  }
  const rows = await db
    .select({ figures: doorMonths.figures })
    .from(doorMonths)
    .where(eq(doorMonths.programId, programId))
    .orderBy(desc(doorMonths.month))
    .limit(12);
  return rows.map((row) => row.figures);
}

async function offeredIn(db: Queryable, programId: ProgramId, { from, to }: Month): Promise<Offered[]> {
  const rows = await db
    .select({
      mentorId: members.id,
      division: division(particulars),
      from: doorTimes.openedAt,
      to: doorTimes.closedAt,
    })
    .from(doorTimes)
    .innerJoin(members, eq(members.id, doorTimes.memberId))
    .leftJoin(particulars, eq(particulars.memberId, members.id))
    .where(
      and(
        eq(members.programId, programId),
        lt(doorTimes.openedAt, to),
        or(isNull(doorTimes.closedAt), gte(doorTimes.closedAt, from)),
      ),
    );
  return rows.map((row) => ({ ...row, to: row.to ?? to }));
}

async function metIn(db: Queryable, programId: ProgramId, { from, to }: Month): Promise<Met[]> {
  const ofHost = alias(particulars, 'of_host');
  const rows = await db
    .select({
      visitorId: visits.visitorId,
      visitorDivision: division(particulars),
      hostId: visits.hostId,
      hostDivision: division(ofHost),
      askedAt: visits.askedAt,
      insideAt: visits.insideAt,
      startedAt: encounters.startedAt,
      endedAt: encounters.endedAt,
      first: sql<boolean>`not exists (
        select from visits as earlier join encounters as met on met.id = earlier.encounter_id
        where earlier.visitor_id = ${visits.visitorId} and earlier.inside_at < ${visits.insideAt}
          and met.started_at is not null)`,
    })
    .from(visits)
    .innerJoin(encounters, eq(encounters.id, visits.encounterId))
    .leftJoin(particulars, eq(particulars.memberId, visits.visitorId))
    .leftJoin(ofHost, eq(ofHost.memberId, visits.hostId))
    .where(
      and(
        eq(encounters.programId, programId),
        isNotNull(encounters.startedAt),
        gte(visits.insideAt, from),
        lt(visits.insideAt, to),
      ),
    );
  return rows.flatMap(({ hostId, insideAt, startedAt, endedAt, ...visit }) =>
    hostId && insideAt && startedAt
      ? { ...visit, hostId, insideAt, lasted: (endedAt ?? to).getTime() - startedAt.getTime() }
      : [],
  );
}

/** As they have said it themselves; empty: they have not. */
function division(of: { division: SQLWrapper }) {
  return sql<string>`coalesce(trim(${of.division}), '')`;
}
