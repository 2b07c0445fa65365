import type { DoorFigures, ProgramId } from '@ajar/shared';
import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { programs } from '../programs/tables.ts';

/**
 * What staff see of a month, reckoned once, when it is over. Reckoned anew after somebody changed division or left, two
 * looks would differ by what is known of that one person.
 */
export const doorMonths = pgTable(
  'door_months',
  {
    programId: uuid()
      .$type<ProgramId>()
      .notNull()
      .references(() => programs.id, { onDelete: 'cascade' }),
    /** `2026-10`. */
    month: text().notNull(),
    figures: jsonb().$type<DoorFigures>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.programId, t.month] })],
);
