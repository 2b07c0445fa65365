import { AjarError, type DoorId, type MemberId } from '@ajar/shared';
import { and, eq } from 'drizzle-orm';
import { calendarDocument, type FeedEvent, unguessable } from '../calendar/index.ts';
import type { Db } from '../database/index.ts';
import { doors } from '../doors/tables.ts';
import { hiddenFrom } from '../people/index.ts';
import { members } from '../programs/tables.ts';
import type { Holder } from './hours.ts';
import { aheadOf } from './kept.ts';
import { hoursOf } from './plan.ts';
import { doorHoursFeeds } from './tables.ts';

/** How many of the next times of each hours stand in a feed; it is read again long before they are used up. */
const feedAhead = 26;

/** Who holds a door of the viewer's programme. @throws AjarError `no-such-door`, also to somebody a block hides it from. */
export async function mentorAt(db: Db, viewer: Holder, doorId: DoorId): Promise<MemberId> {
  const [door] = await db
    .select({ memberId: members.id, programId: members.programId })
    .from(doors)
    .innerJoin(members, eq(members.id, doors.memberId))
    .where(eq(doors.id, doorId));
  const isThere = door?.programId === viewer.programId && !(await hiddenFrom(db, viewer.memberId)).has(door.memberId);
  if (!isThere) {
    throw new AjarError('not-found', 'no-such-door', 'This door is not in the corridor any more.');
  }
  return door.memberId;
}

/** The token of a member's feed of a mentor's hours, or `null` when they have none. */
export async function doorFeedToken(db: Db, memberId: MemberId, mentorId: MemberId): Promise<string | null> {
  const [row] = await db.select({ token: doorHoursFeeds.token }).from(doorHoursFeeds).where(its(memberId, mentorId));
  return row?.token ?? null;
}

/** Gives a member a new feed of a mentor's hours; the address of an earlier one is worth nothing from now on. */
export async function newDoorFeed(db: Db, memberId: MemberId, mentorId: MemberId): Promise<string> {
  const token = unguessable();
  await db
    .insert(doorHoursFeeds)
    .values({ memberId, mentorId, token })
    .onConflictDoUpdate({ target: [doorHoursFeeds.memberId, doorHoursFeeds.mentorId], set: { token } });
  return token;
}

export async function endDoorFeed(db: Db, memberId: MemberId, mentorId: MemberId): Promise<void> {
  await db.delete(doorHoursFeeds).where(its(memberId, mentorId));
}

/**
 * A mentor's hours as an iCalendar document; `null` when the token is nobody's. To somebody a block hides the mentor
 * from, it is the feed of a mentor who holds no hours.
 */
export async function doorFeedOf(db: Db, token: string, publicUrl: string, now: Date): Promise<string | null> {
  const [feed] = await db
    .select({ memberId: doorHoursFeeds.memberId, mentorId: doorHoursFeeds.mentorId, name: members.name })
    .from(doorHoursFeeds)
    .innerJoin(members, eq(members.id, doorHoursFeeds.mentorId))
    .where(eq(doorHoursFeeds.token, token));
  if (!feed) return null;
  const isHidden = (await hiddenFrom(db, feed.memberId)).has(feed.mentorId);
  const words = {
    summary: `${feed.name}’s door`,
    description: 'If it is open, walk in. If it stays closed, the corridor says so.',
  };
  const events = isHidden ? [] : await eventsOf(db, feed.mentorId, { ...words, url: publicUrl }, now);
  return calendarDocument(`Ajar: ${feed.name}`, 'hours', events, now);
}

/** One's own hours, for one's own feed. */
export function ownHoursEvents(db: Db, publicUrl: string) {
  const words = { summary: 'Hours of my door', description: 'Five minutes before, you are asked whether to open it.' };
  return (memberId: MemberId, now: Date): Promise<FeedEvent[]> =>
    eventsOf(db, memberId, { ...words, url: `${publicUrl}/hours` }, now);
}

async function eventsOf(
  db: Db,
  mentorId: MemberId,
  words: Pick<FeedEvent, 'summary' | 'description' | 'url'>,
  now: Date,
): Promise<FeedEvent[]> {
  // What has just begun stays in the calendar.
  const after = new Date(now.getTime() - 24 * 3_600_000);
  const events: FeedEvent[] = [];
  for (const hours of await hoursOf(db, { memberId: mentorId })) {
    for (const { startsAt, endsAt, not } of await aheadOf(db, hours, after, feedAhead)) {
      if (not === null)
        events.push({ id: `${hours.id}.${startsAt.getTime()}`, start: startsAt, end: endsAt, ...words });
    }
  }
  return events;
}

function its(memberId: MemberId, mentorId: MemberId) {
  return and(eq(doorHoursFeeds.memberId, memberId), eq(doorHoursFeeds.mentorId, mentorId));
}
