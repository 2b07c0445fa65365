import { AjarError } from '@ajar/shared';
import { and, eq } from 'drizzle-orm';
import { Router } from 'express';
import { tokenOf } from '../calendar/index.ts';
import type { Db } from '../database/index.ts';
import { linkAnswers } from '../links/index.ts';
import { html } from '../pages/index.ts';
import { members } from '../programs/tables.ts';
import { answer, sitOut } from './answers.ts';
import { feedOf, type MoreInFeed } from './feed.ts';
import { timeInWords } from './letters.ts';
import { type LinkContent, readLink } from './links.ts';
import type { Rounds } from './rounds.ts';
import { rounds as roundTable } from './tables.ts';

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
    if (feed === null) response.status(404).type('text').send('There is no calendar at this address any more.\n');
    else response.type('text/calendar; charset=utf-8').send(feed);
  });
  router.use(answerLinks(options));
  return router;
}

type Linked = {
  content: LinkContent;
  viewer: Parameters<typeof answer>[1];
  round: { name: string; timeZone: string };
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
    ask: ({ round, content }) =>
      content.at === undefined
        ? {
            title: 'No more mail',
            heading: `No more mail about ${round.name}?`,
            text: html`<p>You stay in the round if you are in it. The corridor still shows when it takes place.</p>`,
          }
        : {
            title: 'Sit this one out',
            heading: 'Sit this one out?',
            text: html`<p>${round.name} on ${timeOf(round, content.at)}. You need no reason, and nobody is told.</p>`,
          },
    done: ({ round, content }, undone) => doneWords(round, content.at, undone),
    press: ({ content }) =>
      content.at === undefined
        ? { act: 'No more mail', undo: 'Write to me after all' }
        : { act: 'Sit this one out', undo: 'Come after all' },
    gone: html`<p>The round may have been stopped, or the link is not whole. Nothing was changed.</p>`,
    home: { href: '/rounds', words: 'Your rounds' },
  });
}

function doneWords(round: Linked['round'], at: number | undefined, undone: boolean) {
  if (at === undefined) {
    return {
      title: undone ? 'You get mail about it again' : 'No more mail about it',
      text: html`<p>${round.name}.</p>`,
    };
  }
  return {
    title: undone ? 'You are expected after all' : 'You sit this one out',
    text: html`<p>${round.name} on ${timeOf(round, at)}.</p>`,
  };
}

const timeOf = ({ timeZone }: Linked['round'], at: number) => timeInWords(new Date(at), timeZone);

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
  return { content, round, viewer: { memberId: content.member, programId } };
}

async function act(db: Db, { content, viewer }: Linked, yes: boolean): Promise<void> {
  if (content.at === undefined) await answer(db, viewer, content.round, { mail: !yes });
  else await sitOut(db, viewer, content.round, new Date(content.at), yes);
}
