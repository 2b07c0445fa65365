import type { Cadence, EncounterId, MemberId, OccurrenceId, RoundId, RoundPhase } from '@ajar/shared';
import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { encounters } from '../encounters/tables.ts';
import { member, program } from '../programs/tables.ts';

const moment = () => timestamp({ withTimezone: true });
const lengths = {
  sittings: integer().notNull(),
  sittingSeconds: integer().notNull(),
  gatheringSeconds: integer().notNull(),
  betweenSeconds: integer().notNull(),
};

/** Coffee for everybody who opted in, at set times. */
export const rounds = pgTable(
  'rounds',
  {
    id: uuid().$type<RoundId>().primaryKey(),
    programId: program(),
    name: text().notNull(),
    everybody: boolean().notNull(),
    rule: text().notNull(),
    /** Local time, as in `2026-11-24T12:30`: the round is at home in its zone, not on the time line. */
    startsAt: text().notNull(),
    timeZone: text().notNull(),
    ...lengths,
    preset: text(),
    repeatWindowDays: integer(),
    createdAt: moment().notNull().defaultNow(),
    stoppedAt: moment(),
  },
  (t) => [index('rounds_program').on(t.programId).where(sql`${t.stoppedAt} is null`)],
);

const round = () =>
  uuid()
    .$type<RoundId>()
    .notNull()
    .references(() => rounds.id, { onDelete: 'cascade' });

/** Who is invited to a round that is not for everybody. */
export const roundGuests = pgTable('round_guests', { roundId: round(), memberId: member() }, (t) => [
  primaryKey({ columns: [t.roundId, t.memberId] }),
  index('round_guests_member').on(t.memberId),
]);

/** What somebody answered to being invited. */
export const roundAnswers = pgTable(
  'round_answers',
  {
    roundId: round(),
    memberId: member(),
    /** `null`: does not take part. */
    cadence: text().$type<Cadence>(),
    mail: boolean().notNull().default(true),
    /** Date of the last turn, on the round's calendar. */
    lastOn: date(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.memberId] }), index('round_answers_member').on(t.memberId)],
);

/** A time somebody sits out. By its time, so that it holds when the occurrence is planned anew. */
export const roundSitOuts = pgTable(
  'round_sit_outs',
  { roundId: round(), memberId: member(), startsAt: moment().notNull() },
  (t) => [primaryKey({ columns: [t.roundId, t.memberId, t.startsAt] }), index('round_sit_outs_member').on(t.memberId)],
);

/** One time a round takes place: the truth about it. A job only says that it is time to look. */
export const roundOccurrences = pgTable(
  'round_occurrences',
  {
    id: uuid().$type<OccurrenceId>().primaryKey(),
    roundId: round(),
    startsAt: moment().notNull(),
    phase: text().$type<RoundPhase>().notNull().default('announced'),
    /** The sitting that is or was last, from 1; 0 before the first. */
    sitting: integer().notNull().default(0),
    /** When this phase ends. */
    until: moment().notNull(),
    /** Whether everybody was told of this phase, and everything that belongs to it was set going. */
    told: boolean().notNull().default(false),
    /** Those of the round when it was planned: one under way ends as it began. */
    ...lengths,
    invitedAt: moment(),
    remindedAt: moment(),
  },
  (t) => [
    unique('round_occurrences_once').on(t.roundId, t.startsAt),
    index('round_occurrences_open').on(t.until).where(sql`${t.phase} <> 'over' or not ${t.told}`),
  ],
);

const occurrence = () =>
  uuid()
    .$type<OccurrenceId>()
    .notNull()
    .references(() => roundOccurrences.id, { onDelete: 'cascade' });

/** Who said that they are there, from the gathering on. */
export const roundPresence = pgTable(
  'round_presence',
  { occurrenceId: occurrence(), memberId: member(), goneAt: moment() },
  (t) => [primaryKey({ columns: [t.occurrenceId, t.memberId] })],
);

/** Where each person sits: one place a sitting, which is what makes a sitting happen once. */
export const roundSeats = pgTable(
  'round_seats',
  {
    occurrenceId: occurrence(),
    sitting: integer().notNull(),
    memberId: member(),
    /** `null`: nobody was left for them this time. */
    encounterId: uuid()
      .$type<EncounterId>()
      .references(() => encounters.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.occurrenceId, t.sitting, t.memberId] }),
    index('round_seats_encounter').on(t.encounterId),
  ],
);

/** Somebody late who would join a pair, and who of the pair has said yes. Gone with the answer. */
export const roundAsks = pgTable(
  'round_asks',
  {
    occurrenceId: occurrence(),
    memberId: member(),
    sitting: integer().notNull(),
    encounterId: uuid()
      .$type<EncounterId>()
      .notNull()
      .references(() => encounters.id, { onDelete: 'cascade' }),
    yes: uuid().$type<MemberId>().array().notNull().default([]),
    declined: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.occurrenceId, t.sitting, t.memberId] })],
);

/** Mail that was sent: each kind once a person and occurrence. It outlives an occurrence that was planned anew. */
export const roundMails = pgTable(
  'round_mails',
  {
    occurrenceId: uuid().$type<OccurrenceId>().notNull(),
    memberId: member(),
    kind: text().$type<'invitation' | 'reminder'>().notNull(),
    roundId: round(),
    sentAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.occurrenceId, t.memberId, t.kind] }),
    index('round_mails_round').on(t.roundId, t.memberId),
  ],
);

/** The unguessable address of a member's calendar feed. */
export const calendarFeeds = pgTable('calendar_feeds', {
  memberId: member().primaryKey(),
  token: text().notNull().unique(),
  createdAt: moment().notNull().defaultNow(),
});
