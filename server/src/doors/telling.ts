import type { DoorId, EncounterId, MemberId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { companionsInto } from '../bringing/index.ts';
import type { Db } from '../database/index.ts';
import type { Encounters } from '../encounters/index.ts';
import type { Announcer } from '../hub/index.ts';
import type { Log } from '../log/index.ts';
import { waitingAt } from './line.ts';
import { hostsOnDuty } from './staff.ts';
import { doors } from './tables.ts';
import type { Turns } from './turns.ts';

/** A door that was closed stands ajar or open now; `memberId` holds it. */
export type DoorOpened = (doorId: DoorId, memberId: MemberId) => Promise<void>;

export type TellingOptions = {
  db: Db;
  encounters: Encounters;
  announcer: Announcer;
  /** Whose turn it is. Default: nobody is called. */
  turns: Turns | undefined;
  log: Log;
};

/** Tells the corridor, those who hold a door and those who wait there what has been written down. */
export class Telling {
  readonly #options: TellingOptions;
  readonly #opened: DoorOpened[] = [];
  readonly #held: DoorOpened[] = [];

  constructor(options: TellingOptions) {
    this.#options = options;
  }

  onOpened(listener: DoorOpened): void {
    this.#opened.push(listener);
  }

  onHeld(listener: DoorOpened): void {
    this.#held.push(listener);
  }

  /** Somebody holds a staffed door now, whether it stood already or not. */
  held(doorId: DoorId, memberId: MemberId): Promise<void> {
    return this.#tell(this.#held, doorId, memberId);
  }

  /** The door is open whatever comes of it: whoever opened it is not told of what went wrong here. */
  opened(doorId: DoorId, memberId: MemberId): Promise<void> {
    return this.#tell(this.#opened, doorId, memberId);
  }

  async #tell(listeners: readonly DoorOpened[], doorId: DoorId, memberId: MemberId): Promise<void> {
    for (const listener of listeners) {
      await listener(doorId, memberId).catch((err: unknown) =>
        this.#options.log.error({ err, doorId }, 'An opened door could not be told'),
      );
    }
  }

  /** What is written is written: whoever pressed goes in at once, and need not wait until the corridor knows. */
  began(doorId: DoorId, encounterId: EncounterId, people: MemberId[], late?: MemberId): void {
    const { db, encounters, announcer, log } = this.#options;
    log.info({ doorId, encounterId }, 'A visit began');
    const tell = async () => {
      const along = await companionsInto(db, encounterId);
      announcer.goIn([...people, ...along, ...(await waitingAt(db, doorId))]);
      // Whoever looks at the door sees at once that it is taken.
      await announcer.doorsChanged([doorId]);
      await encounters.expectSoon(encounterId, late);
    };
    tell().catch((err: unknown) => log.error({ err, encounterId }, 'A visit could not be told to the corridor'));
  }

  /** Whoever else waits at the door is told too: their place in line may be another now. */
  async changed(doorId: DoorId, people: MemberId[]): Promise<void> {
    const { db, announcer, turns } = this.#options;
    await announcer.doorsChanged([doorId]);
    const holding = await heldBy(db, doorId);
    await announcer.mineChanged([...people, ...holding, ...(await waitingAt(db, doorId))]);
    await turns?.callNext(doorId);
  }
}

/** Whoever holds the door: its owner, or those on duty. */
async function heldBy(db: Db, doorId: DoorId): Promise<MemberId[]> {
  const [door] = await db.select({ memberId: doors.memberId }).from(doors).where(eq(doors.id, doorId));
  if (door?.memberId) return [door.memberId];
  return (await hostsOnDuty(db, [doorId])).map((host) => host.memberId);
}
