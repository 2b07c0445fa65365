import type { ProgramId } from '@ajar/shared';
import { and, countDistinct, eq, gte, isNotNull, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { encounterPeople, encounters } from '../encounters/index.ts';
import { coffees } from './tables.ts';

/** How far back one looks, in days. */
const lookBack = 28;

/** Behind every hour that is named there are at least so many different people. */
const fewest = 5;
const mostNamed = 2;

/** The hours of the day, UTC, in which most people met at the table lately; none that would speak of fewer than five. */
export async function usualHours(db: Queryable, programId: ProgramId, now: Date): Promise<number[]> {
  const hour = sql<number>`extract(hour from ${encounters.startedAt} at time zone 'UTC')::int`;
  const people = countDistinct(encounterPeople.memberId);
  const rows = await db
    .select({ hour, people })
    .from(coffees)
    .innerJoin(encounters, eq(encounters.id, coffees.encounterId))
    .innerJoin(encounterPeople, eq(encounterPeople.encounterId, coffees.encounterId))
    .where(
      and(
        eq(coffees.programId, programId),
        gte(coffees.openedAt, new Date(now.getTime() - lookBack * 24 * 3600_000)),
        isNotNull(encounters.startedAt),
        isNotNull(encounterPeople.joinedAt),
      ),
    )
    .groupBy(hour)
    .having(gte(people, fewest))
    .orderBy(sql`${people} desc`, hour)
    .limit(mostNamed);
  return rows.map((row) => row.hour).sort((a, b) => a - b);
}
