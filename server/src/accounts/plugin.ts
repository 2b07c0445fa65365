import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type { BetterAuthPlugin } from 'better-auth/types';
import { z } from 'zod';

/**
 * What Ajar itself asks of better-auth: to read a session cookie, and to begin a session for somebody it has already
 * made sure of (a demo person, the first owner). Neither has an address; only `auth.api` reaches them.
 */
export const ajarSessions = {
  id: 'ajar-sessions',
  endpoints: {
    /** The session token of the request's cookie, if its signature is ours. */
    readSessionToken: createAuthEndpoint.serverOnly({ method: 'GET', requireHeaders: true }, async (ctx) => {
      const { authCookies, secret } = ctx.context;
      return { token: (await ctx.getSignedCookie(authCookies.sessionToken.name, secret)) || null };
    }),
    /** Signs somebody in without asking further, and makes their account if it is the first time. */
    beginSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ email: z.email(), name: z.string() }) },
      async (ctx) => {
        const { internalAdapter } = ctx.context;
        const { email, name } = ctx.body;
        const known = await internalAdapter.findUserByEmail(email);
        const newcomer = { email, name, emailVerified: true };
        const user = known?.user ?? (await internalAdapter.createUser(newcomer, { method: 'ajar' }));
        const session = user && (await internalAdapter.createSession(user.id));
        if (!user || !session) throw ctx.error('FORBIDDEN');
        await setSessionCookie(ctx, { session, user });
        return {};
      },
    ),
  },
} satisfies BetterAuthPlugin;
