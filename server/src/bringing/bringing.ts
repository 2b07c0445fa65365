import {
  type Admission,
  AjarError,
  type MemberId,
  memberId,
  type PersonSeen,
  type VisitId,
  visitId,
} from '@ajar/shared';
import { and, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Queryable, Transaction } from '../database/index.ts';
import { checkLimits, doorsShutTo, type LockedVisit, lockVisit, noSuchVisit, type Visiting } from '../doors/index.ts';
import { visits } from '../doors/tables.ts';
import { type Encounters, encounterPeople, inCalls } from '../encounters/index.ts';
import type { Announcer } from '../hub/index.ts';
import { newId } from '../ids/index.ts';
import type { Log } from '../log/index.ts';
import { conflictsOf, mayMeet } from '../people/index.ts';
import { defineJob, type Queues } from '../queue/index.ts';
import { companionOf, forgetCompanion } from './party.ts';
import { answerWithin, askedSince } from './rules.ts';
import { companions } from './tables.ts';

export type BringingOptions = {
  db: Db;
  encounters: Encounters;
  announcer: Pick<Announcer, 'mineChanged' | 'goIn' | 'doorsChanged'>;
  queues: Pick<Queues, 'register' | 'add'>;
  /** Everybody connected right now. */
  aroundIn: (programId: Visiting['programId']) => PersonSeen[];
  log: Log;
};

const cannotBring = () =>
  new AjarError('conflict', 'cannot-bring', 'They cannot come along just now. Your place is as it was.');
const askedNoMore = () =>
  new AjarError('conflict', 'not-asked', 'You are not asked to come along any more. Nothing was changed.');

/**
 * Bring someone: two people wait with one place and go in together. Both are called; whoever comes first goes in, and the
 * other may follow for as long as the visit lasts. At doors for one visitor at a time.
 */
