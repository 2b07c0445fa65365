import type { EncounterId, MessageId, ReportId, ReportReason, SparkId, Worth } from '@ajar/shared';
import { boolean, index, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { encounters } from '../encounters/tables.ts';
import { member, program } from '../programs/tables.ts';

const now = () => timestamp({ withTimezone: true }).notNull().defaultNow();

/** What somebody told the staff about somebody else. Never shown to the person it is about. */
export const reports = pgTable(
  'reports',
  {
    id: uuid().$type<ReportId>().primaryKey(),
    programId: program(),
    reporterId: member(),
    aboutId: member(),
    encounterId: uuid()
      .$type<EncounterId>()
      .references(() => encounters.id, { onDelete: 'set null' }),
    reason: text().$type<ReportReason>().notNull(),
    words: text().notNull(),
    at: now(),
  },
  (t) => [index('reports_program').on(t.programId, t.at), index('reports_reporter').on(t.reporterId, t.at)],
);

/** How people who have sparked with somebody may reach them. No row: nothing is shared. */
export const contacts = pgTable('contacts', {
  memberId: member().primaryKey(),
  line: text().notNull(),
});

/**
 * Who wants to meet whom again: the latest answer about each person, and forgotten once the question is put away.
 * Read by its owner's id alone; the one exception is the transaction of an answer, which may find that both said yes.
 */
export const meetAgainAnswers = pgTable(
  'meet_again_answers',
  {
    memberId: member(),
    aboutId: member(),
    encounterId: uuid()
      .$type<EncounterId>()
      .notNull()
      .references(() => encounters.id, { onDelete: 'cascade' }),
    again: boolean().notNull(),
    until: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.aboutId] }), index('meet_again_answers_until').on(t.until)],
);

/** Two people who both said yes, the smaller id first. */
export const sparks = pgTable(
  'sparks',
  {
    id: uuid().$type<SparkId>().primaryKey(),
    programId: program(),
    aId: member(),
    bId: member(),
    encounterId: uuid()
      .$type<EncounterId>()
      .references(() => encounters.id, { onDelete: 'set null' }),
    at: now(),
    /** When each last looked at it. */
    aSeenAt: timestamp({ withTimezone: true }),
    bSeenAt: timestamp({ withTimezone: true }),
  },
  (t) => [uniqueIndex('sparks_pair').on(t.aId, t.bId), index('sparks_b').on(t.bId)],
);

/** What the two write to arrange a meeting. Deleted means gone. */
export const sparkMessages = pgTable(
  'spark_messages',
  {
    id: uuid().$type<MessageId>().primaryKey(),
    sparkId: uuid()
      .$type<SparkId>()
      .notNull()
      .references(() => sparks.id, { onDelete: 'cascade' }),
    authorId: member(),
    text: text().notNull(),
    at: now(),
  },
  (t) => [index('spark_messages_spark').on(t.sparkId, t.at)],
);

/** Whether a conversation was worth the time. Said once, never changed, so that a month that is over stays as it was. */
export const pulses = pgTable(
  'pulses',
  {
    encounterId: uuid()
      .$type<EncounterId>()
      .notNull()
      .references(() => encounters.id, { onDelete: 'cascade' }),
    memberId: member(),
    programId: program(),
    worth: text().$type<Worth>().notNull(),
    at: now(),
  },
  (t) => [primaryKey({ columns: [t.encounterId, t.memberId] }), index('pulses_program').on(t.programId, t.at)],
);
