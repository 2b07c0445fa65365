import type { MemberId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { calendarDocument, type FeedEvent, unguessable } from '../calendar/index.ts';
import type { Db } from '../database/index.ts';
import { languageOf } from '../languages/index.ts';
import { members, programs } from '../programs/tables.ts';
import { inLanguage } from '../words/index.ts';
import { roundsFor } from './answers.ts';
import { calendarFeeds } from './tables.ts';
import { roundWords } from './words.ts';

/** How many of the next times of each round stand in a feed; it is read again long before they are used up. */
const feedAhead = 26;

/** The token of a member's feed, or `null` when they have none. */
export async function feedToken(db: Db, memberId: MemberId): Promise<string | null> {
  const [row] = await db
    .select({ token: calendarFeeds.token })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.memberId, memberId));
  return row?.token ?? null;
}

/** Gives a member a new feed; the address of an earlier one is worth nothing from now on. */
export async function newFeed(db: Db, memberId: MemberId): Promise<string> {
  const token = unguessable();
  await db
    .insert(calendarFeeds)
    .values({ memberId, token })
    .onConflictDoUpdate({ target: calendarFeeds.memberId, set: { token, createdAt: new Date() } });
  return token;
}

export async function endFeed(db: Db, memberId: MemberId): Promise<void> {
  await db.delete(calendarFeeds).where(eq(calendarFeeds.memberId, memberId));
}

/** What else stands in a member's feed, besides rounds. */
export type MoreInFeed = (memberId: MemberId, now: Date) => Promise<FeedEvent[]>;

/** The rounds a member takes part in and whatever else is theirs, as an iCalendar document; `null` when the token is nobody's. */
export async function feedOf(
  db: Db,
  token: string,
  { publicUrl, more, now }: { publicUrl: string; more: MoreInFeed; now: Date },
): Promise<string | null> {
  const [owner] = await db
    .select({ memberId: calendarFeeds.memberId, programId: members.programId, program: programs.name })
    .from(calendarFeeds)
    .innerJoin(members, eq(members.id, calendarFeeds.memberId))
    .innerJoin(programs, eq(programs.id, members.programId))
    .where(eq(calendarFeeds.token, token));
  if (!owner) return null;
  const language = await languageOf(db, owner.memberId);
  const description = inLanguage(roundWords, language).feed;
  const events = (await roundsFor(db, owner, now, feedAhead)).flatMap((round) => {
    // A sitting and the moments between two of them.
    const lasts = Math.max(round.sittings * round.sittingSeconds * 1000, 60_000);
    return round.turns.map((turn) => {
      const start = new Date(turn);
      return {
        id: `${round.roundId}.${start.getTime()}`,
        start,
        end: new Date(start.getTime() + lasts),
        summary: round.name,
        description,
        url: `${publicUrl}/rounds`,
      };
    });
  });
  const all = [...events, ...(await more(owner.memberId, now))];
  return calendarDocument({ name: `Ajar: ${owner.program}`, product: 'calendar', language }, all, now);
}