export class Bringing {
  readonly #options: BringingOptions;
  readonly #lapseJob = defineJob({
    name: 'bringing.lapse',
    schema: z.object({ visitId, memberId }),
    handler: ({ visitId, memberId }) => this.#lapse(visitId, memberId),
  });

  constructor(options: BringingOptions) {
    this.#options = options;
    options.queues.register(this.#lapseJob);
  }

  /** Who may be asked: they are here, and free to meet both. Why somebody is not among them is nowhere to be seen. */
  async candidates(me: Visiting, visitId: VisitId): Promise<PersonSeen[]> {
    const { db } = this.#options;
    return db.transaction(async (tx) => this.#mayCome(tx, me, own(await lockVisit(tx, visitId), me)));
  }

  /** Asks somebody quietly. @throws AjarError `cannot-bring`. */
  async ask(me: Visiting, visitId: VisitId, memberId: MemberId): Promise<void> {
    const { db, announcer, queues } = this.#options;
    await db.transaction(async (tx) => {
      const visit = own(await lockVisit(tx, visitId), me);
      const may = await this.#mayCome(tx, me, visit);
      if (!may.some((person) => person.memberId === memberId)) throw cannotBring();
      await tx.insert(companions).values({ visitId, memberId });
    });
    await queues.add(this.#lapseJob, { visitId, memberId }, { delay: answerWithin, jobId: `${visitId}-${memberId}` });
    await announcer.mineChanged([me.memberId, memberId]);
  }

  /** Yes shares the place. Not now is told to nobody. @throws AjarError `not-asked`, `too-many-lines`, `cannot-bring`. */
  async answer(me: Visiting, visitId: VisitId, yes: boolean): Promise<void> {
    const { db, announcer } = this.#options;
    const { memberId } = me;
    const visit = await db.transaction(async (tx) => {
      const visit = await lockVisit(tx, visitId);
      const mine = and(eq(companions.visitId, visitId), eq(companions.memberId, memberId));
      const standing = and(
        mine,
        isNull(companions.comingAt),
        eq(companions.saidNo, false),
        gt(companions.askedAt, askedSince(new Date())),
      );
      const [asked] = await tx.select().from(companions).where(standing);
      if (!asked || visit?.state !== 'waiting') throw askedNoMore();
      if (!yes) {
        await forgetCompanion(tx, visitId, memberId);
        return undefined;
      }
      if (!(await this.#mayMeetBoth(tx, visit, [memberId])).has(memberId)) throw askedNoMore();
      await checkLimits(tx, memberId, 'wait');
      await tx.update(companions).set({ comingAt: new Date() }).where(standing);
      return visit;
    });
    await announcer.mineChanged([memberId]);
    if (!visit) return;
    await announcer.mineChanged([visit.visitorId, ...(visit.mentorId ? [visit.mentorId] : [])]);
  }

  /** In to whoever shared one's place and is inside already. @throws AjarError `no-such-visit`, `in-a-call`. */
  async follow(me: Visiting, visitId: VisitId): Promise<Admission> {
    const { db, encounters, announcer, log } = this.#options;
    const { memberId } = me;
    const { encounterId, doorId, hostId } = await db.transaction(async (tx) => {
      const at = await lockVisit(tx, visitId);
      const [visit] = await tx.select().from(visits).where(eq(visits.id, visitId));
      if (!at || visit?.state !== 'inside' || !visit.encounterId || (await companionOf(tx, visitId)) !== memberId) {
        throw noSuchVisit();
      }
      const { doorId, encounterId, hostId } = visit;
      const inside = await tx
        .select({ memberId: encounterPeople.memberId })
        .from(encounterPeople)
        .where(and(eq(encounterPeople.encounterId, encounterId), isNull(encounterPeople.leftAt)));
      const people = inside.map((person) => person.memberId);
      const graph = await conflictsOf(tx, [memberId, ...people]);
      if (!people.every((other) => mayMeet(graph, memberId, other, 'door'))) throw noSuchVisit();
      await encounters.admitInto(tx, encounterId, memberId);
      await forgetCompanion(tx, visitId, memberId);
      // The visit is the one they share: this is only that they are in it too.
      const theirs = { doorId, visitorId: memberId, encounterId, hostId, alone: false, insideAt: new Date() };
      await tx.insert(visits).values({ ...theirs, id: newId<VisitId>(), state: 'inside' });
      return { encounterId, doorId, hostId };
    });
    log.info({ doorId, encounterId }, 'Somebody followed into a visit');
    const tell = async () => {
      announcer.goIn([memberId, ...(hostId ? [hostId] : [])]);
      await announcer.doorsChanged([doorId]);
      await encounters.expectSoon(encounterId, memberId);
    };
    tell().catch((err: unknown) => log.error({ err, encounterId }, 'A visit could not be told to the corridor'));
    return encounters.enter(encounterId, me);
  }

  /** Nobody is asked any more: the same to both, whatever was said. */
  async #lapse(visitId: VisitId, memberId: MemberId): Promise<void> {
    const { db, announcer } = this.#options;
    const [visit] = await db.select({ visitorId: visits.visitorId }).from(visits).where(eq(visits.id, visitId));
    await announcer.mineChanged([memberId, ...(visit ? [visit.visitorId] : [])]);
  }

  async #mayCome(tx: Transaction, me: Visiting, visit: LockedVisit): Promise<PersonSeen[]> {
    if (visit.kind !== 'single' || !visit.mentorId) return [];
    const asked = await tx.select().from(companions).where(eq(companions.visitId, visit.id));
    const since = askedSince(new Date());
    if (asked.some((one) => one.comingAt ?? one.askedAt > since)) return [];
    const before = new Set(asked.map((one) => one.memberId));
    const here = this.#options
      .aroundIn(me.programId)
      .filter(({ memberId }) => memberId !== me.memberId && memberId !== visit.mentorId && !before.has(memberId));
    const ids = here.map((person) => person.memberId);
    const [may, busy, waiting] = [
      await this.#mayMeetBoth(tx, visit, ids),
      await inCalls(tx, ids),
      await withAPlace(tx, visit, ids),
    ];
    const free: PersonSeen[] = [];
    for (const { memberId, name } of here) {
      if (!may.has(memberId) || busy.has(memberId) || waiting.has(memberId)) continue;
      if (!(await doorsShutTo(tx, memberId)).has(visit.doorId)) free.push({ memberId, name });
    }
    return free.toSorted((a, b) => a.name.localeCompare(b.name));
  }

  /** Who of these may meet both whoever asks and whose door it is. */
  async #mayMeetBoth(tx: Transaction, visit: LockedVisit, ids: readonly MemberId[]): Promise<Set<MemberId>> {
    const two = [visit.visitorId, ...(visit.mentorId ? [visit.mentorId] : [])];
    const graph = await conflictsOf(tx, [...two, ...ids]);
    return new Set(ids.filter((id) => two.every((other) => mayMeet(graph, id, other, 'door'))));
  }
}

function own(visit: LockedVisit | undefined, me: Visiting): LockedVisit {
  if (visit?.visitorId !== me.memberId || visit.state !== 'waiting') throw noSuchVisit();
  return visit;
}

/** Who of these has a place in this line already, of their own or shared. */
async function withAPlace(db: Queryable, { doorId }: LockedVisit, ids: readonly MemberId[]): Promise<Set<MemberId>> {
  if (ids.length === 0) return new Set();
  const here = and(eq(visits.doorId, doorId), inArray(visits.state, ['waiting', 'inside']));
  const alone = await db
    .select({ memberId: visits.visitorId })
    .from(visits)
    .where(and(here, inArray(visits.visitorId, [...ids])));
  const shared = await db
    .select({ memberId: companions.memberId })
    .from(companions)
    .innerJoin(visits, and(eq(visits.id, companions.visitId), here))
    .where(and(isNotNull(companions.comingAt), inArray(companions.memberId, [...ids])));
  return new Set([...alone, ...shared].map((row) => row.memberId));
}
