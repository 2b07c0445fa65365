import type { DoorFigures } from '@ajar/shared';
import { jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { program } from '../programs/tables.ts';

/**
 * What staff see of a month, reckoned once, when it is over. Reckoned anew after somebody changed division or left, two
 * looks would differ by what is known of that one person.
 */
export const doorMonths = pgTable(
  'door_months',
  {
    programId: program(),
    /** `2026-10`. */
    month: text().notNull(),
    figures: jsonb().$type<DoorFigures>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.programId, t.month] })],
);
