import {
  AjarError,
  type DoorId,
  type Followed,
  type FollowWays,
  type MemberId,
  type MyFollow,
  mostFollowed,
  type ProgramId,
} from '@ajar/shared';
import { and, asc, count, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Db, Queryable } from '../database/index.ts';
import { doors } from '../doors/tables.ts';
import { hiddenFrom } from '../people/index.ts';
import { members } from '../programs/tables.ts';
import { clockOf } from './quiet.ts';
import { follows, followTellings, followWays } from './tables.ts';

/** What a door is called: after whose it is, or as staff named it. */
export const doorName = sql<string>`coalesce(${members.name}, ${doors.title})`;

type Me = { memberId: MemberId; programId: ProgramId };

/** How somebody is told who has said nothing about it: they pressed *tell me*, so by every way there is. */
const bothWays: FollowWays = { push: true, mail: true, quiet: null };

/** The doors somebody is told of, as their corridor needs them. */
export async function followsOf(db: Queryable, memberId: MemberId): Promise<MyFollow[]> {
  return db
    .select({ doorId: follows.doorId, always: follows.always })
    .from(follows)
    .where(eq(follows.memberId, memberId))
    .orderBy(asc(follows.since), asc(follows.doorId));
}

/** The same by name, without the doors a block hides. */
export async function followedBy(db: Queryable, memberId: MemberId): Promise<Followed[]> {
  const hidden = await hiddenFrom(db, memberId);
  const rows = await db
    .select({ doorId: follows.doorId, always: follows.always, memberId: doors.memberId, name: doorName })
    .from(follows)
    .innerJoin(doors, eq(doors.id, follows.doorId))
    .leftJoin(members, eq(members.id, doors.memberId))
    .where(and(eq(follows.memberId, memberId), isNull(doors.endedAt)))
    .orderBy(asc(doorName), asc(follows.doorId));
  return rows.filter((row) => row.memberId === null || !hidden.has(row.memberId));
}

/**
 * Tells this person when the door opens next. Asking again changes whether it is every time.
 * @throws AjarError `no-such-door`, also where a block hides it; `too-many-followed`.
 */
export async function follow(db: Db, me: Me, doorId: DoorId, always: boolean, now: Date): Promise<void> {
  const [door] = await db
    .select({ memberId: doors.memberId })
    .from(doors)
    .where(and(eq(doors.id, doorId), eq(doors.programId, me.programId), isNull(doors.endedAt)));
  const hidden = await hiddenFrom(db, me.memberId);
  if (!door || door.memberId === me.memberId || (door.memberId && hidden.has(door.memberId))) {
    throw new AjarError('not-found', 'no-such-door', 'This door is not in the corridor any more.');
  }
  const [{ n } = { n: 0 }] = await db
    .select({ n: count() })
    .from(follows)
    .where(and(eq(follows.memberId, me.memberId), ne(follows.doorId, doorId)));
  if (n >= mostFollowed) {
    const message = `You are told of ${mostFollowed} doors already. Let one go under Following, then try again.`;
    throw new AjarError('conflict', 'too-many-followed', message);
  }
  const again = { target: [follows.memberId, follows.doorId], set: { always } };
  await db.insert(follows).values({ memberId: me.memberId, doorId, always, since: now }).onConflictDoUpdate(again);
}

/** Not told any more, not even of an opening that is just being told. */
export async function unfollow(db: Db, memberId: MemberId, doorId: DoorId): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(follows).where(and(eq(follows.memberId, memberId), eq(follows.doorId, doorId)));
    const telling = and(eq(followTellings.memberId, memberId), eq(followTellings.doorId, doorId));
    await tx.delete(followTellings).where(telling);
  });
}

export async function waysOf(db: Queryable, memberId: MemberId): Promise<FollowWays> {
  const [row] = await db.select().from(followWays).where(eq(followWays.memberId, memberId));
  return row ? toWays(row) : bothWays;
}

/** @throws AjarError `no-such-time-zone` */
export async function setWays(db: Db, memberId: MemberId, { push, mail, quiet }: FollowWays): Promise<void> {
  if (quiet) checkTimeZone(quiet.timeZone);
  const said = {
    push,
    mail,
    quietFrom: quiet?.from ?? null,
    quietTo: quiet?.to ?? null,
    timeZone: quiet?.timeZone ?? null,
  };
  const again = { target: followWays.memberId, set: said };
  await db
    .insert(followWays)
    .values({ memberId, ...said })
    .onConflictDoUpdate(again);
}

/** Mail about doors ends, or comes again; everything else somebody said stays. */
export async function setMail(db: Db, memberId: MemberId, mail: boolean): Promise<void> {
  const { push } = bothWays;
  await db.transaction(async (tx) => {
    const again = { target: followWays.memberId, set: { mail } };
    await tx.insert(followWays).values({ memberId, push, mail }).onConflictDoUpdate(again);
    const mails = and(eq(followTellings.memberId, memberId), eq(followTellings.way, 'mail'));
    if (!mail) await tx.delete(followTellings).where(mails);
  });
}

export function toWays({ push, mail, quietFrom, quietTo, timeZone }: typeof followWays.$inferSelect): FollowWays {
  const quiet = quietFrom && quietTo && timeZone ? { from: quietFrom, to: quietTo, timeZone } : null;
  return { push, mail, quiet };
}

function checkTimeZone(timeZone: string): void {
  try {
    clockOf(new Date(), timeZone);
  } catch (cause) {
    const message = 'timeZone: there is no such time zone. Nothing was changed.';
    throw new AjarError('bad-input', 'no-such-time-zone', message, { cause });
  }
}
