import { AjarError, askedLanguage, type PageLanguage } from '@ajar/shared';
import { and, eq } from 'drizzle-orm';
import { Router } from 'express';
import { tokenOf } from '../calendar/index.ts';
import type { Db } from '../database/index.ts';
import { languageOf } from '../languages/index.ts';
import { linkAnswers } from '../links/index.ts';
import { html } from '../pages/index.ts';
import { members } from '../programs/tables.ts';
import { inLanguage } from '../words/index.ts';
import { answer, sitOut } from './answers.ts';
import { feedOf, type MoreInFeed } from './feed.ts';
import { timeInWords } from './letters.ts';
import { type LinkContent, readLink } from './links.ts';
import type { Rounds } from './rounds.ts';
import { rounds as roundTable } from './tables.ts';
import { roundWords } from './words.ts';

export type RoundsRouterOptions = {
  db: Db;
  rounds: Pick<Rounds, 'answered'>;
  secret: Uint8Array;
  publicUrl: string;
  /** What else stands in a member's calendar feed. Default: nothing. */
  alsoInFeed?: MoreInFeed;
};

/** What must work without signing in: the links in mails, and calendar feeds. */
export function roundsRouter(options: RoundsRouterOptions): Router {
  const { db, publicUrl, alsoInFeed = async () => [] } = options;
  const router = Router();
  const quiet = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };
  router.get('/calendar/:name', async (request, response) => {
    const token = tokenOf(request.params.name);
    const feed = token ? await feedOf(db, token, { publicUrl, more: alsoInFeed, now: new Date() }) : null;
    response.set(quiet);
    if (feed === null) {
      const { noFeed } = inLanguage(roundWords, askedLanguage(request.headers));
      response.status(404).type('text').send(`${noFeed}\n`);
    } else response.type('text/calendar; charset=utf-8').send(feed);
  });
  router.use(answerLinks(options));
  return router;
}

type Linked = {
  content: LinkContent;
  viewer: Parameters<typeof answer>[1];
  round: { name: string; timeZone: string };
  language: PageLanguage;
};

/** The links in mails: to sit out one time of a round, or to get no more mail about it. */
function answerLinks({ db, rounds, secret }: RoundsRouterOptions): Router {
  return linkAnswers<Linked>({
    path: '/rounds/answer',
    find: (token) => linked(db, secret, token),
    act: async (found, undo) => {
      try {
        await act(db, found, !undo);
        await rounds.answered(found.viewer);
        return true;
      } catch (thrown) {
        if (!(thrown instanceof AjarError) || thrown.category !== 'not-found') throw thrown;
        return false;
      }
    },
    ask: ({ round, content, language }) => {
      const words = inLanguage(roundWords, language).page;
      if (content.at === undefined) {
        const text = html`<p>${words.noMailText}</p>`;
        return { title: words.noMail, heading: words.noMailAsk(round.name), text };
      }
      const text = html`<p>${words.sitOutText(round.name, timeOf(round, content.at, language))}</p>`;
      return { title: words.sitOut, heading: words.sitOutAsk, text };
    },
    done: doneWords,
    press: ({ content, language }) => {
      const words = inLanguage(roundWords, language).page;
      return content.at === undefined
        ? { act: words.noMail, undo: words.undoMail }
        : { act: words.sitOut, undo: words.undoSitOut };
    },
    elsewhere: (language) => {
      const { gone, home } = inLanguage(roundWords, language).page;
      return { gone, href: '/rounds', home };
    },
  });
}

function doneWords({ round, content, language }: Linked, undone: boolean) {
  const words = inLanguage(roundWords, language).page;
  if (content.at === undefined) {
    return { title: undone ? words.mailAgain : words.mailEnded, text: html`<p>${round.name}.</p>` };
  }
  return {
    title: undone ? words.comes : words.sitsOut,
    text: html`<p>${words.time(round.name, timeOf(round, content.at, language))}</p>`,
  };
}

const timeOf = ({ timeZone }: Linked['round'], at: number, language: PageLanguage) =>
  timeInWords(new Date(at), timeZone, language);

async function linked(db: Db, secret: Uint8Array, token: string): Promise<Linked | null> {
  const content = readLink(secret, token);
  if (!content) return null;
  const [found] = await db
    .select({ programId: members.programId, name: roundTable.name, timeZone: roundTable.timeZone })
    .from(members)
    .innerJoin(roundTable, and(eq(roundTable.programId, members.programId), eq(roundTable.id, content.round)))
    .where(eq(members.id, content.member));
  if (!found) return null;
  const { programId, ...round } = found;
  const language = await languageOf(db, content.member);
  return { content, round, language, viewer: { memberId: content.member, programId } };
}

async function act(db: Db, { content, viewer }: Linked, yes: boolean): Promise<void> {
  if (content.at === undefined) await answer(db, viewer, content.round, { mail: !yes });
  else await sitOut(db, viewer, content.round, new Date(content.at), yes);
}
