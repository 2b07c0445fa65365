import { eq } from 'drizzle-orm';
import type { Router } from 'express';
import type { Db } from '../database/index.ts';
import { languageOf } from '../languages/index.ts';
import { linkAnswers } from '../links/index.ts';
import { html } from '../pages/index.ts';
import { members } from '../programs/tables.ts';
import { inLanguage } from '../words/index.ts';
import { setMail } from './kept.ts';
import { readLink } from './links.ts';
import { followWords } from './words.ts';

/** The link in every mail about a door, which works without signing in. */
export function followsRouter({ db, secret }: { db: Db; secret: Uint8Array }): Router {
  return linkAnswers({
    path: '/follows/mail',
    find: async (token) => {
      const content = readLink(secret, token);
      if (!content) return null;
      const [found] = await db.select({ memberId: members.id }).from(members).where(eq(members.id, content.member));
      return found ? { ...found, language: await languageOf(db, found.memberId) } : null;
    },
    act: async ({ memberId }, undo) => {
      await setMail(db, memberId, undo);
      return true;
    },
    ask: ({ language }) => {
      const { title, heading, ask } = inLanguage(followWords, language).page;
      return { title, heading, text: html`<p>${ask}</p>` };
    },
    done: ({ language }, undone) => {
      const { again, againText, ended, endedText } = inLanguage(followWords, language).page;
      return { title: undone ? again : ended, text: html`<p>${undone ? againText : endedText}</p>` };
    },
    press: ({ language }) => {
      const { title, undo } = inLanguage(followWords, language).page;
      return { act: title, undo };
    },
    elsewhere: (language) => {
      const { gone, home } = inLanguage(followWords, language).page;
      return { gone, href: '/following', home };
    },
  });
}
