import type { NodeId } from '@ajar/shared';
import { integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Media nodes as last reported; one whose report is older than `NODE_LOST_AFTER` counts as gone. */
export const mediaNodes = pgTable('media_nodes', {
  id: text().$type<NodeId>().primaryKey(),
  url: text().notNull(),
  rtpCapabilities: jsonb().notNull(),
  peers: integer().notNull().default(0),
  seenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
