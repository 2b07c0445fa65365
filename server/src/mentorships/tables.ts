import type { MentorshipId, MentorshipState } from '@ajar/shared';
import { index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { member } from '../programs/tables.ts';

/** A relationship two people agree on; the role belongs to it, never to an account. One for each mentor and mentee. */
export const mentorships = pgTable(
  'mentorships',
  {
    id: uuid().$type<MentorshipId>().primaryKey(),
    mentorId: member(),
    menteeId: member(),
    state: text().$type<MentorshipState>().notNull().default('asked'),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    answeredAt: timestamp({ withTimezone: true }),
  },
  (t) => [uniqueIndex('mentorships_pair').on(t.mentorId, t.menteeId), index('mentorships_mentee').on(t.menteeId)],
);
