import type { DoorId, DoorState, EncounterId, MemberId, VisitId, VisitState } from '@ajar/shared';
import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
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
  },
  (t) => [
    uniqueIndex('visits_one_inside').on(t.doorId).where(sql`${t.state} = 'inside'`),
    uniqueIndex('visits_one_turn_each').on(t.doorId, t.visitorId).where(sql`${t.state} in ('waiting', 'inside')`),
    index('visits_line').on(t.doorId, t.askedAt).where(sql`${t.state} = 'waiting'`),
    index('visits_of_visitor').on(t.visitorId).where(sql`${t.state} in ('waiting', 'inside')`),
    index('visits_of_encounter').on(t.encounterId),
  ],
);
