import { boolean, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { program } from '../programs/tables.ts';

const moment = () => timestamp({ withTimezone: true });
const now = () => moment().notNull().defaultNow();

/*
 * The first five tables are better-auth's. The keys of their columns are its field names
 * (`getAuthTables` of `@better-auth/core/db` lists them); a test compares the two.
 */

/** Somebody who can sign in. What others see of a person is in `members`. */
export const users = pgTable('users', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(false),
  image: text(),
  createdAt: now(),
  updatedAt: now(),
});

const userId = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' });

export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    userId: userId(),
    token: text().notNull().unique(),
    expiresAt: moment().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: now(),
    updatedAt: now(),
  },
  (t) => [index('sessions_user').on(t.userId)],
);

/** A way in through a sign-in provider outside Ajar. */
export const accounts = pgTable(
  'accounts',
  {
    id: uuid().primaryKey(),
    userId: userId(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: moment(),
    refreshTokenExpiresAt: moment(),
    scope: text(),
    password: text(),
    createdAt: now(),
    updatedAt: now(),
  },
  (t) => [index('accounts_user').on(t.userId), index('accounts_provider').on(t.providerId, t.accountId)],
);

/** Short-lived secrets of a sign-in under way: magic links, OAuth states, passkey challenges. */
export const verifications = pgTable(
  'verifications',
  {
    id: uuid().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment().notNull(),
    createdAt: now(),
    updatedAt: now(),
  },
  (t) => [index('verifications_identifier').on(t.identifier)],
);

export const passkeys = pgTable(
  'passkeys',
  {
    id: uuid().primaryKey(),
    userId: userId(),
    name: text(),
    publicKey: text().notNull(),
    credentialID: text().notNull(),
    counter: integer().notNull(),
    deviceType: text().notNull(),
    backedUp: boolean().notNull(),
    transports: text(),
    aaguid: text(),
    createdAt: moment().defaultNow(),
  },
  (t) => [index('passkeys_user').on(t.userId), index('passkeys_credential').on(t.credentialID)],
);

/** One-time links by which the first owner of a programme comes in. Only the SHA-256 of the token is kept. */
export const ownerLinks = pgTable(
  'owner_links',
  {
    tokenHash: text().primaryKey(),
    programId: program(),
    expiresAt: moment().notNull(),
  },
  (t) => [index('owner_links_program').on(t.programId)],
);
