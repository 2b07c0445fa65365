import type { CorridorDoor, CorridorSnapshot, MemberId, Mine, ProgramId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { coffeeOf, seatOf, tableOf } from '../coffee/index.ts';
import type { Db } from '../database/index.ts';
import { keepingOf } from '../doorkeeping/index.ts';
import {
  asSeen,
  type DoorView,
  doors,
  doorsShutTo,
  dutiesOf,
  ownRoomOf,
  viewDoors,
  visitorsAt,
  visitsOf,
} from '../doors/index.ts';
import { encounterOf } from '../encounters/index.ts';
import { followsOf } from '../follows/index.ts';
import { myHoursOf } from '../hours/index.ts';
import { passingOf } from '../passing/index.ts';
import { hiddenFrom } from '../people/index.ts';
import type { Presence } from '../presence/index.ts';

/** What only this person sees. */
export async function mineOf(db: Db, memberId: MemberId): Promise<Mine> {
  const [[door], visitors, visits, seat, encounter, coffee, passing, keeping, hours, follows, room, duties] =
    await Promise.all([
      db.select({ id: doors.id, state: doors.state }).from(doors).where(eq(doors.memberId, memberId)),
      visitorsAt(db, memberId),
      visitsOf(db, memberId),
      seatOf(db, memberId),
      encounterOf(db, memberId),
      coffeeOf(db, memberId),
      passingOf(db, memberId),
      keepingOf(db, memberId),
      myHoursOf(db, memberId),
      followsOf(db, memberId),
      ownRoomOf(db, memberId),
      dutiesOf(db, memberId),
    ]);
  const { id = null, state = 'closed' } = door ?? {};
  return {
    doorId: id,
    doorState: state,
    visitors,
    visits,
    seat,
    encounter,
    coffee,
    passing,
    keeping,
    hours,
    follows,
    room,
    duties,
  };
}

/** The corridor as this person may see it. */
export async function snapshotFor(
  db: Db,
  presence: Presence,
  viewer: { memberId: MemberId; program: { id: ProgramId; name: string } },
): Promise<CorridorSnapshot> {
  const { memberId, program } = viewer;
  const [doorViews, table, mine, hidden, shut] = await Promise.all([
    viewDoors(db, { programId: program.id }, (id) => presence.isAround(id)),
    tableOf(db, program.id),
    mineOf(db, memberId),
    hiddenFrom(db, memberId),
    doorsShutTo(db, memberId),
  ]);
  return {
    program,
    memberId,
    doors: doorViews.flatMap((door) => doorFor(door, hidden, shut.has(door.doorId)) ?? []),
    around: presence.aroundIn(program.id).filter((person) => !hidden.has(person.memberId)),
    table,
    mine,
  };
}

/**
 * The door without the people a viewer may not see; `null` when it is the door of one of them.
 * @param shut whether it looks closed to this viewer, whatever it is. Default: false.
 */
export function doorFor(view: DoorView, hidden: ReadonlySet<MemberId>, shut = false): CorridorDoor | null {
  if (view.memberId && hidden.has(view.memberId)) return null;
  const door = asSeen(view, hidden);
  if (shut) {
    const nobody = { inside: [], hosts: [], waiting: 0, backAt: null };
    return { ...door, ...nobody, state: 'closed', busy: false, closing: false };
  }
  return door;
}
