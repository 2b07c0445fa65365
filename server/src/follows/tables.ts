import type { DoorId, HoursTimeId } from '@ajar/shared';
import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { doors } from '../doors/tables.ts';
import { doorHoursTimes } from '../hours/tables.ts';
import { member } from '../programs/tables.ts';

const follower = () => member();
const door = () =>
  uuid()
    .$type<DoorId>()
    .notNull()
    .references(() => doors.id, { onDelete: 'cascade' });

/** Who is told when which door opens. Read for the follower alone: nobody sees who follows whom, nor how many do. */
export const follows = pgTable(
  'follows',
  {
    memberId: follower(),
    doorId: door(),
    /** Every time; otherwise the row goes once they were told. */
    always: boolean().notNull(),
    since: timestamp({ withTimezone: true }).notNull(),
    /** The opening this was last held against, whether or not it was told. */
    heldAt: timestamp({ withTimezone: true }),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.doorId] }), index('follows_of_door').on(t.doorId)],
);

/** How somebody is told. No row: by both ways, at any hour. */
export const followWays = pgTable('follow_ways', {
  memberId: follower().primaryKey(),
  push: boolean().notNull(),
  mail: boolean().notNull(),
  quietFrom: text(),
  quietTo: text(),
  timeZone: text(),
});

/** Something to tell: written in the transaction that decides it, and gone in one of its own before it is told. */
export const followTellings = pgTable(
  'follow_tellings',
  {
    id: uuid().primaryKey(),
    memberId: follower(),
    doorId: door(),
    way: text().$type<'push' | 'mail'>().notNull(),
    always: boolean().notNull(),
    openedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index('follow_tellings_door').on(t.doorId), index('follow_tellings_member').on(t.memberId)],
);

/** Who is told, by which way, that a door stays closed in its hours. The row stays, so that nobody is told twice. */
export const missedHours = pgTable(
  'missed_hours',
  {
    timeId: uuid()
      .$type<HoursTimeId>()
      .notNull()
      .references(() => doorHoursTimes.id, { onDelete: 'cascade' }),
    memberId: follower(),
    way: text().$type<'push' | 'mail'>().notNull(),
    /** When a server took it to tell; it may have told since then. */
    claimedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.timeId, t.memberId, t.way] }),
    index('missed_hours_member').on(t.memberId),
    index('missed_hours_untold').on(t.timeId).where(sql`${t.claimedAt} is null`),
  ],
);
