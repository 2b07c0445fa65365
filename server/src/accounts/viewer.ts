import type { IncomingHttpHeaders } from 'node:http';
import { fromNodeHeaders } from 'better-auth/node';
import { and, asc, eq, gt } from 'drizzle-orm';
import type { Viewer } from '../api/index.ts';
import type { Db } from '../database/index.ts';
import { isDemoAddress, membershipColumns } from '../programs/index.ts';
import { members, programs } from '../programs/tables.ts';
import { type Auth, sessionLasts, sessionRenewedAfter } from './auth.ts';
import { sessions, users } from './tables.ts';

export type Sessions = {
  /** Who the cookies of these headers belong to: one indexed query, for requests and socket handshakes alike. */
  viewerFrom(headers: IncomingHttpHeaders): Promise<Viewer | null>;
  /** The same, and a session that is used is renewed: `setCookie` gets the cookies to answer with. */
  renewedViewerFrom(headers: IncomingHttpHeaders, setCookie: (cookies: string[]) => void): Promise<Viewer | null>;
};

type Found = { viewer: Viewer; expiresAt: Date };

/** @param auth the better-auth of the moment. @param demo whether demo people may be signed in here. */
export function createSessions(db: Db, auth: () => Auth, demo: boolean): Sessions {
  const find = async (headers: Headers): Promise<Found | null> => {
    if (!headers.has('cookie')) return null;
    const { token } = await auth().api.readSessionToken({ headers });
    const found = token === null ? null : await lookUp(db, token);
    return found && (demo || !found.viewer.demo) ? found : null;
  };
  return {
    viewerFrom: async (headers) => (await find(fromNodeHeaders(headers)))?.viewer ?? null,
    renewedViewerFrom: async (nodeHeaders, setCookie) => {
      const headers = fromNodeHeaders(nodeHeaders);
      const found = await find(headers);
      if (found && isDue(found.expiresAt)) {
        const renewed = await auth().api.getSession({ headers, returnHeaders: true });
        setCookie(renewed.headers.getSetCookie());
      }
      return found?.viewer ?? null;
    },
  };
}

function isDue(expiresAt: Date): boolean {
  return expiresAt.getTime() - Date.now() < (sessionLasts - sessionRenewedAfter) * 1000;
}

async function lookUp(db: Db, token: string): Promise<Found | null> {
  const [row] = await db
    .select({
      userId: users.id,
      email: users.email,
      expiresAt: sessions.expiresAt,
      member: membershipColumns,
      program: { id: programs.id, name: programs.name },
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(members, and(eq(members.email, users.email), eq(users.emailVerified, true)))
    .leftJoin(programs, eq(programs.id, members.programId))
    .where(and(eq(sessions.token, token), gt(sessions.expiresAt, new Date())))
    .orderBy(asc(members.createdAt))
    .limit(1);
  if (!row) return null;
  const { userId, email, member, program, expiresAt } = row;
  return { viewer: { userId, email, demo: isDemoAddress(email), member, program }, expiresAt };
}
