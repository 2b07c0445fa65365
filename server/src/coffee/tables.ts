import type { MemberId, ProgramId } from '@ajar/shared';
import { index, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core';
import { members, programs } from '../programs/tables.ts';

/** A chair at the coffee table. One a person; gone once they are paired or leave. */
export const seats = pgTable(
  'seats',
  {
    memberId: uuid()
      .$type<MemberId>()
      .primaryKey()
      .references(() => members.id, { onDelete: 'cascade' }),
    programId: uuid()
      .$type<ProgramId>()
      .notNull()
      .references(() => programs.id, { onDelete: 'cascade' }),
    since: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('seats_program').on(t.programId, t.since)],
);
