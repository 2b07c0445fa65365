import type { EncounterId, EncounterKind, NodeId } from '@ajar/shared';
import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { member, program } from '../programs/tables.ts';

/** The record that people met: who, what kind, when, how long. Never what was said. Its id names its room. */
export const encounters = pgTable(
  'encounters',
  {
    id: uuid().$type<EncounterId>().primaryKey(),
    programId: program(),
    kind: text().$type<EncounterKind>().notNull(),
    nodeId: text().$type<NodeId>().notNull(),
    openedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When the second person came in: from here on they have met. */
    startedAt: timestamp({ withTimezone: true }),
    endedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index('encounters_open').on(t.nodeId).where(sql`${t.endedAt} is null`)],
);

export const encounterPeople = pgTable(
  'encounter_people',
  {
    encounterId: uuid()
      .$type<EncounterId>()
      .notNull()
      .references(() => encounters.id, { onDelete: 'cascade' }),
    memberId: member(),
    admittedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    joinedAt: timestamp({ withTimezone: true }),
    leftAt: timestamp({ withTimezone: true }),
    /** When the host showed them out without letting them back: they do not get into this encounter again. */
    barredAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.encounterId, t.memberId] }),
    /** Nobody is in two calls. */
    uniqueIndex('encounter_people_one_call').on(t.memberId).where(sql`${t.leftAt} is null`),
    index('encounter_people_history').on(t.memberId, t.admittedAt),
  ],
);
