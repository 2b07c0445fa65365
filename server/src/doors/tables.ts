import type { DoorId, DoorState, EncounterId, MemberId, VisitId, VisitState } from '@ajar/shared';
import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { encounters } from '../encounters/tables.ts';
import { members } from '../programs/tables.ts';

export const doors = pgTable('doors', {
  id: uuid().$type<DoorId>().primaryKey(),
  memberId: uuid()
    .$type<MemberId>()
    .notNull()
    .unique()
    .references(() => members.id, { onDelete: 'cascade' }),
  state: text().$type<DoorState>().notNull().default('closed'),
  changedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  /** First-time visitors go before those who have been inside. */
  newcomersFirst: boolean().notNull().default(false),
  /** After so many minutes both are softly reminded of those who wait. `null`: never. */
  visitMinutes: integer(),
  /** Nobody new for today; until the door is closed. */
  lastCall: boolean().notNull().default(false),
});

export const visits = pgTable(
  'visits',
  {
    id: uuid().$type<VisitId>().primaryKey(),
    doorId: uuid()
      .$type<DoorId>()
      .notNull()
      .references(() => doors.id, { onDelete: 'cascade' }),
    visitorId: uuid()
      .$type<MemberId>()
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    state: text().$type<VisitState>().notNull(),
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
  },
  (t) => [
    uniqueIndex('visits_one_inside').on(t.doorId).where(sql`${t.state} = 'inside'`),
    uniqueIndex('visits_one_turn_each').on(t.doorId, t.visitorId).where(sql`${t.state} in ('waiting', 'inside')`),
    index('visits_line').on(t.doorId, t.turnAt).where(sql`${t.state} = 'waiting'`),
    index('visits_of_visitor').on(t.visitorId).where(sql`${t.state} in ('waiting', 'inside')`),
    index('visits_of_encounter').on(t.encounterId),
  ],
);
