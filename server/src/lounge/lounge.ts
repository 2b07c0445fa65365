import type { Admission, DoorId, EncounterId, VisitId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { companionOf } from '../bringing/index.ts';
import type { Db } from '../database/index.ts';
import { lockVisit, noSuchVisit, type Visiting, waitingAt } from '../doors/index.ts';
import type { Encounters } from '../encounters/index.ts';
import type { Announcer } from '../hub/index.ts';
import type { Log } from '../log/index.ts';
import { lounges } from './tables.ts';
import { loungesFor } from './view.ts';

export type LoungesOptions = {
  db: Db;
  encounters: Encounters;
  announcer: Pick<Announcer, 'goIn' | 'mineChanged'>;
  log: Log;
};

/**
 * Waiting together: a small room at each door for those in its line who would rather not wait alone. Being there changes
 * nothing about the line, neither coming nor going; whoever's turn it is goes straight from there to the mentor, and a
 * line that ends does not end what people talk about meanwhile. To everything but a door it is a call like any other.
 */
export class Lounges {
  readonly #options: LoungesOptions;

  constructor(options: LoungesOptions) {
    this.#options = options;
    options.encounters.onMoved((encounterId) => this.#moved(encounterId));
  }

  /** Into the lounge of the door where one waits. @throws AjarError `no-such-visit`, `in-a-call`. */
  async waitTogether(me: Visiting, visitId: VisitId): Promise<Admission> {
    const { db, encounters, log } = this.#options;
    const { memberId } = me;
    const node = await encounters.place();
    const { encounterId, doorId } = await db.transaction(async (tx) => {
      // The door is locked: of two who step in at once, the second finds the first there.
      const visit = await lockVisit(tx, visitId);
      if (visit?.state !== 'waiting') throw noSuchVisit();
      if (visit.visitorId !== memberId && (await companionOf(tx, visitId)) !== memberId) throw noSuchVisit();
      const { doorId } = visit;
      const there = (await loungesFor(tx, memberId, [doorId])).get(doorId);
      if (there?.people.some((person) => person.memberId === memberId)) return there;
      if (there) {
        await encounters.admitInto(tx, there.encounterId, memberId);
        return there;
      }
      const { encounterId } = await encounters.open(tx, 'lounge', me.programId, [me], node);
      await tx.insert(lounges).values({ encounterId, doorId });
      return { encounterId, doorId };
    });
    log.info({ doorId, encounterId }, 'Somebody waits in a lounge');
    const admission = await encounters.enter(encounterId, me);
    this.#tell(doorId, encounterId, me);
    return admission;
  }

  /** They need not wait until the others know. */
  #tell(doorId: DoorId, encounterId: EncounterId, { memberId }: Visiting): void {
    const { db, encounters, announcer, log } = this.#options;
    const tell = async () => {
      announcer.goIn([memberId, ...(await waitingAt(db, doorId))]);
      await encounters.expectSoon(encounterId, memberId);
    };
    tell().catch((err: unknown) => log.error({ err, encounterId }, 'A lounge could not be told to the line'));
  }

  /** Whoever waits at the door sees who is in the lounge now. */
  async #moved(encounterId: EncounterId): Promise<void> {
    const { db, announcer } = this.#options;
    const [lounge] = await db
      .select({ doorId: lounges.doorId })
      .from(lounges)
      .where(eq(lounges.encounterId, encounterId));
    if (lounge) await announcer.mineChanged(await waitingAt(db, lounge.doorId));
  }
}
