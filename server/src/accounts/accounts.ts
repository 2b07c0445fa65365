import { AjarError, type PageLanguage } from '@ajar/shared';
import { and, asc, eq, like } from 'drizzle-orm';
import type { Request, Response, Router } from 'express';
import type { ApiPart, Viewer } from '../api/index.ts';
import type { Db } from '../database/index.ts';
import { chosenLanguages } from '../languages/tables.ts';
import type { Log } from '../log/index.ts';
import type { Mailer } from '../mail/index.ts';
import { demoDomain, prepareProgram } from '../programs/index.ts';
import { members, programs } from '../programs/tables.ts';
import type { Redis } from '../redis/index.ts';
import { secretNamed } from '../secrets/index.ts';
import type { Settings } from '../settings/index.ts';
import { inLanguage } from '../words/index.ts';
import type { Auth, AuthOptions } from './auth.ts';
import { createLimit } from './limits.ts';
import { isLocalRequest, isLoopbackOrigin } from './local.ts';
import { makeOwnerToken } from './owner.ts';
import { accountsRouter } from './router.ts';
import { SsoDiscovery } from './sso.ts';
import { createSessions, type Sessions } from './viewer.ts';
import { accountWords } from './words.ts';

export type AccountsOptions = {
  db: Db;
  settings: Pick<Settings, 'demoAllowed' | 'smtpUrl' | 'oidc'>;
  /** The address people open, without a slash at the end: `publicUrlOf(settings, port)`. */
  publicUrl: string;
  /** Takes the sign-in links. It stays its owner's. */
  mailer: Pick<Mailer, 'send'>;
  log: Log;
  /** Shares rate limits between hubs. Default: each process counts for itself. */
  redis?: Redis;
  /** Told when a session of this account has ended, so that its sockets can go. Default: nobody. */
  onSignedOut?: (userId: string) => void;
};

export type Accounts = {
  handlers: ApiPart<'signInOptions' | 'demoSignIn'>;
  /** `/api/auth/…`, `/sign-in/link`, `/welcome` and `/dev/outbox`. Mount it before `mountApi`, and without a body parser. */
  router: Router;
  /** Who a socket handshake or any request belongs to. */
  viewerFrom: Sessions['viewerFrom'];
  /** The same for `mountApi`; renews sessions in use. */
  viewer: (request: Request, response: Response) => Promise<Viewer | null>;
  /** Sees that there is a programme; the address of the first owner's one-time link, or `null` when nobody waits for one. */
  prepare(): Promise<{ ownerLink: string | null }>;
  /** Loads what signing in needs, which takes some hundred ms; without it the first who signs in waits for that. */
  warmUp(): Promise<void>;
};

/** Requests for sign-in links let through in ten minutes: to one address, and from one place (a hospital is one place). */
const linksTo = 5;
const linksFrom = 60;
const window = 10 * 60;

/** Everything about signing in. */
export async function createAccounts(options: AccountsOptions): Promise<Accounts> {
  const { db, settings, publicUrl, mailer, log, redis } = options;
  // A server on loopback behind a public address has a proxy in front of it: no place for people without keys.
  const demo = settings.demoAllowed && isLoopbackOrigin(publicUrl);
  const secret = Buffer.from(await secretNamed(db, 'sessions')).toString('base64url');
  const limitAddress = createLimit({ name: 'link-to', points: linksTo, seconds: window, redis });
  const limitAsking = createLimit({ name: 'link-from', points: linksFrom, seconds: window, redis });

  const sendMagicLink: AuthOptions['sendMagicLink'] = async ({ email, url }, asked) => {
    await limitAddress(email.toLowerCase());
    const language = (await chosenBy(db, email)) ?? asked;
    await mailer.send(signInMail(email, `${publicUrl}/sign-in/link${new URL(url).search}`, language));
  };
  const onSignedOut = options.onSignedOut ?? (() => undefined);
  // better-auth takes longer to load than all the rest of the server, so nobody waits for it but those who need it.
  const load = async (oidc: Settings['oidc']): Promise<Auth> => {
    const { createAuth } = await import('./auth.ts');
    return createAuth({ db, log, secret, publicUrl, demo, oidc, sendMagicLink, onSignedOut });
  };
  let loaded: Promise<Auth> | undefined;
  const auth = () => {
    loaded ??= load(undefined);
    return loaded;
  };
  const sso = settings.oidc && new SsoDiscovery(settings.oidc, log);
  let ssoReady = false;
  const readySso = async () => {
    if (!sso || ssoReady) return;
    await sso.found();
    loaded = load(settings.oidc);
    ssoReady = true;
  };

  const sessions = createSessions(db, auth, demo);
  const outbox = settings.smtpUrl === undefined;
  const router = accountsRouter({ db, publicUrl, auth, readySso, limitAsking, outbox });
  return {
    handlers: {
      signInOptions: async ({ request }) => ({
        demo: demo && isLocalRequest(request) ? await demoPeople(db) : [],
        sso: settings.oidc ? { name: settings.oidc.name } : null,
        outbox: outbox && isLocalRequest(request),
        programName: await programName(db),
      }),
      demoSignIn: async ({ request, response, body }) => {
        const person = demo && isLocalRequest(request) ? await demoPerson(db, body.email) : undefined;
        if (!person) throw new AjarError('not-found', 'no-demo', 'There is no demo person like that here.');
        response.append('set-cookie', await (await auth()).beginSession(person));
        return {};
      },
    },
    router,
    viewerFrom: sessions.viewerFrom,
    viewer: ({ headers }, response) =>
      sessions.renewedViewerFrom(headers, (cookies) => response.append('set-cookie', cookies)),
    prepare: async () => {
      const { ownerless } = await prepareProgram(db, { demo });
      const ownerLink = ownerless && `${publicUrl}/welcome?token=${await makeOwnerToken(db, ownerless)}`;
      return { ownerLink };
    },
    warmUp: async () => void (await auth()),
  };
}

function signInMail(to: string, link: string, language: PageLanguage) {
  const { subject, open, notAsked } = inLanguage(accountWords, language).mail;
  return { to, subject, text: `${open}\n\n${link}\n\n${notAsked}\n` };
}

/** What the person of this address has chosen, if there is one. It reaches nobody but whoever reads their mail. */
async function chosenBy(db: Db, email: string): Promise<PageLanguage | null> {
  const [found] = await db
    .select({ language: chosenLanguages.language })
    .from(members)
    .innerJoin(chosenLanguages, eq(chosenLanguages.memberId, members.id))
    .where(eq(members.email, email.toLowerCase()));
  return found?.language ?? null;
}

const isDemo = like(members.email, `%@${demoDomain}`);

async function demoPeople(db: Db) {
  const found = db.select({ email: members.email, name: members.name, line: members.place }).from(members);
  return await found.where(isDemo).orderBy(asc(members.name));
}

async function demoPerson(db: Db, email: string) {
  const found = db.select({ email: members.email, name: members.name }).from(members);
  const [person] = await found.where(and(isDemo, eq(members.email, email.toLowerCase())));
  return person;
}

async function programName(db: Db): Promise<string | null> {
  const found = db.select({ name: programs.name }).from(programs);
  const [first] = await found.orderBy(asc(programs.createdAt)).limit(1);
  return first?.name ?? null;
}
