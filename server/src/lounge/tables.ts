import type { DoorId, EncounterId } from '@ajar/shared';
import { index, pgTable, uuid } from 'drizzle-orm/pg-core';
import { doors } from '../doors/tables.ts';
import { encounters } from '../encounters/tables.ts';

/** Which door a lounge is at. Who is in it, and whether it is over, the encounter says. */
export const lounges = pgTable(
  'lounges',
  {
    encounterId: uuid()
      .$type<EncounterId>()
      .primaryKey()
      .references(() => encounters.id, { onDelete: 'cascade' }),
    doorId: uuid()
      .$type<DoorId>()
      .notNull()
      .references(() => doors.id, { onDelete: 'cascade' }),
  },
  (t) => [index('lounges_of_door').on(t.doorId)],
);
