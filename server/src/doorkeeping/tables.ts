import type { DoorId, MemberId } from '@ajar/shared';
import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { doors } from '../doors/tables.ts';
import { members } from '../programs/tables.ts';

const door = () =>
  uuid()
    .$type<DoorId>()
    .references(() => doors.id, { onDelete: 'cascade' });

const moment = () => timestamp({ withTimezone: true });

/** What a door is kept by besides its state. No row: nothing of the kind has ever been so. */
export const doorKeeping = pgTable('door_keeping', {
  doorId: door().primaryKey(),
  /** Its mentor is connected nowhere since. */
  awaySince: moment(),
  /** It was closed because its mentor was gone; those who wait are kept until then. */
  keptUntil: moment(),
  /** Its mentor asked for five minutes, which end then. */
  backAt: moment(),
  /** It closes when the visit under way ends. */
  closing: boolean().notNull().default(false),
});

/** From when until when a door stood ajar or open, and who was on duty at one of the programme: what was offered. */
export const doorTimes = pgTable(
  'door_times',
  {
    doorId: door().notNull(),
    /** Whose door it was, or who was on duty there: they have a row each. */
    memberId: uuid()
      .$type<MemberId>()
      .references(() => members.id, { onDelete: 'cascade' }),
    openedAt: moment().notNull(),
    /** Null: it still does. */
    closedAt: moment(),
  },
  (t) => [
    uniqueIndex('door_times_now').on(t.doorId, t.memberId).where(sql`${t.closedAt} is null`),
    index('door_times_opened').on(t.openedAt),
  ],
);
