import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { genericOAuth, magicLink } from 'better-auth/plugins';
import { eq } from 'drizzle-orm';
import type { Db } from '../database/index.ts';
import { newId } from '../ids/index.ts';
import type { Log } from '../log/index.ts';
import { isDemoAddress } from '../programs/index.ts';
import type { OidcSettings } from '../settings/index.ts';
import { isLoopbackOrigin } from './local.ts';
import { ajarSessions } from './plugin.ts';
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
  sendMagicLink: (link: { email: string; url: string }) => Promise<void>;
  onSignedOut: (userId: string) => void;
};

const day = 24 * 60 * 60;
/** How long a session lasts without a visit, in s. */
export const sessionLasts = 30 * day;
/** How old a session is when the next visit renews it, in s. */
export const sessionRenewedAfter = day;
/** How long a magic link is good for, in s. */
export const magicLinkLasts = 15 * 60;

/** The name of the single sign-on provider in better-auth's addresses: `/api/auth/callback/sso`. */
export const ssoProvider = 'sso';

export type Auth = ReturnType<typeof createAuth>;

/** better-auth, set up for Ajar: magic links, passkeys and single sign-on; no passwords. */
export function createAuth(options: AuthOptions) {
  const { db, log, publicUrl, demo } = options;
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
      magicLink({ expiresIn: magicLinkLasts, storeToken: 'hashed', sendMagicLink: options.sendMagicLink }),
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
      useSecureCookies: publicUrl.startsWith('https:'),
      // Where people sign in from is not ours to keep.
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId() },
    },
    // Requests for links are limited before they arrive here, by address and by who asks.
    rateLimit: { enabled: false },
    onAPIError: { errorURL: `${publicUrl}/sign-in` },
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

/** OpenID Connect Discovery 1.0, section 4. */
export function discoveryUrlOf(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
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

async function isDemoUser(db: Db, userId: string): Promise<boolean> {
  const [user] = await db.select({ email: users.email }).from(users).where(eq(users.id, userId));
  return user !== undefined && isDemoAddress(user.email);
}
