import type { PageLanguage } from '@ajar/shared';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { member } from '../programs/tables.ts';

/** The language somebody chose. No row: whatever their browser asks for, and English mails. */
export const chosenLanguages = pgTable('chosen_languages', {
  memberId: member().primaryKey(),
  language: text().$type<PageLanguage>().notNull(),
});
