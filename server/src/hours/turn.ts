import type { DoorState, MemberId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import type { Db } from '../database/index.ts';
import type { Visiting } from '../doors/index.ts';
import { doors } from '../doors/tables.ts';
import { members } from '../programs/tables.ts';
import { heldByAnother, type TimeRow } from './plan.ts';
import type { Stage } from './stages.ts';

/** Whether this person's door is ajar or open, by whomever. */
export async function doorStands(db: Db, memberId: MemberId): Promise<boolean> {
  const [door] = await db.select({ state: doors.state }).from(doors).where(eq(doors.memberId, memberId));
  return door !== undefined && door.state !== 'closed';
}

/**
 * What a stage makes of the door: hours that are held open a closed one, and the end of them closes it, unless other
 * hours hold it open for longer. `null`: nothing.
 */
export async function turnOf(
  db: Db,
  row: TimeRow,
  { phase }: Stage,
  now: Date,
): Promise<{ owner: Visiting; to: DoorState } | null> {
  const opens = phase === 'held' && row.phase !== 'held';
  const closes = phase === 'over' && row.phase === 'held';
  if (!opens && !closes) return null;
  if ((await doorStands(db, row.memberId)) === opens) return null;
  if (closes && (await heldByAnother(db, row, now))) return null;
  const [owner] = await db
    .select({ memberId: members.id, name: members.name, programId: members.programId })
    .from(members)
    .where(eq(members.id, row.memberId));
  if (!owner) return null;
  return { owner, to: closes ? 'closed' : row.knock ? 'ajar' : 'open' };
}
