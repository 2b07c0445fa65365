import type {
  DeclinedBecause,
  DoorEntry,
  DoorId,
  DoorKind,
  DoorState,
  EncounterId,
  MemberId,
  VisitId,
  VisitState,
} from '@ajar/shared';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { encounters } from '../encounters/tables.ts';
import { member, members, program } from '../programs/tables.ts';

/** A mentor's own door, or a staffed one, which belongs to the programme and has `door_hosts` instead of an owner. */
export const doors = pgTable(
  'doors',
  {
    id: uuid().$type<DoorId>().primaryKey(),
    programId: program(),
    /** Whose door it is. Null: a staffed door. */
    memberId: uuid()
      .$type<MemberId>()
      .unique()
      .references(() => members.id, { onDelete: 'cascade' }),
    kind: text().$type<DoorKind>().notNull().default('single'),
    /** How many may be in a shared room at once, its host among them. */
    seats: integer().notNull().default(6),
    /** A staffed door is closed while nobody is on duty there, and else as its `entry` says. */
    state: text().$type<DoorState>().notNull().default('closed'),
    changedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** The room behind a shared door, while one is under way or until the next begins. */
    encounterId: uuid()
      .$type<EncounterId>()
      .references(() => encounters.id, { onDelete: 'set null' }),
    /** What the plate of a staffed door says. Null at a mentor's own, whose plate says what they say of themselves. */
    title: text(),
    about: text(),
    entry: text().$type<DoorEntry>(),
    /** When staff closed a staffed door for good: nobody sees it any more. */
    endedAt: timestamp({ withTimezone: true }),
    /** First-time visitors go before those who have been inside. */
    newcomersFirst: boolean().notNull().default(false),
    /** After so many minutes both are softly reminded of those who wait. `null`: never. */
    visitMinutes: integer(),
    /** Nobody new for today; until the door is closed. */
    lastCall: boolean().notNull().default(false),
    /** When it was last opened, or left ajar, after having been closed. */
    openedAt: timestamp({ withTimezone: true }),
    /** Since when it has been open, but for moments: followers are told once of all that time. */
    openSince: timestamp({ withTimezone: true }),
  },
  (t) => [
    check('doors_whose', sql`(${t.kind} = 'staffed') = (${t.memberId} is null)`),
    check('doors_plate', sql`${t.kind} <> 'staffed' or (${t.title} is not null and ${t.entry} is not null)`),
    check('doors_seats', sql`${t.seats} between 2 and 12`),
    index('doors_of_program').on(t.programId),
    index('doors_of_encounter').on(t.encounterId),
  ],
);

/** Who holds a staffed door, in turn. */
export const doorHosts = pgTable(
  'door_hosts',
  {
    doorId: uuid()
      .$type<DoorId>()
      .notNull()
      .references(() => doors.id, { onDelete: 'cascade' }),
    memberId: member(),
    /** On duty since; null: off duty. */
    onDutySince: timestamp({ withTimezone: true }),
    /** When their last visit at this door began: who has had none for longest takes the next. */
    lastVisitAt: timestamp({ withTimezone: true }),
  },
  (t) => [primaryKey({ columns: [t.doorId, t.memberId] }), index('door_hosts_of_member').on(t.memberId)],
);

/** Why a visit did not come to be though its mentor said no *not now*. */
export type Released = Exclude<DeclinedBecause, 'not-now'>;

export const visits = pgTable(
  'visits',
  {
    id: uuid().$type<VisitId>().primaryKey(),
    doorId: uuid()
      .$type<DoorId>()
      .notNull()
      .references(() => doors.id, { onDelete: 'cascade' }),
    visitorId: member(),
    state: text().$type<VisitState>().notNull(),
    /** Who receives them: known from when they are inside. */
    hostId: uuid()
      .$type<MemberId>()
      .references(() => members.id, { onDelete: 'cascade' }),
    /** This visit is the one its host has. Not so in a shared room, nor for who was brought along. */
    alone: boolean().notNull().default(true),
    /** They came to a shared room just to listen. */
    listening: boolean().notNull().default(false),
    knocked: boolean().notNull().default(false),
    encounterId: uuid()
      .$type<EncounterId>()
      .references(() => encounters.id, { onDelete: 'set null' }),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    insideAt: timestamp({ withTimezone: true }),
    endedAt: timestamp({ withTimezone: true }),
    /** The moment by which one's turn is counted: the line is in this order, and nothing else moves it. */
    turnAt: timestamp({ withTimezone: true, precision: 3 }).notNull().defaultNow(),
    /** Since when they are called and may come in. */
    calledAt: timestamp({ withTimezone: true, precision: 3 }),
    /** When they were called and did not come. Forgotten when they are back, or somebody has been inside since. */
    missedAt: timestamp({ withTimezone: true, precision: 3 }),
    /** Calls in vain since they were last seen. */
    misses: integer().notNull().default(0),
    /** Null in a declined visit: the mentor themselves said not now. */
    released: text().$type<Released>(),
  },
  (t) => [
    /** One visitor at a time for each host, whichever servers race. */
    uniqueIndex('visits_one_inside').on(t.doorId, t.hostId).where(sql`${t.state} = 'inside' and ${t.alone}`),
    check('visits_host', sql`${t.state} <> 'inside' or ${t.hostId} is not null`),
    uniqueIndex('visits_one_turn_each').on(t.doorId, t.visitorId).where(sql`${t.state} in ('waiting', 'inside')`),
    index('visits_line').on(t.doorId, t.turnAt).where(sql`${t.state} = 'waiting'`),
    index('visits_of_visitor').on(t.visitorId).where(sql`${t.state} in ('waiting', 'inside')`),
    index('visits_of_encounter').on(t.encounterId),
    index('visits_of_host').on(t.hostId),
    index('visits_asked').on(t.visitorId, t.askedAt),
    index('visits_at_door').on(t.doorId, t.askedAt),
    index('visits_declined').on(t.doorId, t.endedAt).where(sql`${t.state} = 'declined' and ${t.released} is null`),
  ],
);
