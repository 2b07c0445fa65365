import type { MemberId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import type { Db } from '../database/index.ts';
import { hiddenFrom } from '../people/index.ts';
import { members } from '../programs/tables.ts';
import type { Push } from '../push/index.ts';
import type { TimeRow } from './plan.ts';
import { doorHours, doorHoursFeeds } from './tables.ts';

export type Notify = Push['notify'];

/** How long, in s, it is worth telling that a door stays closed. */
const worthTelling = 3_600;

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

/** Tells those who hoped to come that the door stays closed. Nobody hears of somebody a block hides from them. */
export async function tellThoseWhoHoped(
  db: Db,
  notify: Notify,
  row: TimeRow,
  hopers: readonly MemberId[],
): Promise<void> {
  const [mentor] = await db.select({ name: members.name }).from(members).where(eq(members.id, row.memberId));
  if (!mentor) return;
  const hidden = await hiddenFrom(db, row.memberId);
  for (const memberId of hopers) {
    if (hidden.has(memberId)) continue;
    await notify(memberId, {
      title: `${mentor.name}’s door stays closed this time`,
      body: 'These hours do not come about. Their name plate says when the next are.',
      path: '/',
      tag: `hours-${row.id}`,
      ttlSeconds: worthTelling,
    });
  }
}
