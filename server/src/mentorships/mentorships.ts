import { AjarError, type MemberId, type MentorshipId, type MentorshipSeen, type MentorshipState } from '@ajar/shared';
import { and, eq, inArray, or } from 'drizzle-orm';
import type { Db, Queryable } from '../database/index.ts';
import { newId } from '../ids/index.ts';
import { hiddenFrom } from '../people/index.ts';
import { supervisions } from '../people/tables.ts';
import { mayAsk } from './rules.ts';
import { mentorships } from './tables.ts';

/** What stands between a person and each of some others. */
export type Between = { mentorships: MentorshipSeen[]; mayAsk: boolean };

/** What stands between this person and each of the others, and whether they may ask them to be their mentor. */
export async function mentorshipsWith(
  db: Queryable,
  me: MemberId,
  others: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, Between>> {
  if (others.length === 0) return new Map();
  const ids = [...others];
  // One after the other: within a transaction there is one connection.
  const rows = await db
    .select()
    .from(mentorships)
    .where(
      or(
        and(eq(mentorships.menteeId, me), inArray(mentorships.mentorId, ids)),
        and(eq(mentorships.mentorId, me), inArray(mentorships.menteeId, ids)),
      ),
    );
  const supervisors = await db
    .select({ id: supervisions.supervisorId })
    .from(supervisions)
    .where(and(eq(supervisions.supervisedId, me), inArray(supervisions.supervisorId, ids)));
  const hidden = await hiddenFrom(db, me);
  return new Map(
    ids.map((other) => {
      const between = rows.filter((row) => row.mentorId === other || row.menteeId === other);
      const asked = between.find((row) => row.mentorId === other);
      const supervised = supervisors.some(({ id }) => id === other);
      const seen = between.map(({ id, mentorId, state }) => ({
        mentorshipId: id,
        mentor: mentorId === me ? ('me' as const) : ('them' as const),
        state,
      }));
      const asking = { supervised, blocked: hidden.has(other), before: asked?.state ?? null };
      return [other, { mentorships: seen, mayAsk: mayAsk(asking) }];
    }),
  );
}

/** Asks this mentor. Asked twice at once, one row is written. @throws AjarError `not-to-ask` (not-allowed). */
export async function askMentor(db: Db, menteeId: MemberId, mentorId: MemberId): Promise<void> {
  await db.transaction(async (tx) => {
    const between = (await mentorshipsWith(tx, menteeId, [mentorId])).get(mentorId);
    if (!between?.mayAsk) {
      const message = 'This mentor cannot be asked, or has been asked already. Nothing was changed.';
      throw new AjarError('not-allowed', 'not-to-ask', message);
    }
    await tx.insert(mentorships).values({ id: newId<MentorshipId>(), mentorId, menteeId }).onConflictDoNothing();
  });
}

/**
 * The mentor says yes, or declines kindly. Who asked is told either way.
 * @returns who asked.
 * @throws AjarError `no-such-mentorship` (not-found): it was answered already, or is not this person's to answer.
 */
export async function answerMentor(
  db: Db,
  mentorId: MemberId,
  { mentorshipId, accept, now }: { mentorshipId: MentorshipId; accept: boolean; now: Date },
): Promise<MemberId> {
  const state: MentorshipState = accept ? 'active' : 'declined';
  return db.transaction(async (tx) => {
    const [asked] = await tx
      .update(mentorships)
      .set({ state, answeredAt: now })
      .where(and(eq(mentorships.id, mentorshipId), eq(mentorships.mentorId, mentorId), eq(mentorships.state, 'asked')))
      .returning({ menteeId: mentorships.menteeId });
    // To somebody who is blocked, the one who asked does not exist: the answer is taken back with the error.
    if (!asked || (await hiddenFrom(tx, mentorId)).has(asked.menteeId)) {
      const message = 'Nobody asks this of you any more. Nothing was changed.';
      throw new AjarError('not-found', 'no-such-mentorship', message);
    }
    return asked.menteeId;
  });
}
