import { askedLanguage, type PageLanguage } from '@ajar/shared';
import express, { type Response, Router } from 'express';
import { type Html, html, page } from '../pages/index.ts';
import { inLanguage } from '../words/index.ts';
import { linkPageWords } from './words.ts';

/** What a page of a link says: its heading, and what stands under it. */
export type LinkWords = { title: string; heading?: string; text: Html };

/** One press on such a page. */
export type LinkPress = { words: string; undo: boolean };

/** Whose link it is, and so the language of its page. */
export type Linked = { language: PageLanguage };

export type LinkAnswers<Found extends Linked> = {
  /** Where the links lead, as in `/rounds/answer`; what they say is in the parameter `token`. */
  path: string;
  /** What a link is about, or `null` when it leads nowhere (any more). */
  find: (token: string) => Promise<Found | null>;
  /** Does what the link says, or undoes it. @returns false when there was nothing left to do it to. */
  act: (found: Found, undo: boolean) => Promise<boolean>;
  /** Before the press. */
  ask: (found: Found) => LinkWords;
  /** After it. */
  done: (found: Found, undone: boolean) => LinkWords;
  /** The words of the press that does it, and of the one that undoes it. */
  press: (found: Found) => { act: string; undo: string };
  /** What a link that leads nowhere may have been, and where everything of the kind is kept, for somebody who signs in. */
  elsewhere: (language: PageLanguage) => { gone: string; href: string; home: string };
};

/**
 * The page of a link in a mail, which works without signing in. Opening it changes nothing: mail filters open every link
 * they see. A press does, also the one a mail program makes by itself (RFC 8058), and can be undone.
 */
export function linkAnswers<Found extends Linked>(answers: LinkAnswers<Found>): Router {
  const { path, find, act, ask, done, press, elsewhere } = answers;
  const router = Router();
  const quiet = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };
  const toHome = (language: PageLanguage) => {
    const { href, home } = elsewhere(language);
    return html`<p><a href="${href}">${home}</a></p>`;
  };
  const sendGone = (response: Response, language: PageLanguage) => {
    const { sorry, nowhere } = inLanguage(linkPageWords, language);
    const body = html`<h1>${nowhere}</h1><p>${elsewhere(language).gone}</p>${toHome(language)}`;
    response.send(page(sorry, body, language));
  };
  const read = async (given: unknown) => {
    const token = typeof given === 'string' ? given : '';
    const found = await find(token);
    return found === null ? null : { found, token };
  };
  const button = (
    token: string,
    words: string,
    undo: boolean,
  ) => html`<form method="post" action="${path}?token=${token}">
    ${undo && html`<input type="hidden" name="undo" value="yes">`}
    <button>${words}</button>
  </form>`;
  const written = ({ title, heading = title, text }: LinkWords, below: readonly Html[], { language }: Found) =>
    page(title, html`<h1>${heading}</h1>${text}${below}`, language);

  router.get(path, async (request, response) => {
    const asked = await read(request.query['token']);
    response.set(quiet).status(asked ? 200 : 404);
    if (!asked) return sendGone(response, askedLanguage(request.headers));
    const { found, token } = asked;
    response.send(written(ask(found), [button(token, press(found).act, false)], found));
  });
  const form = express.urlencoded({ limit: '4kb', extended: false });
  router.post(path, form, async (request, response) => {
    const asked = await read(request.query['token']);
    const undo = request.body?.undo === 'yes';
    const acted = asked !== null && (await act(asked.found, undo));
    response.set(quiet).status(acted ? 200 : 404);
    if (!acted) return sendGone(response, asked?.found.language ?? askedLanguage(request.headers));
    const { found, token } = asked;
    const words = press(found);
    const next = undo ? button(token, words.act, false) : button(token, words.undo, true);
    response.send(written(done(found, undo), [next, toHome(found.language)], found));
  });
  return router;
}
