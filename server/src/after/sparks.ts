import { AjarError, type MemberId, type Message, type MessageId, type Spark, type SparkId } from '@ajar/shared';
import { and, count, desc, eq, gt, inArray, max, ne, or, sql } from 'drizzle-orm';
import type { Db, Queryable } from '../database/index.ts';
import { newId } from '../ids/index.ts';
import { mentorshipsWith } from '../mentorships/index.ts';
import { mentorships } from '../mentorships/tables.ts';
import { hiddenFrom } from '../people/index.ts';
import { members } from '../programs/tables.ts';
import { contacts, sparkMessages, sparks } from './tables.ts';

/** How many messages of a thread are shown. */
const shown = 200;
/** The most one person writes in a thread in an hour. */
const mostAnHour = 60;
const hour = 3_600_000;

/** This person's sparks, the latest first; none with whom a block stands between. */
export async function sparksOf(db: Queryable, me: MemberId): Promise<Spark[]> {
  const other = sql<MemberId>`case when ${sparks.aId} = ${me} then ${sparks.bId} else ${sparks.aId} end`;
  const [rows, hidden] = await Promise.all([
    db
      .select({
        sparkId: sparks.id,
        memberId: members.id,
        name: members.name,
        contact: contacts.line,
        at: sparks.at,
        aId: sparks.aId,
        aSeenAt: sparks.aSeenAt,
        bSeenAt: sparks.bSeenAt,
      })
      .from(sparks)
      .innerJoin(members, eq(members.id, other))
      .leftJoin(contacts, eq(contacts.memberId, members.id))
      .where(ofMine(me))
      .orderBy(desc(sparks.at)),
    hiddenFrom(db, me),
  ]);
  const seen = rows.filter((row) => !hidden.has(row.memberId));
  const [between, news] = await Promise.all([
    mentorshipsWith(
      db,
      me,
      seen.map((row) => row.memberId),
    ),
    newsOf(db, me, seen),
  ]);
  return seen.map(({ sparkId, memberId, name, contact, at, aId, aSeenAt, bSeenAt }) => {
    const seenAt = aId === me ? aSeenAt : bSeenAt;
    const fresh = seenAt !== null && seenAt.getTime() < (news.get(memberId) ?? 0);
    const { mentorships = [], mayAsk = false } = between.get(memberId) ?? {};
    return {
      sparkId,
      person: { memberId, name },
      contact: contact ?? '',
      since: at.toISOString(),
      news: seenAt === null ? 'spark' : fresh ? 'more' : null,
      mayAskMentor: mayAsk,
      mentorships,
    };
  });
}

/** When each of the others last wrote, asked or answered, in ms since the epoch. */
async function newsOf(db: Queryable, me: MemberId, seen: readonly { sparkId: SparkId; memberId: MemberId }[]) {
  const news = new Map<MemberId, number>();
  if (seen.length === 0) return news;
  const learn = (memberId: MemberId, at: Date | null) => {
    if (at) news.set(memberId, Math.max(news.get(memberId) ?? 0, at.getTime()));
  };
  const others = seen.map((row) => row.memberId);
  const [written, asked] = await Promise.all([
    db
      .select({ authorId: sparkMessages.authorId, at: max(sparkMessages.at) })
      .from(sparkMessages)
      .where(
        and(
          inArray(
            sparkMessages.sparkId,
            seen.map((row) => row.sparkId),
          ),
          ne(sparkMessages.authorId, me),
        ),
      )
      .groupBy(sparkMessages.authorId),
    db
      .select()
      .from(mentorships)
      .where(
        or(
          and(eq(mentorships.menteeId, me), inArray(mentorships.mentorId, others)),
          and(eq(mentorships.mentorId, me), inArray(mentorships.menteeId, others)),
        ),
      ),
  ]);
  for (const { authorId, at } of written) learn(authorId, at);
  for (const row of asked) {
    if (row.mentorId === me) learn(row.menteeId, row.askedAt);
    else learn(row.mentorId, row.answeredAt);
  }
  return news;
}

/** The other of a spark of mine. @throws AjarError `no-such-spark`, also when a block stands between the two. */
export async function otherOf(db: Queryable, me: MemberId, sparkId: SparkId): Promise<MemberId> {
  const [found] = await db
    .select({ aId: sparks.aId, bId: sparks.bId })
    .from(sparks)
    .where(and(eq(sparks.id, sparkId), ofMine(me)));
  const other = found && (found.aId === me ? found.bId : found.aId);
  if (!other || (await hiddenFrom(db, me)).has(other)) {
    throw new AjarError('not-found', 'no-such-spark', 'There is no such thread of yours. Nothing was changed.');
  }
  return other;
}

/** This person has looked at a spark of theirs. */
export async function markSeen(db: Db, me: MemberId, sparkId: SparkId, now: Date): Promise<void> {
  await otherOf(db, me, sparkId);
  await db
    .update(sparks)
    .set({
      aSeenAt: sql`case when ${sparks.aId} = ${me} then ${now} else ${sparks.aSeenAt} end`,
      bSeenAt: sql`case when ${sparks.bId} = ${me} then ${now} else ${sparks.bSeenAt} end`,
    })
    .where(eq(sparks.id, sparkId));
}

/** What the two have written, the oldest first. */
export async function threadOf(db: Db, me: MemberId, sparkId: SparkId): Promise<Message[]> {
  await otherOf(db, me, sparkId);
  const rows = await db
    .select()
    .from(sparkMessages)
    .where(eq(sparkMessages.sparkId, sparkId))
    .orderBy(desc(sparkMessages.at), desc(sparkMessages.id))
    .limit(shown);
  return rows
    .reverse()
    .map(({ id, authorId, text, at }) => ({ messageId: id, mine: authorId === me, text, at: at.toISOString() }));
}

/** Writes to the other. @returns them. @throws AjarError `no-such-spark`, `too-many-messages`. */
export async function write(
  db: Db,
  me: MemberId,
  { sparkId, text, now }: { sparkId: SparkId; text: string; now: Date },
): Promise<MemberId> {
  const other = await otherOf(db, me, sparkId);
  const mineLately = and(
    eq(sparkMessages.sparkId, sparkId),
    eq(sparkMessages.authorId, me),
    gt(sparkMessages.at, new Date(now.getTime() - hour)),
  );
  const [lately] = await db.select({ written: count() }).from(sparkMessages).where(mineLately);
  if ((lately?.written ?? 0) >= mostAnHour) {
    const message = 'This message was not sent: that is a great many within an hour. It is a good moment to meet.';
    throw new AjarError('too-many', 'too-many-messages', message);
  }
  await db.insert(sparkMessages).values({ id: newId<MessageId>(), sparkId, authorId: me, text, at: now });
  return other;
}

/** Deletes a message of one's own, for both. Gone already is fine. @returns the other. @throws AjarError `no-such-spark`. */
export async function unwrite(
  db: Db,
  me: MemberId,
  { sparkId, messageId }: { sparkId: SparkId; messageId: MessageId },
): Promise<MemberId> {
  const other = await otherOf(db, me, sparkId);
  await db
    .delete(sparkMessages)
    .where(and(eq(sparkMessages.id, messageId), eq(sparkMessages.sparkId, sparkId), eq(sparkMessages.authorId, me)));
  return other;
}

function ofMine(me: MemberId) {
  return or(eq(sparks.aId, me), eq(sparks.bId, me));
}
