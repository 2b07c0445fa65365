import type { DoorId, MemberId, MyKeeping } from '@ajar/shared';
import { and, eq, gt, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '../database/index.ts';
import { doors, visits } from '../doors/tables.ts';
import { encounterPeople } from '../encounters/tables.ts';
import { members } from '../programs/tables.ts';
import type { Kept } from './rules.ts';
import { doorKeeping } from './tables.ts';

/** A mentor's own door, locked, with all that decides what is due at it. A door of the programme has no such mentor. */
export type LockedDoor = Kept & { doorId: DoorId; memberId: MemberId; mentorName: string };

/** Locks a door as everywhere, and reads how it is kept. */
export async function lockKept(
  tx: Transaction,
  doorId: DoorId,
  around: (memberId: MemberId) => boolean,
): Promise<LockedDoor | null> {
  const [door] = await tx.select().from(doors).where(eq(doors.id, doorId)).for('update');
  const memberId = door?.memberId;
  if (!door || !memberId) return null;
  const [[mentor], [keeping], lines, [call]] = [
    await tx.select({ name: members.name }).from(members).where(eq(members.id, memberId)),
    await tx.select().from(doorKeeping).where(eq(doorKeeping.doorId, doorId)),
    await tx
      .select({ state: visits.state })
      .from(visits)
      .where(and(eq(visits.doorId, doorId), or(eq(visits.state, 'waiting'), eq(visits.state, 'inside')))),
    await tx
      .select({ id: encounterPeople.encounterId })
      .from(encounterPeople)
      .where(
        and(
          eq(encounterPeople.memberId, memberId),
          isNotNull(encounterPeople.joinedAt),
          isNull(encounterPeople.leftAt),
        ),
      ),
  ];
  return {
    doorId,
    memberId,
    mentorName: mentor?.name ?? '',
    state: door.state,
    awaySince: keeping?.awaySince ?? null,
    keptUntil: keeping?.keptUntil ?? null,
    backAt: keeping?.backAt ?? null,
    closing: keeping?.closing ?? false,
    mentorThere: around(memberId) || call !== undefined,
    visited: lines.some((visit) => visit.state === 'inside'),
    waiting: lines.filter((visit) => visit.state === 'waiting').length,
  };
}

/** Changes how a door is kept. Its row is locked by the caller. */
export async function keep(
  tx: Transaction,
  doorId: DoorId,
  set: Partial<Omit<typeof doorKeeping.$inferInsert, 'doorId'>>,
): Promise<void> {
  await tx
    .insert(doorKeeping)
    .values({ doorId, ...set })
    .onConflictDoUpdate({ target: doorKeeping.doorId, set });
}

/** Whoever was called waits again, at the place they had. */
export async function uncall(tx: Transaction, doorId: DoorId): Promise<void> {
  await tx
    .update(visits)
    .set({ calledAt: null })
    .where(and(eq(visits.doorId, doorId), eq(visits.state, 'waiting'), isNotNull(visits.calledAt)));
}

/** The doors at which something may be due, or has to be found out. */
export async function doorsToLookAfter(db: Queryable) {
  return db
    .select({ doorId: doors.id, memberId: doors.memberId, state: doors.state, awaySince: doorKeeping.awaySince })
    .from(doors)
    .leftJoin(doorKeeping, eq(doorKeeping.doorId, doors.id))
    .where(or(ne(doors.state, 'closed'), isNotNull(doorKeeping.keptUntil)));
}

/** How this person's own door is kept. */
export async function keepingOf(db: Queryable, memberId: MemberId): Promise<MyKeeping> {
  const [row] = await db
    .select({ keptUntil: doorKeeping.keptUntil, backAt: doorKeeping.backAt, closing: doorKeeping.closing })
    .from(doorKeeping)
    .innerJoin(doors, eq(doors.id, doorKeeping.doorId))
    .where(eq(doors.memberId, memberId));
  return {
    keptUntil: row?.keptUntil?.toISOString() ?? null,
    backAt: row?.backAt?.toISOString() ?? null,
    closing: row?.closing ?? false,
  };
}

/** Nobody is called to this door just now: its mentor asked for five minutes, or this visit is the last. */
export async function takesNobody(db: Queryable, doorId: DoorId): Promise<boolean> {
  const [row] = await db
    .select({ doorId: doorKeeping.doorId })
    .from(doorKeeping)
    .where(and(eq(doorKeeping.doorId, doorId), or(doorKeeping.closing, gt(doorKeeping.backAt, sql`now()`))));
  return row !== undefined;
}
