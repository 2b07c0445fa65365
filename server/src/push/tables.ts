import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { member } from '../programs/tables.ts';

/** A browser that may be told things. Gone once its push service no longer knows it. */
export const pushSubscriptions = pgTable(
  'push_subscriptions',
  {
    id: uuid().primaryKey(),
    memberId: member(),
    /** Whoever knows it can try to reach the browser: never logged, never shown. */
    endpoint: text().notNull().unique(),
    p256dh: text().notNull(),
    auth: text().notNull(),
    madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    lastOkAt: timestamp({ withTimezone: true }),
  },
  (t) => [index('push_subscriptions_member').on(t.memberId, t.madeAt)],
);
