import type { DoorId, DoorState, MemberId } from '@ajar/shared';
import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../database/index.ts';
import { doorKeeping, doorTimes } from './tables.ts';

/** A door goes from one state to another: whatever was said of how it stood holds no more. */
export async function writeTurn(
  tx: Transaction,
  { doorId, memberId }: { doorId: DoorId; memberId: MemberId | null },
  { from, to, at }: { from: DoorState; to: DoorState; at: Date },
): Promise<void> {
  if (from === 'closed' && to !== 'closed') {
    await tx.insert(doorTimes).values({ doorId, memberId, openedAt: at }).onConflictDoNothing();
  }
  if (to === 'closed') await endTimes(tx, doorId, at);
  await tx
    .update(doorKeeping)
    .set({ keptUntil: null, backAt: null, closing: false })
    .where(eq(doorKeeping.doorId, doorId));
}

/** Somebody goes on duty at a door of the programme, or off: the hours they offer there are theirs. */
export async function writeDuty(
  tx: Transaction,
  { doorId, memberId }: { doorId: DoorId; memberId: MemberId },
  onDuty: boolean,
  at: Date,
): Promise<void> {
  if (onDuty) await tx.insert(doorTimes).values({ doorId, memberId, openedAt: at }).onConflictDoNothing();
  else await endTimes(tx, doorId, at, memberId);
}

/** @param memberId whose time there ends. Default: everybody’s. */
export async function endTimes(tx: Transaction, doorId: DoorId, at: Date, memberId?: MemberId): Promise<void> {
  await tx
    .update(doorTimes)
    .set({ closedAt: at })
    .where(
      and(
        eq(doorTimes.doorId, doorId),
        isNull(doorTimes.closedAt),
        memberId ? eq(doorTimes.memberId, memberId) : undefined,
      ),
    );
}

/** Who lets somebody in is back. */
export async function endPause(tx: Transaction, doorId: DoorId): Promise<void> {
  await tx.update(doorKeeping).set({ backAt: null }).where(eq(doorKeeping.doorId, doorId));
}
