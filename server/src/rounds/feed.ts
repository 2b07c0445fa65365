import { randomBytes } from 'node:crypto';
import type { MemberId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import ical from 'ical-generator';
import type { Db } from '../database/index.ts';
import { members, programs } from '../programs/tables.ts';
import { roundsFor } from './answers.ts';
import { calendarFeeds } from './tables.ts';

/** As many bits as a key: an address nobody guesses (RFC 4086 asks for 128 or more). */
const tokenBytes = 24;

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
  const token = randomBytes(tokenBytes).toString('base64url');
  await db
    .insert(calendarFeeds)
    .values({ memberId, token })
    .onConflictDoUpdate({ target: calendarFeeds.memberId, set: { token, createdAt: new Date() } });
  return token;
}

export async function endFeed(db: Db, memberId: MemberId): Promise<void> {
  await db.delete(calendarFeeds).where(eq(calendarFeeds.memberId, memberId));
}

/**
 * The rounds a member takes part in, as an iCalendar document; `null` when the token is nobody's. Every time is an
 * instant in UTC (RFC 5545, section 3.3.5, form 2) worked out on the round's own calendar: a calendar program shows it
 * rightly before and after any change of clocks, with no idea of time zones needed.
 */
export async function feedOf(db: Db, token: string, publicUrl: string, now: Date): Promise<string | null> {
  const [owner] = await db
    .select({ memberId: calendarFeeds.memberId, programId: members.programId, program: programs.name })
    .from(calendarFeeds)
    .innerJoin(members, eq(members.id, calendarFeeds.memberId))
    .innerJoin(programs, eq(programs.id, members.programId))
    .where(eq(calendarFeeds.token, token));
  if (!owner) return null;
  const calendar = ical({
    name: `Ajar: ${owner.program}`,
    prodId: { company: 'Ajar', product: 'rounds', language: 'EN' },
    ttl: 3_600,
  });
  for (const round of await roundsFor(db, owner, now, feedAhead)) {
    // A sitting and the moments between two of them.
    const lasts = round.sittings * round.sittingSeconds * 1000;
    for (const turn of round.turns) {
      const start = new Date(turn);
      calendar.createEvent({
        id: `${round.roundId}.${start.getTime()}@ajar`,
        start,
        end: new Date(start.getTime() + Math.max(lasts, 60_000)),
        stamp: now,
        summary: round.name,
        description: 'Be in the corridor two minutes before, and say that you are there.',
        url: `${publicUrl}/rounds`,
      });
    }
  }
  return calendar.toString();
}
