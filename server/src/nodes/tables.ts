import type { NodeId, NodeReport } from '@ajar/shared';
import { index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Media nodes as they last reported themselves. One that has been silent for a while counts as gone. */
export const mediaNodes = pgTable(
  'media_nodes',
  {
    id: text().$type<NodeId>().primaryKey(),
    url: text().notNull(),
    rtpCapabilities: jsonb().$type<NodeReport['rtpCapabilities']>().notNull(),
    /** Its load: peers in all its rooms. */
    peers: integer().notNull().default(0),
    rooms: jsonb().$type<NodeReport['rooms']>().notNull(),
    /** When it last connected to a hub: people rejoin for a while after that. */
    registeredAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    seenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('media_nodes_load').on(t.peers, t.seenAt)],
);
