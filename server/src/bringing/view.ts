import type { MemberId, Mine, MyVisit, VisitId, Visitor } from '@ajar/shared';
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Queryable } from '../database/index.ts';
import { visitsOf } from '../doors/index.ts';
import { doors, visits } from '../doors/tables.ts';
import { members } from '../programs/tables.ts';
import { askedSince } from './rules.ts';
import { companions } from './tables.ts';

type Told = Omit<MyVisit, 'lounge' | 'party'>;

/** One's own turns, those one shares among them, each with whoever shares it or was asked to. */
export async function withParties(
  db: Queryable,
  me: MemberId,
  own: readonly Told[],
  answer?: number,
): Promise<Omit<MyVisit, 'lounge'>[]> {
  const shared = await db
    .select({ visitId: companions.visitId, memberId: members.id, name: members.name })
    .from(companions)
    .innerJoin(visits, and(eq(visits.id, companions.visitId), eq(visits.state, 'waiting')))
    .innerJoin(members, eq(members.id, visits.visitorId))
    .where(and(eq(companions.memberId, me), isNotNull(companions.comingAt)));
  const others = await Promise.all(
    shared.map(async ({ visitId, memberId, name }) => {
      const theirs = (await visitsOf(db, memberId, answer)).filter((visit) => visit.visitId === visitId);
      return theirs.map((visit) => ({ ...visit, party: { person: { memberId, name }, coming: true } }));
    }),
  );
  const asked = await askedBy(
    db,
    own.map((visit) => visit.visitId),
  );
  return [...own.map((visit) => ({ ...visit, party: asked.get(visit.visitId) ?? null })), ...others.flat()];
}

/** Whom somebody asked to come along, for as long as they may answer. That they said no is not looked at. */
async function askedBy(db: Queryable, ids: readonly VisitId[]) {
  const found = new Map<VisitId, NonNullable<MyVisit['party']>>();
  if (ids.length === 0) return found;
  const rows = await db
    .select({
      visitId: companions.visitId,
      memberId: members.id,
      name: members.name,
      comingAt: companions.comingAt,
    })
    .from(companions)
    .innerJoin(members, eq(members.id, companions.memberId))
    .where(
      and(
        inArray(companions.visitId, [...ids]),
        or(isNotNull(companions.comingAt), gt(companions.askedAt, askedSince(new Date()))),
      ),
    )
    .orderBy(asc(companions.comingAt), desc(companions.askedAt));
  for (const { visitId, memberId, name, comingAt } of rows) {
    if (!found.has(visitId)) found.set(visitId, { person: { memberId, name }, coming: comingAt !== null });
  }
  return found;
}

/** What this person is asked, and where they may follow whoever shared their place. */
export async function broughtOf(db: Queryable, me: MemberId): Promise<Mine['brought']> {
  const host = alias(members, 'host');
  const asked = and(
    eq(visits.state, 'waiting'),
    isNull(companions.comingAt),
    eq(companions.saidNo, false),
    gt(companions.askedAt, askedSince(new Date())),
  );
  const mayFollow = and(eq(visits.state, 'inside'), isNotNull(companions.comingAt));
  const rows = await db
    .select({
      visitId: visits.id,
      memberId: members.id,
      name: members.name,
      mentorName: host.name,
      state: visits.state,
    })
    .from(companions)
    .innerJoin(visits, eq(visits.id, companions.visitId))
    .innerJoin(doors, eq(doors.id, visits.doorId))
    .innerJoin(host, eq(host.id, doors.memberId))
    .innerJoin(members, eq(members.id, visits.visitorId))
    .where(and(eq(companions.memberId, me), or(asked, mayFollow)))
    .orderBy(asc(companions.askedAt));
  return rows.map(({ visitId, memberId, name, mentorName, state }) => ({
    visitId,
    person: { memberId, name },
    mentorName,
    inside: state === 'inside',
  }));
}

/** Those who wait at a door, each with whoever comes along. */
export async function withCompanions(db: Queryable, line: readonly Visitor[]): Promise<Visitor[]> {
  if (line.length === 0) return [];
  const rows = await db
    .select({ visitId: companions.visitId, name: members.name })
    .from(companions)
    .innerJoin(members, eq(members.id, companions.memberId))
    .where(
      and(
        inArray(
          companions.visitId,
          line.map((visitor) => visitor.visitId),
        ),
        isNotNull(companions.comingAt),
      ),
    );
  const names = new Map(rows.map((row) => [row.visitId, row.name]));
  return line.map((visitor) => ({ ...visitor, brings: names.get(visitor.visitId) ?? null }));
}
