import { AjarError, type EncounterId, type MemberId, type ProgramId, type PulseMonth, type Worth } from '@ajar/shared';
import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Db, Queryable } from '../database/index.ts';
import { type Clock, meetingsOf } from './questions.ts';
import { type PulseCount, pulseMonths } from './rules.ts';
import { pulses } from './tables.ts';

/** Keeps whether a conversation was worth the time. The first word stands. @throws AjarError `no-such-question`. */
export async function keepPulse(
  db: Db,
  me: { memberId: MemberId; programId: ProgramId },
  { encounterId, worth }: { encounterId: EncounterId; worth: Worth },
  clock: Clock,
): Promise<void> {
  const meetings = await meetingsOf(db, me.memberId, clock);
  if (!meetings.some((meeting) => meeting.encounterId === encounterId)) {
    const message = 'This conversation was too long ago to say that. Nothing was changed.';
    throw new AjarError('not-found', 'no-such-question', message);
  }
  await db
    .insert(pulses)
    .values({ encounterId, ...me, worth, at: clock.now })
    .onConflictDoNothing();
}

/** The conversations this person may still say that of. */
export async function openPulses(db: Queryable, me: MemberId, clock: Clock): Promise<{ encounterId: EncounterId }[]> {
  const met = [...new Set((await meetingsOf(db, me, clock)).map(({ encounterId }) => encounterId))];
  if (met.length === 0) return [];
  const said = await db
    .select({ encounterId: pulses.encounterId })
    .from(pulses)
    .where(and(eq(pulses.memberId, me), inArray(pulses.encounterId, met)));
  const known = new Set(said.map(({ encounterId }) => encounterId));
  return met.filter((encounterId) => !known.has(encounterId)).map((encounterId) => ({ encounterId }));
}

/** What staff may see: see `pulseMonths` for what is held back. Months are those of the server's time zone. */
export async function pulsesSeen(db: Db, programId: ProgramId, { now, zone }: Clock): Promise<PulseMonth[]> {
  const month = sql<string>`to_char(${pulses.at} at time zone ${sql.raw(quoted(zone))}, 'YYYY-MM')`;
  const said = db
    .selectDistinctOn([pulses.memberId, month], {
      memberId: pulses.memberId,
      month: month.as('month'),
      worth: pulses.worth,
    })
    .from(pulses)
    .where(and(eq(pulses.programId, programId), lt(pulses.at, now)))
    .orderBy(pulses.memberId, month, sql`${pulses.at} desc`)
    .as('said');
  const counts: PulseCount[] = await db
    .select({ month: said.month, worth: said.worth, people: sql<number>`count(*)::int` })
    .from(said)
    .groupBy(said.month, said.worth);
  return pulseMonths(counts, now.toLocaleDateString('sv-SE', { timeZone: zone }).slice(0, 7));
}

/** A name out of the time zone database as an SQL literal: grouped by, it may be no parameter. */
function quoted(zone: string): string {
  return `'${zone.replaceAll("'", "''")}'`;
}
