import type { IncomingHttpHeaders } from 'node:http';
import { and, asc, eq, gt } from 'drizzle-orm';
import type { Viewer } from '../api/index.ts';
import type { Db } from '../database/index.ts';
import { chosenLanguages } from '../languages/tables.ts';
import { isDemoAddress, membershipColumns } from '../programs/index.ts';
import { members, programs } from '../programs/tables.ts';
import type { Auth } from './auth.ts';
import { sessionLasts, sessionRenewedAfter } from './lifetimes.ts';
import { sessions, users } from './tables.ts';

export type Sessions = {
  /** Who the cookies of these headers belong to: one indexed query, for requests and socket handshakes alike. */
  viewerFrom(headers: IncomingHttpHeaders): Promise<Viewer | null>;
  /** The same, and a session that is used is renewed: `setCookie` gets the cookies to answer with. */
  renewedViewerFrom(headers: IncomingHttpHeaders, setCookie: (cookies: string[]) => void): Promise<Viewer | null>;
};

/** Its name on HTTPS begins with `__Secure-`. */
const sessionCookie = 'ajar.session_token=';

type Found = { viewer: Viewer; expiresAt: Date };

/** @param demo whether demo people may be signed in here. */
export function createSessions(db: Db, auth: () => Promise<Auth>, demo: boolean): Sessions {
  const find = async (headers: IncomingHttpHeaders): Promise<Found | null> => {
    if (!headers.cookie?.includes(sessionCookie)) return null;
    const token = await (await auth()).readSessionToken(headers);
    const found = token === null ? null : await lookUp(db, token);
    return found && (demo || !found.viewer.demo) ? found : null;
  };
  return {
    viewerFrom: async (headers) => (await find(headers))?.viewer ?? null,
    renewedViewerFrom: async (headers, setCookie) => {
      const found = await find(headers);
      if (found && isDue(found.expiresAt)) setCookie(await (await auth()).renewSession(headers));
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
      language: chosenLanguages.language,
      seenLanguage: chosenLanguages.seen,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(members, and(eq(members.email, users.email), eq(users.emailVerified, true)))
    .leftJoin(programs, eq(programs.id, members.programId))
    .leftJoin(chosenLanguages, eq(chosenLanguages.memberId, members.id))
    .where(and(eq(sessions.token, token), gt(sessions.expiresAt, new Date())))
    .orderBy(asc(members.createdAt))
    .limit(1);
  if (!row) return null;
  const { email, expiresAt, ...known } = row;
  return { viewer: { ...known, email, demo: isDemoAddress(email) }, expiresAt };
}
