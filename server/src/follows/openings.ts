import type { DoorId, FollowWays, MemberId } from '@ajar/shared';
import { and, eq, gt, inArray, isNotNull, isNull, lt, lte, ne, or, sql } from 'drizzle-orm';
import type { Db, Transaction } from '../database/index.ts';
import { shutOut } from '../doors/index.ts';
import { doorHosts, doors } from '../doors/tables.ts';
import { newId } from '../ids/index.ts';
import { conflictsOf, mayMeet } from '../people/index.ts';
import { pushSubscriptions } from '../push/tables.ts';
import { toWays } from './kept.ts';
import { isQuiet } from './quiet.ts';
import { follows, followTellings, followWays } from './tables.ts';

type Telling = typeof followTellings.$inferInsert;

/** How long after it opened a door is worth telling of, in ms. */
export const worthTelling = 15 * 60_000;

/**
 * Holds an opening against everybody who follows the door, once each however many servers try, and writes down what is to
 * be told. What falls into quiet hours is told neither then nor later: a door that was open at night says nothing in the
 * morning. Who asked for once goes on waiting for an hour that is not quiet.
 */
export async function holdOpening(db: Db, doorId: DoorId, now: Date): Promise<string[]> {
  return db.transaction(async (tx) => {
    const [door] = await tx.select().from(doors).where(eq(doors.id, doorId)).for('share');
    if (!door?.openedAt || !door.openSince || door.state === 'closed') return [];
    const { openedAt, openSince } = door;
    const due = await tx
      .update(follows)
      .set({ heldAt: openedAt })
      .where(and(eq(follows.doorId, doorId), lte(follows.since, openedAt), notHeld(openSince)))
      .returning({ memberId: follows.memberId, always: follows.always });
    const ids = due.map(({ memberId }) => memberId);
    if (ids.length === 0) return [];
    const keepers = await keepersOf(tx, door);
    const graph = await conflictsOf(tx, [...keepers, ...ids]);
    const ways = await waysOfAll(tx, ids, now);
    // To whoever was declined here twice today it has not opened.
    const shut = (await shutOut(tx, [doorId])).get(doorId);
    const tellings = due
      .filter(({ memberId }) => !shut?.has(memberId))
      .filter(({ memberId }) => keepers.some((keeper) => mayMeet(graph, keeper, memberId, 'door')))
      .flatMap((one) =>
        (ways.get(one.memberId) ?? []).map((way): Telling => ({ id: newId(), doorId, openedAt, way, ...one })),
      );
    if (tellings.length > 0) await tx.insert(followTellings).values(tellings);
    return tellings.map(({ id }) => id);
  });
}

/** Who is met behind a door: whose it is, or who is on duty at a staffed one. */
export async function keepersOf(
  tx: Transaction,
  { id, memberId }: { id: DoorId; memberId: MemberId | null },
): Promise<MemberId[]> {
  if (memberId) return [memberId];
  const onDuty = and(eq(doorHosts.doorId, id), isNotNull(doorHosts.onDutySince));
  const rows = await tx.select({ memberId: doorHosts.memberId }).from(doorHosts).where(onDuty);
  return rows.map((row) => row.memberId);
}

/** By which ways each of them is told at this hour. */
export async function waysOfAll(tx: Transaction, ids: MemberId[], now: Date): Promise<Map<MemberId, Telling['way'][]>> {
  const said = await tx.select().from(followWays).where(inArray(followWays.memberId, ids));
  const browsers = await tx
    .selectDistinct({ memberId: pushSubscriptions.memberId })
    .from(pushSubscriptions)
    .where(inArray(pushSubscriptions.memberId, ids));
  const wanted = new Map(said.map((row) => [row.memberId, toWays(row)]));
  const reached = new Set(browsers.map(({ memberId }) => memberId));
  return new Map(ids.map((id) => [id, waysNow(wanted.get(id), reached.has(id), now)]));
}

function waysNow(said: FollowWays | undefined, hasBrowser: boolean, now: Date): Telling['way'][] {
  if (said?.quiet && isQuiet(said.quiet, now)) return [];
  const push = hasBrowser && (said?.push ?? true);
  return [...(push ? (['push'] as const) : []), ...((said?.mail ?? true) ? (['mail'] as const) : [])];
}

/** Doors that have opened and not been held against all who follow them: the server that opened them has died. */
export async function missedOpenings(db: Db, now: Date): Promise<DoorId[]> {
  const late = new Date(now.getTime() - 5_000);
  const rows = await db
    .selectDistinct({ doorId: doors.id })
    .from(doors)
    .innerJoin(
      follows,
      and(eq(follows.doorId, doors.id), lte(follows.since, doors.openedAt), notHeld(sql`${doors.openSince}`)),
    )
    .where(and(ne(doors.state, 'closed'), lt(doors.openedAt, late), gt(doors.openedAt, oldest(now))));
  return rows.map(({ doorId }) => doorId);
}

/** Tellings still to do; those that are too late are forgotten. */
export async function missedTellings(db: Db, now: Date): Promise<string[]> {
  await db.delete(followTellings).where(lte(followTellings.openedAt, oldest(now)));
  const late = new Date(now.getTime() - 5_000);
  const rows = await db.select({ id: followTellings.id }).from(followTellings).where(lt(followTellings.openedAt, late));
  return rows.map(({ id }) => id);
}

const oldest = (now: Date) => new Date(now.getTime() - worthTelling);

/** Told of no opening since then; closed for a moment is not closed. */
const notHeld = (openSince: Date | ReturnType<typeof sql>) => or(isNull(follows.heldAt), lt(follows.heldAt, openSince));
