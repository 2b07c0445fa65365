import { AjarError, type DoorId, type MemberId } from '@ajar/shared';
import { and, eq, isNull } from 'drizzle-orm';
import { calendarDocument, type FeedEvent, unguessable } from '../calendar/index.ts';
import type { Db } from '../database/index.ts';
import { dutiesOf } from '../doors/index.ts';
import { doors } from '../doors/tables.ts';
import { languageOf } from '../languages/index.ts';
import { hiddenFrom } from '../people/index.ts';
import { members } from '../programs/tables.ts';
import { inLanguage } from '../words/index.ts';
import type { Holder } from './hours.ts';
import { aheadOf } from './kept.ts';
import { type HoursRow, hoursOf } from './plan.ts';
import { doorHoursFeeds } from './tables.ts';
import { hoursWords } from './words.ts';

/** How many of the next times of each hours stand in a feed; it is read again long before they are used up. */
const feedAhead = 26;

/** A door as somebody may see it: `memberId` holds it, or, at a staffed one, several do, but for those `hidden`. */
export type DoorSeen = { doorId: DoorId; memberId: MemberId | null; hidden: ReadonlySet<MemberId> };

/** A door of the viewer's programme. @throws AjarError `no-such-door`, also to somebody a block hides it from. */
export async function doorAt(db: Db, viewer: Holder, doorId: DoorId): Promise<DoorSeen> {
  const [door] = await db
    .select({ memberId: doors.memberId, programId: doors.programId })
    .from(doors)
    .where(and(eq(doors.id, doorId), isNull(doors.endedAt)));
  const hidden = await hiddenFrom(db, viewer.memberId);
  if (door?.programId !== viewer.programId || (door.memberId && hidden.has(door.memberId))) {
    throw new AjarError('not-found', 'no-such-door', 'This door is not in the corridor any more.');
  }
  return { doorId, memberId: door.memberId, hidden };
}

/** The hours of a door that somebody may know of. */
export async function hoursAt(db: Db, { doorId, memberId, hidden }: DoorSeen): Promise<HoursRow[]> {
  if (memberId) return (await hoursOf(db, { memberId })).filter((row) => row.doorId === null);
  return (await hoursOf(db, { deskId: doorId })).filter((row) => !hidden.has(row.memberId));
}

/** The token of a member's feed of a door's hours, or `null` when they have none. */
export async function doorFeedToken(db: Db, memberId: MemberId, doorId: DoorId): Promise<string | null> {
  const [row] = await db.select({ token: doorHoursFeeds.token }).from(doorHoursFeeds).where(its(memberId, doorId));
  return row?.token ?? null;
}

/** Gives a member a new feed of a door's hours; the address of an earlier one is worth nothing from now on. */
export async function newDoorFeed(db: Db, memberId: MemberId, doorId: DoorId): Promise<string> {
  const token = unguessable();
  await db
    .insert(doorHoursFeeds)
    .values({ memberId, doorId, token })
    .onConflictDoUpdate({ target: [doorHoursFeeds.memberId, doorHoursFeeds.doorId], set: { token } });
  return token;
}

export async function endDoorFeed(db: Db, memberId: MemberId, doorId: DoorId): Promise<void> {
  await db.delete(doorHoursFeeds).where(its(memberId, doorId));
}

/**
 * A door's hours as an iCalendar document; `null` when the token is nobody's. To somebody a block hides a mentor
 * from, it is the feed of a door where that mentor holds no hours.
 */
export async function doorFeedOf(db: Db, token: string, publicUrl: string, now: Date): Promise<string | null> {
  const [feed] = await db
    .select({
      viewerId: doorHoursFeeds.memberId,
      doorId: doors.id,
      memberId: doors.memberId,
      name: members.name,
      title: doors.title,
      endedAt: doors.endedAt,
    })
    .from(doorHoursFeeds)
    .innerJoin(doors, eq(doors.id, doorHoursFeeds.doorId))
    .leftJoin(members, eq(members.id, doors.memberId))
    .where(eq(doorHoursFeeds.token, token));
  if (!feed) return null;
  const { doorId, memberId } = feed;
  const hidden = await hiddenFrom(db, feed.viewerId);
  const isGone = feed.endedAt !== null || (memberId !== null && hidden.has(memberId));
  const name = feed.name ?? feed.title ?? '';
  const language = await languageOf(db, feed.viewerId);
  const { door, ifOpen } = inLanguage(hoursWords, language).feed;
  const words = { summary: memberId ? door(name) : name, description: ifOpen };
  const kept = isGone ? [] : await hoursAt(db, { doorId, memberId, hidden });
  const events = await eventsOf(db, kept, () => ({ ...words, url: publicUrl }), now);
  return calendarDocument({ name: `Ajar: ${name}`, product: 'hours', language }, events, now);
}

/** One's own hours, for one's own feed. */
export function ownHoursEvents(db: Db, publicUrl: string) {
  const url = `${publicUrl}/hours`;
  return async (memberId: MemberId, now: Date): Promise<FeedEvent[]> => {
    const titles = new Map((await dutiesOf(db, memberId)).map((duty) => [duty.doorId, duty.title]));
    const { own, ownAsked, duty, dutyAsked } = inLanguage(hoursWords, await languageOf(db, memberId)).feed;
    const words = ({ doorId }: HoursRow) =>
      doorId === null
        ? { summary: own, description: ownAsked, url }
        : { summary: duty(titles.get(doorId) ?? ''), description: dutyAsked, url };
    return eventsOf(db, await hoursOf(db, { memberId }), words, now);
  };
}

async function eventsOf(
  db: Db,
  kept: readonly HoursRow[],
  words: (hours: HoursRow) => Pick<FeedEvent, 'summary' | 'description' | 'url'>,
  now: Date,
): Promise<FeedEvent[]> {
  // What has just begun stays in the calendar.
  const after = new Date(now.getTime() - 24 * 3_600_000);
  const events: FeedEvent[] = [];
  for (const hours of kept) {
    for (const { startsAt, endsAt, not } of await aheadOf(db, hours, after, feedAhead)) {
      if (not === null)
        events.push({ id: `${hours.id}.${startsAt.getTime()}`, start: startsAt, end: endsAt, ...words(hours) });
    }
  }
  return events;
}

function its(memberId: MemberId, doorId: DoorId) {
  return and(eq(doorHoursFeeds.memberId, memberId), eq(doorHoursFeeds.doorId, doorId));
}
