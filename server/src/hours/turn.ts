import type { DoorId, DoorState } from '@ajar/shared';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Db } from '../database/index.ts';
import type { Visiting } from '../doors/index.ts';
import { doorHosts, doors } from '../doors/tables.ts';
import { members } from '../programs/tables.ts';
import { heldByAnother, type TimeRow } from './plan.ts';
import type { Stage } from './stages.ts';

/** Whether this person's door is ajar or open, by whomever; at a staffed door: whether they are on duty there. */
export async function doorStands(db: Db, { memberId, doorId }: Pick<TimeRow, 'memberId' | 'doorId'>): Promise<boolean> {
  if (doorId !== null) {
    const mine = and(eq(doorHosts.doorId, doorId), eq(doorHosts.memberId, memberId), isNotNull(doorHosts.onDutySince));
    return (await db.select({ doorId: doorHosts.doorId }).from(doorHosts).where(mine)).length > 0;
  }
  const [door] = await db.select({ state: doors.state }).from(doors).where(eq(doors.memberId, memberId));
  return door !== undefined && door.state !== 'closed';
}

/**
 * What a stage makes of the door: hours that are held open a closed one, and the end of them closes it, unless other
 * hours hold it open for longer. At a staffed door (`desk`) it is duty that begins and ends. `null`: nothing.
 */
export async function turnOf(
  db: Db,
  row: TimeRow,
  { phase }: Stage,
  now: Date,
): Promise<{ owner: Visiting; to: DoorState; desk: DoorId | null } | null> {
  const opens = phase === 'held' && row.phase !== 'held';
  const closes = phase === 'over' && row.phase === 'held';
  if (!opens && !closes) return null;
  if ((await doorStands(db, row)) === opens) return null;
  if (closes && (await heldByAnother(db, row, now))) return null;
  const [owner] = await db
    .select({ memberId: members.id, name: members.name, programId: members.programId })
    .from(members)
    .where(eq(members.id, row.memberId));
  if (!owner) return null;
  return { owner, to: closes ? 'closed' : row.knock ? 'ajar' : 'open', desk: row.doorId };
}
