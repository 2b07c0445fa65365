import type { MemberId, OccurrenceId, ProgramId, RoundNotice } from '@ajar/shared';
import { and, eq, gt, isNotNull, isNull, lt, ne, or } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { asksFor } from './asks.ts';
import { type Invited, invitedTo } from './people.ts';
import type { OccurrenceRow, RoundRow } from './plan.ts';
import { roundOccurrences, roundPresence, roundSeats, rounds } from './tables.ts';

/** How long beforehand a round is shown in the corridor, in ms. */
const shownAhead = 7 * 24 * 3_600_000;

/** How long its end is shown to those who were there, in ms. */
const thanksFor = 60_000;

/** The round that concerns each of these people just now, if there is one. */
export async function noticesOf(
  db: Queryable,
  programId: ProgramId,
  memberIds: readonly MemberId[],
  now: Date,
): Promise<Map<MemberId, RoundNotice>> {
  const notices = new Map<MemberId, RoundNotice>();
  if (memberIds.length === 0) return notices;
  const open = await shown(db, programId, now);
  for (const { round, occurrence } of open) {
    const left = memberIds.filter((memberId) => !notices.has(memberId));
    if (left.length === 0) break;
    const [invited, here, seated, asks] = [
      await invitedTo(db, { round, startsAt: occurrence.startsAt }, left),
      await hereIn(db, occurrence.id),
      await seatedIn(db, occurrence),
      await asksFor(db, occurrence),
    ];
    for (const person of invited) {
      const part = here.has(person.memberId) ? 'here' : partOf(person);
      if (occurrence.phase === 'over' && part !== 'here') continue;
      const seat = seated.has(person.memberId);
      const asked = asks.get(person.memberId) ?? null;
      notices.set(person.memberId, { ...facts(round, occurrence), part, seated: seat, asked });
    }
  }
  return notices;
}

function partOf({ expected, satOut }: Invited): RoundNotice['part'] {
  if (expected) return 'expected';
  return satOut ? 'sat-out' : 'invited';
}

function facts(round: RoundRow, { id, startsAt, phase, sitting, sittings, until }: OccurrenceRow) {
  const end = phase === 'over' ? new Date(until.getTime() + thanksFor) : until;
  return {
    occurrenceId: id,
    roundId: round.id,
    name: round.name,
    startsAt: startsAt.toISOString(),
    phase,
    sitting,
    sittings,
    until: end.toISOString(),
  };
}

/** Occurrences under way come first, then the next; those just over for a moment, so that people hear of it. */
async function shown(db: Queryable, programId: ProgramId, now: Date) {
  const soon = new Date(now.getTime() + shownAhead);
  const justOver = new Date(now.getTime() - thanksFor);
  const rows = await db
    .select({ round: rounds, occurrence: roundOccurrences })
    .from(roundOccurrences)
    .innerJoin(rounds, eq(rounds.id, roundOccurrences.roundId))
    .where(
      and(
        eq(rounds.programId, programId),
        lt(roundOccurrences.startsAt, soon),
        or(ne(roundOccurrences.phase, 'over'), gt(roundOccurrences.until, justOver)),
      ),
    )
    .orderBy(roundOccurrences.startsAt);
  const over = (phase: string) => (phase === 'over' ? 1 : 0);
  return rows.toSorted((a, b) => over(a.occurrence.phase) - over(b.occurrence.phase));
}

async function hereIn(db: Queryable, occurrenceId: OccurrenceId): Promise<Set<MemberId>> {
  const rows = await db
    .select({ memberId: roundPresence.memberId })
    .from(roundPresence)
    .where(and(eq(roundPresence.occurrenceId, occurrenceId), isNull(roundPresence.goneAt)));
  return new Set(rows.map((row) => row.memberId));
}

async function seatedIn(db: Queryable, { id, sitting }: OccurrenceRow): Promise<Set<MemberId>> {
  const rows = await db
    .select({ memberId: roundSeats.memberId })
    .from(roundSeats)
    .where(and(eq(roundSeats.occurrenceId, id), eq(roundSeats.sitting, sitting), isNotNull(roundSeats.encounterId)));
  return new Set(rows.map((row) => row.memberId));
}
