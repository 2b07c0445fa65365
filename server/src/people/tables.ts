import type { CareerStage, TableSize } from '@ajar/shared';
import { boolean, index, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { member } from '../programs/tables.ts';

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

/** What chance meetings go by. No row: nothing was said, and English is spoken. */
export const particulars = pgTable('particulars', {
  memberId: member().primaryKey(),
  division: text().notNull().default(''),
  site: text().notNull().default(''),
  profession: text().notNull().default(''),
  stage: text().$type<CareerStage>(),
  offers: text().array().notNull().default([]),
  wants: text().array().notNull().default([]),
  interests: text().array().notNull().default([]),
  languages: text().array().notNull().default(['en']),
  tableSize: text().$type<TableSize>().notNull().default('pair'),
});

/** An identity attribute, private to its owner and used only where they asked for it. Never joined for a screen. */
export const likenesses = pgTable('likenesses', {
  memberId: member().primaryKey(),
  attribute: text().notNull(),
  value: text().notNull(),
  wanted: boolean().notNull().default(false),
});
