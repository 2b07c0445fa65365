import type { DoorId, DoorWait, MemberId, ProgramId } from '@ajar/shared';
import { and, asc, desc, eq, exists, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '../../database/index.ts';
import { takesNobody } from '../../doorkeeping/index.ts';
import { hiddenFrom } from '../../people/index.ts';
import { noSuchDoor } from '../attempt.ts';
import { doorsShutTo } from '../fairness.ts';
import { join } from '../order.ts';
import { doors, visits } from '../tables.ts';
import { type Standing, Waits } from './estimate.ts';
import { pastVisits } from './history.ts';

/** So many turns at a door are looked back at. */
const lookedAt = 120;
/** Of so many doors it is remembered what was learnt. */
const mostKept = 300;

type Viewer = { memberId: MemberId; programId: ProgramId };

const hardToSay: DoorWait = { minutes: null };

/**
 * What is told of the wait at a door, to whoever looks at it or waits there. Asked door by door, by those who look, and
 * never with the corridor. What is learnt of a mentor is worked out again only when a visit of theirs has ended.
 */
export class DoorWaits {
  readonly #db: Db;
  readonly #learnt = new Map<DoorId, { from: string; waits: Promise<Waits> }>();

  constructor(db: Db) {
    this.#db = db;
  }

  /** @throws AjarError `no-such-door`. */
  async at(doorId: DoorId, viewer: Viewer, now = new Date()): Promise<DoorWait> {
    const [door] = await this.#db
      .select()
      .from(doors)
      .where(and(eq(doors.id, doorId), isNull(doors.endedAt)));
    if (door?.programId !== viewer.programId) throw noSuchDoor();
    if (door.memberId && (await hiddenFrom(this.#db, viewer.memberId)).has(door.memberId)) throw noSuchDoor();
    // Several at once, or a knock that is answered when it is: nobody can say.
    if (door.kind !== 'single' || door.state !== 'open' || (await takesNobody(this.#db, doorId))) return hardToSay;
    if ((await doorsShutTo(this.#db, viewer.memberId)).has(doorId)) return hardToSay;
    const standing = await this.standingAt({ doorId, newcomersFirst: door.newcomersFirst }, viewer.memberId, now);
    if (!standing) return hardToSay;
    return { minutes: (await this.learntAt(doorId)).estimate(standing) };
  }

  /** Where this person stands, or would; `null`: nobody is inside, so what this waits for is no visit. */
  async standingAt(
    { doorId, newcomersFirst }: { doorId: DoorId; newcomersFirst: boolean },
    memberId: MemberId,
    now = new Date(),
  ): Promise<Standing | null> {
    const earlier = alias(visits, 'earlier');
    const been = this.#db
      .select({ one: sql`1` })
      .from(earlier)
      .where(and(eq(earlier.doorId, doorId), eq(earlier.visitorId, visits.visitorId), isNotNull(earlier.insideAt)));
    const here = await this.#db
      .select({
        id: visits.visitorId,
        state: visits.state,
        insideAt: visits.insideAt,
        called: sql<boolean>`${visits.calledAt} is not null`,
        been: exists(been).mapWith(Boolean),
      })
      .from(visits)
      .where(and(eq(visits.doorId, doorId), inArray(visits.state, ['waiting', 'inside']), visits.alone))
      .orderBy(asc(visits.turnAt), asc(visits.id));
    const inside = here.find((visit) => visit.state === 'inside');
    if (!inside?.insideAt) return null;
    const line = here
      .filter((visit) => visit.state === 'waiting')
      .map(({ id, called, been }): { id: string; called: boolean; firstTime: boolean } => ({
        id,
        called,
        firstTime: !been,
      }));
    const all = line.some((one) => one.id === memberId)
      ? line
      : join(
          line,
          { id: memberId, called: false, firstTime: !(await this.#hasBeen(doorId, memberId)) },
          { newcomersFirst },
        );
    const place = 1 + all.findIndex((one) => one.id === memberId);
    return { place, insideFor: Math.max(0, now.getTime() - inside.insideAt.getTime()) / 60_000 };
  }

  async #hasBeen(doorId: DoorId, memberId: MemberId): Promise<boolean> {
    const rows = await this.#db
      .select({ id: visits.id })
      .from(visits)
      .where(and(eq(visits.doorId, doorId), eq(visits.visitorId, memberId), isNotNull(visits.insideAt)))
      .limit(1);
    return rows.length > 0;
  }

  /** What is learnt of the visits at this door, worked out anew if one has ended. */
  async learntAt(doorId: DoorId): Promise<Waits> {
    const turns = await this.#db
      .select({
        askedAt: visits.askedAt,
        insideAt: visits.insideAt,
        endedAt: visits.endedAt,
        knocked: visits.knocked,
      })
      .from(visits)
      .where(and(eq(visits.doorId, doorId), isNotNull(visits.endedAt), visits.alone))
      .orderBy(desc(visits.askedAt))
      .limit(lookedAt);
    const over = turns.flatMap(({ endedAt, ...turn }) => (endedAt ? [{ ...turn, endedAt }] : []));
    const last = Math.max(0, ...over.map((turn) => turn.endedAt.getTime()));
    const from = `${over.length} ${last}`;
    const known = this.#learnt.get(doorId);
    if (known?.from === from) return known.waits;
    const waits = Waits.inParts(pastVisits(over));
    this.#learnt.delete(doorId);
    this.#learnt.set(doorId, { from, waits });
    const [oldest] = this.#learnt.keys();
    if (this.#learnt.size > mostKept && oldest) this.#learnt.delete(oldest);
    return waits;
  }
}
