import type { ApiPart } from '../api/index.ts';
import type { Db } from '../database/index.ts';
import { chosenLanguages } from './tables.ts';

/** What people say about the language they are spoken to in. */
export function languageHandlers(db: Db): ApiPart<'setLanguage'> {
  return {
    setLanguage: async ({ viewer, body: { language } }) => {
      const { memberId } = viewer.member;
      await db
        .insert(chosenLanguages)
        .values({ memberId, language })
        .onConflictDoUpdate({ target: chosenLanguages.memberId, set: { language } });
      return {};
    },
  };
}
