import { eq } from 'drizzle-orm';
import express, { Router } from 'express';
import type { Db } from '../database/index.ts';
import { html, page } from '../pages/index.ts';
import { members } from '../programs/tables.ts';
import { setMail } from './kept.ts';
import { readLink } from './links.ts';

/** The link in every mail about a door, which works without signing in. */
export function followsRouter({ db, secret }: { db: Db; secret: Uint8Array }): Router {
  const router = Router();
  const quiet = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };
  // Opening a link changes nothing: mail filters open every link they see.
  router.get('/follows/mail', async (request, response) => {
    const found = await linked(db, secret, request.query['token']);
    response.set(quiet).status(found ? 200 : 404);
    response.send(found ? askPage(found) : gonePage());
  });
  const form = express.urlencoded({ limit: '4kb', extended: false });
  router.post('/follows/mail', form, async (request, response) => {
    const found = await linked(db, secret, request.query['token']);
    response.set(quiet).status(found ? 200 : 404);
    if (!found) return void response.send(gonePage());
    const undo = request.body?.undo === 'yes';
    await setMail(db, found.memberId, undo);
    response.send(donePage(found, undo));
  });
  return router;
}

type Linked = NonNullable<Awaited<ReturnType<typeof linked>>>;

async function linked(db: Db, secret: Uint8Array, token: unknown) {
  const content = typeof token === 'string' ? readLink(secret, token) : null;
  if (!content || typeof token !== 'string') return null;
  const [found] = await db.select({ memberId: members.id }).from(members).where(eq(members.id, content.member));
  return found ? { ...found, token } : null;
}

function askPage(found: Linked): string {
  return page(
    'No more mail',
    html`<h1>No more mail when doors open?</h1>
      <p>The doors you follow stay followed, and a browser that tells you goes on telling you.</p>
      ${press(found, 'No more mail')}`,
  );
}

function donePage(found: Linked, undone: boolean): string {
  const title = undone ? 'You get mail when doors open' : 'No more mail when doors open';
  return page(
    title,
    html`<h1>${title}</h1>
      <p>${undone ? 'As before: for each door you follow.' : 'From now on no such mail is written to you.'}</p>
      ${undone ? press(found, 'No more mail') : press(found, 'Write to me after all', true)}
      <p><a href="/following">The doors you follow</a></p>`,
  );
}

function press({ token }: Linked, words: string, undo = false) {
  return html`<form method="post" action="/follows/mail?token=${token}">
    ${undo && html`<input type="hidden" name="undo" value="yes">`}
    <button>${words}</button>
  </form>`;
}

function gonePage(): string {
  return page(
    'Sorry',
    html`<h1>This link leads nowhere now</h1>
      <p>It may not be whole. Nothing was changed. You can also say there how you are told:</p>
      <p><a href="/following">The doors you follow</a></p>`,
  );
}
