import type { MemberId, Mine } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { broughtOf, withCompanions, withParties } from '../bringing/index.ts';
import { coffeeOf, seatOf } from '../coffee/index.ts';
import type { Db } from '../database/index.ts';
import { keepingOf } from '../doorkeeping/index.ts';
import { doors, dutiesOf, ownRoomOf, visitorsAt, visitsOf } from '../doors/index.ts';
import { encounterOf } from '../encounters/index.ts';
import { followsOf } from '../follows/index.ts';
import { myHoursOf } from '../hours/index.ts';
import { withLounges } from '../lounge/index.ts';
import { passingOf } from '../passing/index.ts';

/**
 * What only this person sees.
 * @param answer how long who is called has to come in, in ms. Default: two minutes.
 */
export async function mineOf(db: Db, memberId: MemberId, answer?: number): Promise<Mine> {
  const [[door], visitors, visits, seat, encounter, coffee, passing, keeping, hours, follows, room, duties, brought] =
    await Promise.all([
      db.select({ id: doors.id, state: doors.state }).from(doors).where(eq(doors.memberId, memberId)),
      visitorsAt(db, memberId).then((line) => withCompanions(db, line)),
      visitsOf(db, memberId, answer)
        .then((own) => withParties(db, memberId, own, answer))
        .then((visits) => withLounges(db, memberId, visits)),
      seatOf(db, memberId),
      encounterOf(db, memberId),
      coffeeOf(db, memberId),
      passingOf(db, memberId),
      keepingOf(db, memberId),
      myHoursOf(db, memberId),
      followsOf(db, memberId),
      ownRoomOf(db, memberId),
      dutiesOf(db, memberId),
      broughtOf(db, memberId),
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
    brought,
  };
}
