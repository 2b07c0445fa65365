import type { MemberId, ProgramId } from '@ajar/shared';
import { boolean, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

/** One mentoring programme: the boundary of who can see whom. */
export const programs = pgTable('programs', {
  id: uuid().$type<ProgramId>().primaryKey(),
  name: text().notNull(),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

/** A column that says which programme a row belongs to; the row goes when the programme does. */
export const program = () =>
  uuid()
    .$type<ProgramId>()
    .notNull()
    .references(() => programs.id, { onDelete: 'cascade' });

/** A person in a programme. `email` (lower case) ties the membership to an account, which may not exist yet. */
export const members = pgTable(
  'members',
  {
    id: uuid().$type<MemberId>().primaryKey(),
    programId: program(),
    email: text().notNull(),
    name: text().notNull(),
    place: text().notNull().default(''),
    talksAbout: text().notNull().default(''),
    firstTimeFine: boolean().notNull().default(false),
    staff: boolean().notNull().default(false),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [uniqueIndex('members_program_email').on(t.programId, t.email), index('members_email').on(t.email)],
);

/** A column that says whose a row is; the row goes when they do. */
export const member = () =>
  uuid()
    .$type<MemberId>()
    .notNull()
    .references(() => members.id, { onDelete: 'cascade' });
