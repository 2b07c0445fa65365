import type { OfferId } from '@ajar/shared';
import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core';
import { member, program } from '../programs/tables.ts';

/** Who is up for a chat, and how often they want to be asked. */
export const passingPeople = pgTable(
  'passing_people',
  {
    memberId: member().primaryKey(),
    programId: program(),
    /** Off again at this time. `null`: switched off. */
    upUntil: timestamp({ withTimezone: true }),
    offersADay: integer().notNull().default(2),
  },
  (t) => [index('passing_people_up').on(t.programId, t.upUntil).where(sql`${t.upUntil} is not null`)],
);

/** That two people were asked, kept only as long as it keeps them from being asked again too soon. Not what they said. */
export const passingOffers = pgTable(
  'passing_offers',
  {
    id: uuid().$type<OfferId>().primaryKey(),
    programId: program(),
    oneId: member(),
    otherId: member(),
    madeAt: timestamp({ withTimezone: true }).notNull(),
    endsAt: timestamp({ withTimezone: true }).notNull(),
    over: boolean().notNull().default(false),
  },
  (t) => [
    index('passing_offers_one').on(t.oneId, t.madeAt),
    index('passing_offers_other').on(t.otherId, t.madeAt),
    index('passing_offers_standing').on(t.endsAt).where(sql`not ${t.over}`),
  ],
);

/** What was said to an offer while it stands; gone with its end. */
export const passingAnswers = pgTable(
  'passing_answers',
  {
    offerId: uuid()
      .$type<OfferId>()
      .notNull()
      .references(() => passingOffers.id, { onDelete: 'cascade' }),
    memberId: member(),
    yes: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.offerId, t.memberId] })],
);
