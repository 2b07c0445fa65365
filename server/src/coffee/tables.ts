import type { EncounterId, MemberId, ProgramId } from '@ajar/shared';
import { boolean, index, integer, jsonb, pgTable, primaryKey, real, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { encounters } from '../encounters/tables.ts';
import { members, programs } from '../programs/tables.ts';

/** A chair at the coffee table. One a person; gone once they are paired or leave. */
export const seats = pgTable(
  'seats',
  {
    memberId: uuid()
      .$type<MemberId>()
      .primaryKey()
      .references(() => members.id, { onDelete: 'cascade' }),
    programId: uuid()
      .$type<ProgramId>()
      .notNull()
      .references(() => programs.id, { onDelete: 'cascade' }),
    since: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('seats_program').on(t.programId, t.since)],
);

/** How a programme pairs by chance. No row: the defaults of `policyOf`. */
export const coffeePolicies = pgTable('coffee_policies', {
  programId: uuid()
    .$type<ProgramId>()
    .primaryKey()
    .references(() => programs.id, { onDelete: 'cascade' }),
  /** Grows with every change, so that a receipt names what it went by. */
  version: integer().notNull().default(1),
  preset: text().notNull().default('Mix across the institution'),
  /** Weights that differ from the preset's, by name. */
  weights: jsonb().$type<Record<string, number>>().notNull().default({}),
  repeatWindowDays: integer().notNull().default(90),
  supervisorsMay: boolean().notNull().default(false),
  /** Share of the best possible score, 0 to 1, from which passing by is worth an offer. */
  passingBar: real().notNull().default(0.35),
});

/** The receipt of a pairing: enough to answer "why us?" and to make it again. */
export const pairings = pgTable(
  'pairings',
  {
    encounterId: uuid()
      .$type<EncounterId>()
      .primaryKey()
      .references(() => encounters.id, { onDelete: 'cascade' }),
    programId: uuid()
      .$type<ProgramId>()
      .notNull()
      .references(() => programs.id, { onDelete: 'cascade' }),
    /** One drawing pairs many tables; they share its id. */
    drawingId: uuid().notNull(),
    weight: real().notNull(),
    /** The sentence each person was told. */
    reasons: jsonb().$type<Record<string, string>>().notNull(),
    madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('pairings_drawing').on(t.drawingId)],
);

/** What went into a drawing and how it was drawn, for staff and auditors: run again, it gives the same tables. */
export const drawings = pgTable(
  'drawings',
  {
    id: uuid().primaryKey(),
    programId: uuid()
      .$type<ProgramId>()
      .notNull()
      .references(() => programs.id, { onDelete: 'cascade' }),
    seed: integer().notNull(),
    policyVersion: text().notNull(),
    /** The whole input as `pairRound` reads it, private attributes included: staff screens never show it. */
    round: jsonb().notNull(),
    result: jsonb().notNull(),
    madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('drawings_program').on(t.programId, t.madeAt)],
);

/** Who was left over or sat at a table of three the last time, by way of meeting: they go first the next. */
export const coffeeFairness = pgTable(
  'coffee_fairness',
  {
    memberId: uuid()
      .$type<MemberId>()
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    leftOverLast: boolean().notNull().default(false),
    trioLast: boolean().notNull().default(false),
    /** Sat in a trio since everybody last had been once. */
    trioThisTurn: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.memberId] })],
);
