import {
  AjarError,
  type EncounterId,
  type MeetAgain,
  type MemberId,
  type PersonSeen,
  type ProgramId,
  type SparkId,
} from '@ajar/shared';
import { and, desc, eq, gt, isNotNull, lt, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db, Queryable, Transaction } from '../database/index.ts';
import { encounterPeople, encounters } from '../encounters/tables.ts';
import { newId } from '../ids/index.ts';
import { hiddenFrom } from '../people/index.ts';
import { members } from '../programs/tables.ts';
import { answerableUntil, partedAt } from './rules.ts';
import { meetAgainAnswers, sparks } from './tables.ts';

/** Meetings that began longer ago than this, in ms, are not looked through: their questions are put away. */
const lookBack = 7 * 24 * 3_600_000;

/** Somebody met, and until when one is asked about it. */
type Meeting = { encounterId: EncounterId; kind: MeetAgain['kind']; person: PersonSeen; startedAt: Date; until: Date };

export type Clock = { now: Date; zone: string };

/** Whom this person has just met: every meeting about which something is still asked, the latest first. */
export async function meetingsOf(db: Queryable, me: MemberId, { now, zone }: Clock): Promise<Meeting[]> {
  const other = alias(encounterPeople, 'other');
  const rows = await db
    .select({
      encounterId: encounters.id,
      kind: encounters.kind,
      startedAt: encounters.startedAt,
      memberId: members.id,
      name: members.name,
      mine: { joinedAt: encounterPeople.joinedAt, leftAt: encounterPeople.leftAt },
      theirs: { joinedAt: other.joinedAt, leftAt: other.leftAt },
    })
    .from(encounterPeople)
    .innerJoin(encounters, eq(encounters.id, encounterPeople.encounterId))
    .innerJoin(other, and(eq(other.encounterId, encounters.id), ne(other.memberId, me)))
    .innerJoin(members, eq(members.id, other.memberId))
    .where(
      and(
        eq(encounterPeople.memberId, me),
        gt(encounterPeople.admittedAt, new Date(now.getTime() - lookBack)),
        isNotNull(encounterPeople.leftAt),
        isNotNull(encounters.startedAt),
      ),
    )
    .orderBy(desc(encounterPeople.admittedAt));
  const hidden = await hiddenFrom(db, me);
  return rows.flatMap(({ encounterId, kind, startedAt, memberId, name, mine, theirs }) => {
    const parted = partedAt(mine, theirs);
    if (!parted || !startedAt || hidden.has(memberId)) return [];
    const until = answerableUntil(parted, zone);
    return until > now ? [{ encounterId, kind, person: { memberId, name }, startedAt, until }] : [];
  });
}

/** Whom this person is still asked about. What the others have said is not looked at, so nothing here can depend on it. */
export async function questionsOf(db: Queryable, me: MemberId, clock: Clock): Promise<MeetAgain[]> {
  const meetings = await meetingsOf(db, me, clock);
  if (meetings.length === 0) return [];
  const [said, sparked] = await Promise.all([
    db
      .select({ aboutId: meetAgainAnswers.aboutId, encounterId: meetAgainAnswers.encounterId })
      .from(meetAgainAnswers)
      .where(eq(meetAgainAnswers.memberId, me)),
    sparkedWith(db, me),
  ]);
  const answered = new Map(said.map((row) => [row.aboutId, row.encounterId]));
  // Of several meetings with one person the latest is asked about.
  const latest = meetings.filter(
    ({ person }, at) => meetings.findIndex((one) => one.person.memberId === person.memberId) === at,
  );
  return latest
    .filter(({ person, encounterId }) => answered.get(person.memberId) !== encounterId)
    .filter(({ person }) => !sparked.has(person.memberId))
    .map(({ startedAt, until, ...rest }) => ({
      ...rest,
      startedAt: startedAt.toISOString(),
      until: until.toISOString(),
    }));
}

export type Answer = { encounterId: EncounterId; aboutId: MemberId; again: boolean };

/**
 * Keeps an answer. Yes and no take the same way through the database and have the same reply; the first answer about an
 * encounter stands.
 * @returns the new spark, when both have now said yes.
 * @throws AjarError `no-such-question` (not-found): it is put away, or never was.
 */
export async function answer(
  db: Db,
  me: { memberId: MemberId; programId: ProgramId },
  { encounterId, aboutId, again }: Answer,
  clock: Clock,
): Promise<SparkId | null> {
  return db.transaction(async (tx) => {
    const pair = inOrder(me.memberId, aboutId);
    // Two yeses in the same moment: the second waits here until the first is written, and sees it.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`meet-again ${pair.join(' ')}`}, 0))`);
    const meetings = await meetingsOf(tx, me.memberId, clock);
    const meeting = meetings.find((one) => one.encounterId === encounterId && one.person.memberId === aboutId);
    if (!meeting) throw putAway();
    const { until } = meeting;
    await tx
      .insert(meetAgainAnswers)
      .values({ memberId: me.memberId, aboutId, encounterId, again, until })
      .onConflictDoUpdate({
        target: [meetAgainAnswers.memberId, meetAgainAnswers.aboutId],
        set: { encounterId, again, until },
        setWhere: ne(meetAgainAnswers.encounterId, encounterId),
      });
    if (!(await bothSaidYes(tx, pair, clock.now))) return null;
    return spark(tx, pair, { programId: me.programId, encounterId });
  });
}

/** Forgets answers whose question is put away: a yes that was not returned leaves no trace. To be called now and then. */
export async function forgetAnswers(db: Db, now: Date): Promise<void> {
  await db.delete(meetAgainAnswers).where(lt(meetAgainAnswers.until, now));
}

async function bothSaidYes(tx: Transaction, [a, b]: readonly [MemberId, MemberId], now: Date): Promise<boolean> {
  const rows = await tx
    .select({ again: meetAgainAnswers.again })
    .from(meetAgainAnswers)
    .where(
      and(
        or(
          and(eq(meetAgainAnswers.memberId, a), eq(meetAgainAnswers.aboutId, b)),
          and(eq(meetAgainAnswers.memberId, b), eq(meetAgainAnswers.aboutId, a)),
        ),
        gt(meetAgainAnswers.until, now),
      ),
    );
  return rows.length === 2 && rows.every(({ again }) => again);
}

async function spark(
  tx: Transaction,
  [aId, bId]: readonly [MemberId, MemberId],
  from: { programId: ProgramId; encounterId: EncounterId },
): Promise<SparkId | null> {
  const [made] = await tx
    .insert(sparks)
    .values({ id: newId<SparkId>(), aId, bId, ...from })
    .onConflictDoNothing()
    .returning({ id: sparks.id });
  return made?.id ?? null;
}

async function sparkedWith(db: Queryable, me: MemberId): Promise<Set<MemberId>> {
  const rows = await db
    .select({ aId: sparks.aId, bId: sparks.bId })
    .from(sparks)
    .where(or(eq(sparks.aId, me), eq(sparks.bId, me)));
  return new Set(rows.map(({ aId, bId }) => (aId === me ? bId : aId)));
}

function inOrder(a: MemberId, b: MemberId): readonly [MemberId, MemberId] {
  return a < b ? [a, b] : [b, a];
}

function putAway(): AjarError {
  const message = 'This question has been put away, and nothing was changed. It is asked again when you next meet.';
  return new AjarError('not-found', 'no-such-question', message);
}
