import type { MemberId } from '@ajar/shared';
import { index, pgTable, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core';
import { members } from '../programs/tables.ts';

const member = () =>
  uuid()
    .$type<MemberId>()
    .notNull()
    .references(() => members.id, { onDelete: 'cascade' });

/** A block is absolute, in both directions, and invisible to the blocked person. */
export const blocks = pgTable(
  'blocks',
  { blockerId: member(), blockedId: member(), createdAt: timestamp({ withTimezone: true }).notNull().defaultNow() },
  (t) => [primaryKey({ columns: [t.blockerId, t.blockedId] }), index('blocks_blocked').on(t.blockedId)],
);

/** Who supervises whom at work: never paired at coffee by default, never offered as formal mentor. */
export const supervisions = pgTable('supervisions', { supervisorId: member(), supervisedId: member() }, (t) => [
  primaryKey({ columns: [t.supervisorId, t.supervisedId] }),
  index('supervisions_supervised').on(t.supervisedId),
]);
