import type { DaysOffId, DoorId, HoursAnswer, HoursId, HoursPhase, HoursTimeId, MemberId } from '@ajar/shared';
import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { doorHosts, doors } from '../doors/tables.ts';
import { member, members, program } from '../programs/tables.ts';

const moment = () => timestamp({ withTimezone: true });

/** Hours of one's own door, or of one's duty at a staffed one: one rule, or one time. */
export const doorHours = pgTable(
  'door_hours',
  {
    id: uuid().$type<HoursId>().primaryKey(),
    memberId: member(),
    /** The staffed door where they are on duty then. `null`: their own door. */
    doorId: uuid().$type<DoorId>(),
    /** `null`: once. */
    rule: text(),
    /** Local time, as in `2026-11-26T16:00`: hours are at home in their zone, not on the time line. */
    startsAt: text().notNull(),
    timeZone: text().notNull(),
    minutes: integer().notNull(),
    knock: boolean().notNull(),
    createdAt: moment().notNull().defaultNow(),
    stoppedAt: moment(),
  },
  (t) => [
    index('door_hours_member').on(t.memberId).where(sql`${t.stoppedAt} is null`),
    index('door_hours_desk').on(t.doorId, t.memberId),
    // Who holds a staffed door no more has no hours there either.
    foreignKey({
      name: 'door_hours_host',
      columns: [t.doorId, t.memberId],
      foreignColumns: [doorHosts.doorId, doorHosts.memberId],
    }).onDelete('cascade'),
  ],
);

const hours = () =>
  uuid()
    .$type<HoursId>()
    .notNull()
    .references(() => doorHours.id, { onDelete: 'cascade' });

/** Dates that are skipped, on the calendar of the hours: they hold when the time of day is changed. */
export const doorHoursSkips = pgTable('door_hours_skips', { hoursId: hours(), on: date().notNull() }, (t) => [
  primaryKey({ columns: [t.hoursId, t.on] }),
]);

/** Days without hours, the first and the last included. */
export const daysOff = pgTable(
  'days_off',
  {
    id: uuid().$type<DaysOffId>().primaryKey(),
    programId: program(),
    /** `null`: a holiday of the whole programme. */
    memberId: uuid()
      .$type<MemberId>()
      .references(() => members.id, { onDelete: 'cascade' }),
    from: date().notNull(),
    to: date().notNull(),
    name: text().notNull(),
  },
  (t) => [index('days_off_program').on(t.programId, t.to), index('days_off_member').on(t.memberId)],
);

/** One time that hours take place: the truth about it. A job only says that it is time to look. */
export const doorHoursTimes = pgTable(
  'door_hours_times',
  {
    id: uuid().$type<HoursTimeId>().primaryKey(),
    hoursId: hours(),
    memberId: member(),
    /** The staffed door, as its hours say. */
    doorId: uuid()
      .$type<DoorId>()
      .references(() => doors.id, { onDelete: 'cascade' }),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    knock: boolean().notNull(),
    phase: text().$type<HoursPhase>().notNull().default('announced'),
    answer: text().$type<HoursAnswer>(),
    /** When to look again. */
    until: moment().notNull(),
    /** Whether everybody was told of this phase, and everything that belongs to it was set going. */
    told: boolean().notNull().default(false),
  },
  (t) => [
    unique('door_hours_times_once').on(t.hoursId, t.startsAt),
    index('door_hours_times_member').on(t.memberId, t.startsAt).where(sql`${t.phase} <> 'over'`),
    index('door_hours_times_desk').on(t.doorId).where(sql`${t.phase} <> 'over'`),
    index('door_hours_times_open').on(t.until).where(sql`${t.phase} <> 'over' or not ${t.told}`),
  ],
);

/** The unguessable address of one member's calendar feed of the hours of one door. */
export const doorHoursFeeds = pgTable(
  'door_hours_feeds',
  {
    memberId: member(),
    doorId: uuid()
      .$type<DoorId>()
      .notNull()
      .references(() => doors.id, { onDelete: 'cascade' }),
    token: text().notNull().unique(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.doorId] }), index('door_hours_feeds_door').on(t.doorId)],
);
