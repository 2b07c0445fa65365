import type { MemberId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import type { Db } from '../database/index.ts';
import { doors } from '../doors/tables.ts';
import type { Push } from '../push/index.ts';
import { inEach } from '../words/index.ts';
import type { TimeRow } from './plan.ts';
import { doorHours, doorHoursFeeds } from './tables.ts';
import { hoursWords } from './words.ts';

export type Notify = Push['notify'];

/** Asks the mentor, in every browser of theirs that may. */
export async function tellMentor(db: Db, notify: Notify, row: TimeRow, now: Date): Promise<void> {
  const [hours] = await db
    .select({ timeZone: doorHours.timeZone, desk: doors.title })
    .from(doorHours)
    .leftJoin(doors, eq(doors.id, doorHours.doorId))
    .where(eq(doorHours.id, row.hoursId));
  if (!hours) return;
  const { desk, timeZone } = hours;
  const late = row.startsAt <= now;
  const words = inEach(hoursWords, (said) => {
    const clock = new Intl.DateTimeFormat(said.locale, { hour: '2-digit', minute: '2-digit', timeZone });
    const at = clock.format(row.startsAt);
    return desk === null ? said.own(at, late) : said.desk(desk, at, late);
  });
  await notify(row.memberId, {
    words,
    path: '/',
    tag: `hours-${row.id}`,
    ttlSeconds: Math.max(0, Math.ceil((row.endsAt.getTime() - now.getTime()) / 1_000)),
  });
}

/** Who has the hours of the door of this time in their calendar. */
export async function readersOf(db: Db, { memberId, doorId }: TimeRow): Promise<MemberId[]> {
  const rows = await db
    .select({ memberId: doorHoursFeeds.memberId })
    .from(doorHoursFeeds)
    .innerJoin(doors, eq(doors.id, doorHoursFeeds.doorId))
    .where(doorId === null ? eq(doors.memberId, memberId) : eq(doors.id, doorId));
  return rows.map((row) => row.memberId);
}
