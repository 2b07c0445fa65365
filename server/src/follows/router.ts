import { eq } from 'drizzle-orm';
import type { Router } from 'express';
import type { Db } from '../database/index.ts';
import { linkAnswers } from '../links/index.ts';
import { html } from '../pages/index.ts';
import { members } from '../programs/tables.ts';
import { setMail } from './kept.ts';
import { readLink } from './links.ts';

/** The link in every mail about a door, which works without signing in. */
export function followsRouter({ db, secret }: { db: Db; secret: Uint8Array }): Router {
  return linkAnswers({
    path: '/follows/mail',
    find: async (token) => {
      const content = readLink(secret, token);
      if (!content) return null;
      const [found] = await db.select({ memberId: members.id }).from(members).where(eq(members.id, content.member));
      return found ?? null;
    },
    act: async ({ memberId }, undo) => {
      await setMail(db, memberId, undo);
      return true;
    },
    ask: () => ({
      title: 'No more mail',
      heading: 'No more mail when doors open?',
      text: html`<p>The doors you follow stay followed, and a browser that tells you goes on telling you.</p>`,
    }),
    done: (_, undone) => ({
      title: undone ? 'You get mail when doors open' : 'No more mail when doors open',
      text: html`<p>${undone ? 'As before: for each door you follow.' : 'From now on no such mail is written to you.'}</p>`,
    }),
    press: () => ({ act: 'No more mail', undo: 'Write to me after all' }),
    gone: html`<p>It may not be whole. Nothing was changed. You can also say there how you are told:</p>`,
    home: { href: '/following', words: 'The doors you follow' },
  });
}
