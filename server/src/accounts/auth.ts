import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { askedLanguage, httpStatus, type PageLanguage, toAjarError } from '@ajar/shared';
import { passkey } from '@better-auth/passkey';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError, isAPIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import { fromNodeHeaders, toNodeHandler } from 'better-auth/node';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { magicLink } from 'better-auth/plugins/magic-link';
import { eq } from 'drizzle-orm';
import type { Db } from '../database/index.ts';
import { newId } from '../ids/index.ts';
import { refusalFor } from '../languages/index.ts';
import type { Log } from '../log/index.ts';
import { isDemoAddress } from '../programs/index.ts';
import type { OidcSettings } from '../settings/index.ts';
import { magicLinkLasts, sessionLasts, sessionRenewedAfter } from './lifetimes.ts';
import { isLoopbackOrigin } from './local.ts';
import { ajarSessions } from './plugin.ts';
import { discoveryUrlOf, ssoProvider } from './sso.ts';
import { accounts, passkeys, sessions, users, verifications } from './tables.ts';

export type AuthOptions = {
  db: Db;
  log: Log;
  /** Signs cookies. */
  secret: string;
  /** The address people open, without a slash at the end. */
  publicUrl: string;
  /** Whether demo people may have sessions here. */
  demo: boolean;
  /** Single sign-on, when its provider is known to answer. */
  oidc: OidcSettings | undefined;
  /** @param asked the language of the browser that asks for it. */
  sendMagicLink: (link: { email: string; url: string }, asked: PageLanguage) => Promise<void>;
  onSignedOut: (userId: string) => void;
};

/** All that the rest of Ajar asks of better-auth. */
export type Auth = {
  /** Answers a request under `/api/auth`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** The session token of a cookie that we signed. */
  readSessionToken(headers: IncomingHttpHeaders): Promise<string | null>;
  /** Makes a session last longer; the cookies to answer with. */
  renewSession(headers: IncomingHttpHeaders): Promise<string[]>;
  /** Signs somebody in whom we have made sure of; the cookies to answer with. */
  beginSession(person: { email: string; name: string }): Promise<string[]>;
};

export function createAuth(options: AuthOptions): Auth {
  const auth = setUp(options);
  const handle = toNodeHandler(auth);
  return {
    handle,
    readSessionToken: async (headers) => (await auth.api.readSessionToken({ headers: fromNodeHeaders(headers) })).token,
    renewSession: async (headers) => {
      const renewed = await auth.api.getSession({ headers: fromNodeHeaders(headers), returnHeaders: true });
      return renewed.headers.getSetCookie();
    },
    beginSession: async (body) => {
      const begun = await auth.api.beginSession({ body, returnHeaders: true });
      return begun.headers.getSetCookie();
    },
  };
}

/** better-auth, set up for Ajar: magic links, passkeys and single sign-on; no passwords. */
function setUp(options: AuthOptions) {
  const { db, log, publicUrl, demo } = options;
  const sendMagicLink = (link: { email: string; url: string }, context?: { headers?: Headers | undefined }) => {
    const { headers } = context ?? {};
    const asking = { cookie: headers?.get('cookie') ?? '', 'accept-language': headers?.get('accept-language') ?? '' };
    return options.sendMagicLink(link, askedLanguage(asking)).catch((thrown: unknown) => {
      throw asApiError(thrown, asking, log);
    });
  };
  return betterAuth({
    appName: 'Ajar',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret: options.secret,
    trustedOrigins: (request) => [publicUrl, ...loopbackOriginOf(request, publicUrl)],
    database: drizzleAdapter(db, {
      provider: 'pg',
      transaction: true,
      schema: { user: users, session: sessions, account: accounts, verification: verifications, passkey: passkeys },
    }),
    session: { expiresIn: sessionLasts, updateAge: sessionRenewedAfter },
    account: { encryptOAuthTokens: true },
    user: { validateUserInfo: ({ source }) => verifiedAddressOnly(source) },
    plugins: [
      magicLink({ expiresIn: magicLinkLasts, storeToken: 'hashed', sendMagicLink }),
      passkey({ rpID: new URL(publicUrl).hostname, rpName: 'Ajar', origin: publicUrl }),
      genericOAuth({ config: options.oidc ? [oidcProvider(options.oidc)] : [] }),
      ajarSessions,
    ],
    databaseHooks: {
      user: { create: { before: async ({ email }) => demo || !isDemoAddress(email) } },
      session: {
        create: { before: async ({ userId }) => demo || !(await isDemoUser(db, userId)) },
        delete: { after: async ({ userId }) => options.onSignedOut(userId) },
      },
    },
    advanced: {
      cookiePrefix: 'ajar',
      // Said outright, because better-auth leaves these out where it takes the environment for a test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      useSecureCookies: publicUrl.startsWith('https:'),
      // Where people sign in from is not ours to keep.
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId() },
    },
    // Requests for links are limited by us, by address and by who asks.
    rateLimit: { enabled: false },
    onAPIError: {
      errorURL: `${publicUrl}/sign-in`,
      onError: (error) => {
        if (!isAPIError(error) || error.statusCode >= 500) log.error({ err: error }, 'Signing in failed');
        else log.info({ code: error.body?.code }, 'Signing in was refused');
      },
    },
    disabledPaths: ['/update-user', '/change-email', '/link-social', '/unlink-account', '/get-access-token'],
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message, ...details) => {
        const err = details.find((detail) => detail instanceof Error);
        log[level](err ? { err } : {}, `Signing in: ${message}`);
      },
    },
  });
}

function oidcProvider({ issuer, clientId, clientSecret, name }: OidcSettings) {
  return {
    providerId: ssoProvider,
    name,
    clientId,
    clientSecret,
    discoveryUrl: discoveryUrlOf(issuer),
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    requireIdTokenVerification: true,
    disableProviderLogout: true,
  };
}

/**
 * An address that the provider did not verify could be anybody's, and the address is what ties a person to their
 * place in a programme.
 */
function verifiedAddressOnly(source: { oauth?: { profile?: Record<string, unknown> | undefined } | undefined }) {
  if (!source.oauth) return;
  const verified = source.oauth.profile?.['email_verified'];
  if (verified === true || verified === 'true') return;
  return { error: 'email_not_verified', errorDescription: 'Your organisation has not verified your e-mail address' };
}

/** People at the machine itself may open 127.0.0.1 as well as localhost. */
function loopbackOriginOf(request: Request | undefined, publicUrl: string): string[] {
  const host = request?.headers.get('host');
  const origin = `http://${host}`;
  return host && isLoopbackOrigin(publicUrl) && isLoopbackOrigin(origin) ? [origin] : [];
}

/** Our own error as better-auth answers one: the same shape, whoever refuses. */
function asApiError(thrown: unknown, asking: Parameters<typeof refusalFor>[1], log: Log): APIError {
  const error = toAjarError(thrown);
  const status = httpStatus[error.category];
  if (status >= 500) log.error({ err: error.cause ?? error }, 'A sign-in link could not be sent');
  return new APIError(status === 429 ? 'TOO_MANY_REQUESTS' : 'SERVICE_UNAVAILABLE', refusalFor(error.toWire(), asking));
}

async function isDemoUser(db: Db, userId: string): Promise<boolean> {
  const [user] = await db.select({ email: users.email }).from(users).where(eq(users.id, userId));
  return user !== undefined && isDemoAddress(user.email);
}
