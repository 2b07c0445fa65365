import type { PageLanguage } from '@ajar/shared';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { member } from '../programs/tables.ts';

/** The language somebody is spoken to in, when none of their pages is open to say it. No row: English. */
export const chosenLanguages = pgTable('chosen_languages', {
  memberId: member().primaryKey(),
  /** What they chose. Null: what `seen` says. */
  language: text().$type<PageLanguage>(),
  /** What the browser of their last visit asked for. */
  seen: text().$type<PageLanguage>(),
});
