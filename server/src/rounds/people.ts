import type { Cadence, MemberId, PersonSeen } from '@ajar/shared';
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { dateOf } from '../calendar/index.ts';
import type { Queryable, Transaction } from '../database/index.ts';
import { members } from '../programs/tables.ts';
import { isTurn, lastTurn } from './cadence.ts';
import type { OccurrenceRow, RoundRow } from './plan.ts';
import { roundAnswers, roundGuests, roundPresence, roundSeats, roundSitOuts } from './tables.ts';

/** Somebody invited to an occurrence, and what is known of them. */
export type Invited = PersonSeen & {
  email: string;
  cadence: Cadence | null;
  mail: boolean;
  lastOn: string | null;
  satOut: boolean;
  /** It is their turn, and they have not sat it out. */
  expected: boolean;
};

type Of = { round: RoundRow; startsAt: Date };

/** Who is invited to a round, as it stands for one of its times. */
export async function invitedTo(
  db: Queryable,
  { round, startsAt }: Of,
  among?: readonly MemberId[],
): Promise<Invited[]> {
  const guest = db
    .select({ memberId: roundGuests.memberId })
    .from(roundGuests)
    .where(eq(roundGuests.roundId, round.id));
  const rows = await db
    .select({
      memberId: members.id,
      name: members.name,
      email: members.email,
      cadence: roundAnswers.cadence,
      mail: sql<boolean>`coalesce(${roundAnswers.mail}, true)`,
      lastOn: roundAnswers.lastOn,
      satOut: sql<boolean>`${roundSitOuts.memberId} is not null`,
    })
    .from(members)
    .leftJoin(roundAnswers, and(eq(roundAnswers.roundId, round.id), eq(roundAnswers.memberId, members.id)))
    .leftJoin(
      roundSitOuts,
      and(
        eq(roundSitOuts.roundId, round.id),
        eq(roundSitOuts.memberId, members.id),
        eq(roundSitOuts.startsAt, startsAt),
      ),
    )
    .where(
      and(
        eq(members.programId, round.programId),
        round.everybody ? undefined : inArray(members.id, guest),
        among ? inArray(members.id, [...among]) : undefined,
      ),
    );
  const on = dateOf(startsAt, round.timeZone);
  return rows.map((row) => ({
    ...row,
    expected: row.cadence !== null && !row.satOut && isTurn(row.cadence, row.lastOn, on),
  }));
}

/** Writes down whose turn this time was, once it begins. */
export async function useTurns(tx: Transaction, of: Of): Promise<void> {
  const on = dateOf(of.startsAt, of.round.timeZone);
  for (const { memberId, cadence, lastOn, satOut } of await invitedTo(tx, of)) {
    const next = cadence && lastTurn(cadence, lastOn, on, satOut);
    if (!next || next === lastOn) continue;
    await tx
      .update(roundAnswers)
      .set({ lastOn: next })
      .where(and(eq(roundAnswers.roundId, of.round.id), eq(roundAnswers.memberId, memberId)));
  }
}

/** Who came once has come: they may join anew. */
export async function forgetOnce(tx: Transaction, round: RoundRow): Promise<void> {
  await tx
    .update(roundAnswers)
    .set({ cadence: null, lastOn: null })
    .where(
      and(
        eq(roundAnswers.roundId, round.id),
        eq(roundAnswers.cadence, 'once'),
        sql`${roundAnswers.lastOn} is not null`,
      ),
    );
}

/** Who said that they are there and has not gone, and has no table in this sitting. */
export async function unseated(db: Queryable, { id, sitting }: Pick<OccurrenceRow, 'id' | 'sitting'>) {
  return db
    .select({ memberId: members.id, name: members.name })
    .from(roundPresence)
    .innerJoin(members, eq(members.id, roundPresence.memberId))
    .leftJoin(
      roundSeats,
      and(
        eq(roundSeats.occurrenceId, roundPresence.occurrenceId),
        eq(roundSeats.memberId, roundPresence.memberId),
        eq(roundSeats.sitting, sitting),
      ),
    )
    .where(
      and(
        eq(roundPresence.occurrenceId, id),
        isNull(roundPresence.goneAt),
        or(isNull(roundSeats.memberId), isNull(roundSeats.encounterId)),
      ),
    );
}
