import type { CoffeeMinutes, CoffeePolicySaid, DrawingId, EncounterId, MemberId } from '@ajar/shared';
import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, real, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { encounters } from '../encounters/tables.ts';
import { member, members, program } from '../programs/tables.ts';

/** A chair at the coffee table. One a person; gone once they are paired or leave. */
export const seats = pgTable(
  'seats',
  {
    memberId: member().primaryKey(),
    programId: program(),
    /** Kept when somebody comes back because the other did not show up: they are first in line. */
    since: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** How long they have for this coffee. */
    minutes: integer().$type<CoffeeMinutes>().notNull().default(20),
    /** Back here because nobody came into their call. */
    again: boolean().notNull().default(false),
  },
  (t) => [index('seats_program').on(t.programId, t.since)],
);

/** How a programme pairs by chance. No row: the defaults of `policyOf`. */
export const coffeePolicies = pgTable('coffee_policies', {
  programId: program().primaryKey(),
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

/** Every policy a programme has had, so that a version on a receipt can be looked up, with who made it. */
export const coffeePolicyVersions = pgTable(
  'coffee_policy_versions',
  {
    programId: program(),
    version: integer().notNull(),
    policy: jsonb().$type<CoffeePolicySaid>().notNull(),
    changedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    changedBy: uuid()
      .$type<MemberId>()
      .references(() => members.id, { onDelete: 'set null' }),
  },
  (t) => [primaryKey({ columns: [t.programId, t.version] })],
);

/** The receipt of a pairing: enough to answer "why us?" and to make it again. */
export const pairings = pgTable(
  'pairings',
  {
    encounterId: uuid()
      .$type<EncounterId>()
      .primaryKey()
      .references(() => encounters.id, { onDelete: 'cascade' }),
    programId: program(),
    /** One drawing pairs many tables; they share its id. */
    drawingId: uuid().$type<DrawingId>().notNull(),
    weight: real().notNull(),
    /** The sentence each person was told. */
    reasons: jsonb().$type<Record<string, string>>().notNull(),
    madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('pairings_drawing').on(t.drawingId)],
);

/**
 * What went into a drawing and how it was drawn, for staff and auditors: run again, it gives the same tables. Who was
 * alike is in it without words, and what went in is forgotten after `drawingsKept`.
 */
export const drawings = pgTable(
  'drawings',
  {
    id: uuid().$type<DrawingId>().primaryKey(),
    programId: program(),
    seed: integer().notNull(),
    policyVersion: text().notNull(),
    /** Version of the programme's policy; null: from before it was kept. */
    policy: integer(),
    /** The input as `pairRound` reads it, blocks included: no screen shows it. null: forgotten. */
    round: jsonb(),
    /** With the salt of the lots, which no screen shows either. */
    result: jsonb().notNull(),
    madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('drawings_program').on(t.programId, t.madeAt),
    index('drawings_whole').on(t.madeAt).where(sql`${t.round} is not null`),
  ],
);

/** Who was left over or sat at a table of three the last time, by way of meeting: they go first the next. */
export const coffeeFairness = pgTable(
  'coffee_fairness',
  {
    memberId: member(),
    leftOverLast: boolean().notNull().default(false),
    trioLast: boolean().notNull().default(false),
    /** Sat in a trio since everybody last had been once. */
    trioThisTurn: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.memberId] })],
);

/** A coffee under way, beside its encounter: how long it is to last, and what lies on the table to talk about. */
export const coffees = pgTable(
  'coffees',
  {
    encounterId: uuid()
      .$type<EncounterId>()
      .primaryKey()
      .references(() => encounters.id, { onDelete: 'cascade' }),
    programId: program(),
    openedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** The shortest time anybody here chose, in minutes. */
    minutes: integer().notNull(),
    /** How often all of them chose to stay longer. */
    extensions: integer().notNull().default(0),
    /** The bell of the time that runs now has rung. */
    bell: boolean().notNull().default(false),
    /** The starter on the table: its turn in this coffee's order, and its words; null: put away. */
    starterTurn: integer().notNull().default(0),
    starter: text(),
    /** Its people were called, and it is minded. False only for a moment, or where a server died in it. */
    told: boolean().notNull().default(false),
  },
  (t) => [index('coffees_program').on(t.programId, t.openedAt)],
);

/** Who sits at a coffee, and what only they have said about it. */
export const coffeePeople = pgTable(
  'coffee_people',
  {
    encounterId: uuid()
      .$type<EncounterId>()
      .notNull()
      .references(() => coffees.encounterId, { onDelete: 'cascade' }),
    memberId: member(),
    /** Since when they had been in line, to go back there. */
    since: timestamp({ withTimezone: true }).notNull(),
    minutes: integer().$type<CoffeeMinutes>().notNull(),
    /** When their page was first at the call, the preview included. */
    cameAt: timestamp({ withTimezone: true }),
    /** Would like to stay longer. Told to nobody else. */
    staying: boolean().notNull().default(false),
    /** Has shown the others here what they do: rank is hidden until then. */
    shown: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.encounterId, t.memberId] })],
);

/** The conversation starters of a programme. No row: those that ship. */
export const coffeeStarters = pgTable('coffee_starters', {
  programId: program().primaryKey(),
  texts: text().array().notNull(),
});

/** Who wants to be called when somebody sits down, and until when. Gone once they were called. */
export const coffeeCalls = pgTable(
  'coffee_calls',
  {
    memberId: member().primaryKey(),
    programId: program(),
    until: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index('coffee_calls_program').on(t.programId)],
);
