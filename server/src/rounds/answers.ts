import { AjarError, type Cadence, type MemberId, type ProgramId, type RoundId, type RoundSeen } from '@ajar/shared';
import { and, asc, eq, gt, inArray, isNull, or } from 'drizzle-orm';
import { dateOf, timesAfter } from '../calendar/index.ts';
import type { Db, Queryable } from '../database/index.ts';
import { turnsOf } from './cadence.ts';
import { roundAnswers, roundGuests, roundSitOuts, rounds } from './tables.ts';

type Viewer = { memberId: MemberId; programId: ProgramId };

/** The rounds somebody is invited to, with what they answered and when their turns are. */
export async function roundsFor(db: Queryable, viewer: Viewer, now: Date, ahead: number): Promise<RoundSeen[]> {
  const rows = await db
    .select({ round: rounds, answer: roundAnswers })
    .from(rounds)
    .leftJoin(roundAnswers, and(eq(roundAnswers.roundId, rounds.id), eq(roundAnswers.memberId, viewer.memberId)))
    .where(invitedRounds(db, viewer))
    .orderBy(asc(rounds.name), asc(rounds.id));
  const satOut = await db
    .select({ roundId: roundSitOuts.roundId, startsAt: roundSitOuts.startsAt })
    .from(roundSitOuts)
    .where(and(eq(roundSitOuts.memberId, viewer.memberId), gt(roundSitOuts.startsAt, now)));
  return rows.map(({ round, answer }) => {
    const next = timesAfter(round, now, ahead);
    const out = new Set(satOut.filter((row) => row.roundId === round.id).map((row) => row.startsAt.getTime()));
    const on = new Map(next.map((at) => [dateOf(at, round.timeZone), at]));
    const isOut = (date: string) => out.has(on.get(date)?.getTime() ?? 0);
    const turns = answer?.cadence ? turnsOf(answer.cadence, answer.lastOn, [...on.keys()], isOut) : [];
    return {
      roundId: round.id,
      name: round.name,
      timeZone: round.timeZone,
      sittings: round.sittings,
      sittingSeconds: round.sittingSeconds,
      next: next.map((at) => at.toISOString()),
      cadence: answer?.cadence ?? null,
      mail: answer?.mail ?? true,
      turns: turns.flatMap((date) => on.get(date)?.toISOString() ?? []),
      satOut: next.filter((at) => out.has(at.getTime())).map((at) => at.toISOString()),
    };
  });
}

export type Answer = { cadence?: Cadence | null | undefined; mail?: boolean | undefined };

/** Writes down what somebody answered; what is left out stays. A new cadence begins with the next time. */
export async function answer(db: Db, viewer: Viewer, roundId: RoundId, said: Answer): Promise<void> {
  await assertInvited(db, viewer, roundId);
  const set = {
    ...(said.cadence === undefined ? {} : { cadence: said.cadence, lastOn: null }),
    ...(said.mail === undefined ? {} : { mail: said.mail }),
  };
  if (Object.keys(set).length === 0) return;
  await db
    .insert(roundAnswers)
    .values({ roundId, memberId: viewer.memberId, ...set })
    .onConflictDoUpdate({ target: [roundAnswers.roundId, roundAnswers.memberId], set });
}

/** Sits one time of a round out, or comes after all. No reason is asked, none is kept. */
export async function sitOut(db: Db, viewer: Viewer, roundId: RoundId, startsAt: Date, out: boolean): Promise<void> {
  await assertInvited(db, viewer, roundId);
  const { memberId } = viewer;
  if (out) {
    await db.insert(roundSitOuts).values({ roundId, memberId, startsAt }).onConflictDoNothing();
  } else {
    await db
      .delete(roundSitOuts)
      .where(
        and(
          eq(roundSitOuts.roundId, roundId),
          eq(roundSitOuts.memberId, memberId),
          eq(roundSitOuts.startsAt, startsAt),
        ),
      );
  }
}

/** @throws AjarError `no-such-round`, whether there is none or one is not invited. */
async function assertInvited(db: Queryable, viewer: Viewer, roundId: RoundId): Promise<void> {
  const [found] = await db
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(eq(rounds.id, roundId), invitedRounds(db, viewer)));
  if (!found) throw noSuchRound();
}

function invitedRounds(db: Queryable, { memberId, programId }: Viewer) {
  const guest = db.select({ roundId: roundGuests.roundId }).from(roundGuests).where(eq(roundGuests.memberId, memberId));
  return and(
    eq(rounds.programId, programId),
    isNull(rounds.stoppedAt),
    or(eq(rounds.everybody, true), inArray(rounds.id, guest)),
  );
}

export function noSuchRound(): AjarError {
  return new AjarError('not-found', 'no-such-round', 'There is no such round for you. It may have been stopped.');
}
