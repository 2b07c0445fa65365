import { AjarError, askedLanguage, personName, toAjarError } from '@ajar/shared';
import express, { type Request, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { bodyLimit } from '../api/index.ts';
import type { Db } from '../database/index.ts';
import { refusalFor } from '../languages/index.ts';
import { readOutbox } from '../mail/index.ts';
import { isDemoAddress } from '../programs/index.ts';
import { inLanguage } from '../words/index.ts';
import type { Auth } from './auth.ts';
import { magicLinkLasts } from './lifetimes.ts';
import type { Limit } from './limits.ts';
import { isLocalRequest } from './local.ts';
import { claimProgram, programOfToken } from './owner.ts';
import { linkPage, outboxPage, troublePage, welcomePage } from './screens.ts';
import { ssoProvider } from './sso.ts';
import { accountWords } from './words.ts';

export type RouterParts = {
  db: Db;
  publicUrl: string;
  /** The better-auth of the moment. */
  auth: () => Promise<Auth>;
  /** Sees that single sign-on is ready to be used. @throws AjarError `sso-unreachable` */
  readySso: () => Promise<void>;
  /** Counts requests for sign-in links by who asks. */
  limitAsking: Limit;
  /** Whether mail lands in the local outbox. */
  outbox: boolean;
};

/** The addresses of accounts that are not REST routes: better-auth's own, and the server's few pages. */
export function accountsRouter(parts: RouterParts): Router {
  const router = Router();
  mountAuth(router, parts);
  mountLink(router);
  mountWelcome(router, parts);
  if (parts.outbox) {
    router.get('/dev/outbox', localOnly, async (_request, response) => {
      response.set('cache-control', 'no-store').send(outboxPage(await readOutbox(parts.db)));
    });
  }
  return router;
}

/** Set in the browser that asks for a sign-in link, so that opening the link there needs no further press. */
const askedCookie = 'ajar.asked';

function mountAuth(router: Router, { auth, publicUrl, readySso, limitAsking }: RouterParts): void {
  const json = express.json({ limit: bodyLimit });
  const form = express.urlencoded({ limit: bodyLimit, extended: false });
  router.post('/api/auth/sign-in/magic-link', async (request, response, next) => {
    await limitAsking(request.ip ?? 'unknown');
    const secure = publicUrl.startsWith('https:');
    const maxAge = magicLinkLasts * 1000;
    response.cookie(askedCookie, '1', { httpOnly: true, sameSite: 'lax', secure, maxAge, path: '/sign-in' });
    next();
  });
  router.all(['/api/auth/sign-in/social', `/api/auth/callback/${ssoProvider}`], async (_request, _response, next) => {
    await readySso();
    next();
  });
  router.all('/api/auth/{*rest}', json, form, readableOnly, async (request, response) => {
    await (await auth()).handle(request, response);
  });
}

/** better-auth reads what Express has not read; without this there would be no limit to its size. */
const readableOnly: RequestHandler = (request, _response, next) => {
  const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length']) > 0;
  if (hasBody && !request.is(['json', 'urlencoded'])) {
    throw new AjarError('bad-input', 'bad-type', 'Only JSON is read here. Nothing was changed.');
  }
  next();
};

const link = z.object({
  token: z.string().min(1),
  callbackURL: z.string().default('/'),
  errorCallbackURL: z.string().default('/sign-in'),
});

function mountLink(router: Router): void {
  router.get('/sign-in/link', (request, response) => {
    response.set('cache-control', 'no-store');
    const opened = link.safeParse(request.query);
    const language = askedLanguage(request.headers);
    if (!opened.success) {
      response.status(400).send(troublePage(inLanguage(accountWords, language).link.notWhole, language));
    } else if (request.headers.cookie?.includes(`${askedCookie}=1`)) {
      response.redirect(`/api/auth/magic-link/verify?${new URLSearchParams(opened.data)}`);
    } else {
      response.send(linkPage(opened.data, language));
    }
  });
}

const claim = z.object({
  token: z.string().min(1),
  name: personName,
  email: z.email().transform((email) => email.toLowerCase()),
  programName: z.string().trim().min(1).max(80),
});
function mountWelcome(router: Router, { db, auth }: RouterParts): void {
  router.get('/welcome', async (request, response) => {
    const token = String(request.query['token'] ?? '');
    const language = askedLanguage(request.headers);
    response.set('cache-control', 'no-store');
    try {
      const program = await programOfToken(db, token);
      response.send(welcomePage({ token, programName: program.name }, language));
    } catch (thrown) {
      response.status(404).send(troublePage(wordsOf(thrown, request), language));
    }
  });
  router.post('/welcome', express.urlencoded({ limit: bodyLimit, extended: false }), async (request, response) => {
    const given = claim.safeParse(request.body ?? {});
    const language = askedLanguage(request.headers);
    if (!given.success || isDemoAddress(given.data.email)) {
      const field = given.success ? 'email' : String(given.error.issues[0]?.path[0]);
      const { other, ...complaints } = inLanguage(accountWords, language).welcome.complaints;
      const complaint = new Map(Object.entries(complaints)).get(field) ?? other;
      const sent = z
        .record(z.string(), z.string())
        .catch({})
        .parse(request.body ?? {});
      const filled = { token: '', programName: '', ...sent };
      response.status(400).send(welcomePage(filled, language, complaint));
      return;
    }
    const { token, ...owner } = given.data;
    try {
      await claimProgram(db, token, owner);
    } catch (thrown) {
      response.status(404).send(troublePage(wordsOf(thrown, request), language));
      return;
    }
    response.append('set-cookie', await (await auth()).beginSession(owner));
    response.redirect(303, '/');
  });
}

/** What a page says about our own errors; anything else is not for a page and goes on. */
function wordsOf(thrown: unknown, { headers }: Pick<Request, 'headers'>): string {
  const error = toAjarError(thrown);
  if (error.category === 'internal') throw thrown;
  return refusalFor(error.toWire(), headers).message;
}

const localOnly: RequestHandler = (request, _response, next) => {
  if (isLocalRequest(request)) return next();
  throw new AjarError('not-found', 'no-such-route', 'There is nothing at this address.');
};
