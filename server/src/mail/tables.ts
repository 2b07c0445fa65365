import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Mail that found no mail server: shown at `/dev/outbox` to whoever sits at this machine. */
export const outbox = pgTable(
  'outbox',
  {
    id: uuid().primaryKey(),
    to: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('outbox_newest').on(t.createdAt)],
);
