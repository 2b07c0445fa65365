import type { VisitId } from '@ajar/shared';
import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, primaryKey, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { visits } from '../doors/tables.ts';
import { member } from '../programs/tables.ts';

/** Whom somebody in line has asked to come along. Each person once: nobody is pressed. */
export const companions = pgTable(
  'companions',
  {
    visitId: uuid()
      .$type<VisitId>()
      .notNull()
      .references(() => visits.id, { onDelete: 'cascade' }),
    memberId: member(),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Kept only so that the question is gone. Whoever asked is never told: to them it is as silence is. */
    saidNo: boolean().notNull().default(false),
    /** They said yes, and share the place since. */
    comingAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.visitId, t.memberId] }),
    /** Two people share a place, not more. */
    uniqueIndex('companions_one_coming').on(t.visitId).where(sql`${t.comingAt} is not null`),
    index('companions_of_member').on(t.memberId, t.askedAt),
  ],
);
