import type { MemberId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import type { Db } from '../database/index.ts';
import type { Push } from '../push/index.ts';
import type { TimeRow } from './plan.ts';
import { doorHours, doorHoursFeeds } from './tables.ts';

export type Notify = Push['notify'];

/** Asks the mentor, in every browser of theirs that may. */
export async function tellMentor(db: Db, notify: Notify, row: TimeRow, now: Date): Promise<void> {
  const [hours] = await db
    .select({ timeZone: doorHours.timeZone })
    .from(doorHours)
    .where(eq(doorHours.id, row.hoursId));
  if (!hours) return;
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: hours.timeZone });
  const verb = row.startsAt > now ? 'begin' : 'began';
  await notify(row.memberId, {
    title: 'Open now?',
    body: `Your hours ${verb} at ${clock.format(row.startsAt)}. Your door stays closed unless you open it.`,
    path: '/',
    tag: `hours-${row.id}`,
    ttlSeconds: Math.max(0, Math.ceil((row.endsAt.getTime() - now.getTime()) / 1_000)),
  });
}

/** Who has the hours of a mentor's door in their calendar. */
export async function readersOf(db: Db, mentorId: MemberId): Promise<MemberId[]> {
  const rows = await db
    .select({ memberId: doorHoursFeeds.memberId })
    .from(doorHoursFeeds)
    .where(eq(doorHoursFeeds.mentorId, mentorId));
  return rows.map((row) => row.memberId);
}
