import { AjarError } from '@ajar/shared';
import { and, eq } from 'drizzle-orm';
import express, { Router } from 'express';
import { tokenOf } from '../calendar/index.ts';
import type { Db } from '../database/index.ts';
import { html, page } from '../pages/index.ts';
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
  const { db, rounds, secret, publicUrl, alsoInFeed = async () => [] } = options;
  const router = Router();
  const quiet = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };
  router.get('/calendar/:name', async (request, response) => {
    const token = tokenOf(request.params.name);
    const feed = token ? await feedOf(db, token, { publicUrl, more: alsoInFeed, now: new Date() }) : null;
    response.set(quiet);
    if (feed === null) response.status(404).type('text').send('There is no calendar at this address any more.\n');
    else response.type('text/calendar; charset=utf-8').send(feed);
  });
  // Opening a link changes nothing: mail filters open every link they see.
  router.get('/rounds/answer', async (request, response) => {
    const found = await linked(db, secret, request.query['token']);
    response.set(quiet).status(found ? 200 : 404);
    response.send(found ? askPage(found) : gonePage());
  });
  const form = express.urlencoded({ limit: '4kb', extended: false });
  router.post('/rounds/answer', form, async (request, response) => {
    const found = await linked(db, secret, request.query['token']);
    response.set(quiet).status(found ? 200 : 404);
    if (!found) return void response.send(gonePage());
    const undo = request.body?.undo === 'yes';
    try {
      await act(db, found, !undo);
      await rounds.answered(found.viewer);
    } catch (thrown) {
      if (!(thrown instanceof AjarError) || thrown.category !== 'not-found') throw thrown;
      return void response.status(404).send(gonePage());
    }
    response.send(donePage(found, undo));
  });
  return router;
}

type Linked = {
  token: string;
  content: LinkContent;
  viewer: Parameters<typeof answer>[1];
  round: { name: string; timeZone: string };
};

async function linked(db: Db, secret: Uint8Array, token: unknown): Promise<Linked | null> {
  const content = typeof token === 'string' ? readLink(secret, token) : null;
  if (!content || typeof token !== 'string') return null;
  const [found] = await db
    .select({ programId: members.programId, name: roundTable.name, timeZone: roundTable.timeZone })
    .from(members)
    .innerJoin(roundTable, and(eq(roundTable.programId, members.programId), eq(roundTable.id, content.round)))
    .where(eq(members.id, content.member));
  if (!found) return null;
  const { programId, ...round } = found;
  return { token, content, round, viewer: { memberId: content.member, programId } };
}

async function act(db: Db, { content, viewer }: Linked, yes: boolean): Promise<void> {
  if (content.at === undefined) await answer(db, viewer, content.round, { mail: !yes });
  else await sitOut(db, viewer, content.round, new Date(content.at), yes);
}

function askPage(found: Linked): string {
  const { round, content } = found;
  return content.at === undefined
    ? page(
        'No more mail',
        html`<h1>No more mail about ${round.name}?</h1>
          <p>You stay in the round if you are in it. The corridor still shows when it takes place.</p>
          ${press(found, 'No more mail')}`,
      )
    : page(
        'Sit this one out',
        html`<h1>Sit this one out?</h1>
          <p>${round.name} on ${timeInWords(new Date(content.at), round.timeZone)}. You need no reason, and nobody is told.</p>
          ${press(found, 'Sit this one out')}`,
      );
}

function donePage(found: Linked, undone: boolean): string {
  const { round, content } = found;
  const mail = content.at === undefined;
  const title = mail
    ? undone
      ? 'You get mail about it again'
      : 'No more mail about it'
    : undone
      ? 'You are expected after all'
      : 'You sit this one out';
  const when = content.at === undefined ? '' : ` on ${timeInWords(new Date(content.at), round.timeZone)}`;
  return page(
    title,
    html`<h1>${title}</h1>
      <p>${round.name}${when}.</p>
      ${undone ? press(found, mail ? 'No more mail' : 'Sit this one out') : press(found, mail ? 'Write to me after all' : 'Come after all', true)}
      <p><a href="/rounds">Your rounds</a></p>`,
  );
}

function press({ token }: Linked, words: string, undo = false) {
  return html`<form method="post" action="/rounds/answer?token=${token}">
    ${undo && html`<input type="hidden" name="undo" value="yes">`}
    <button>${words}</button>
  </form>`;
}

function gonePage(): string {
  return page(
    'Sorry',
    html`<h1>This link leads nowhere now</h1>
      <p>The round may have been stopped, or the link is not whole. Nothing was changed.</p>
      <p><a href="/rounds">Your rounds</a></p>`,
  );
}
