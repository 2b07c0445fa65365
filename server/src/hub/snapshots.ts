import type { CorridorDoor, CorridorSnapshot, MemberId, PersonSeen, ProgramId } from '@ajar/shared';
import { tableOf } from '../coffee/index.ts';
import type { Db } from '../database/index.ts';
import { asSeen, type DoorView, doorsShutTo, viewDoors } from '../doors/index.ts';
import { hiddenFrom } from '../people/index.ts';
import type { Presence } from '../presence/index.ts';
import { mineOf } from './mine.ts';
import { SharedReads } from './shared-reads.ts';

/** What everybody in a programme sees of it from whom nothing is hidden. */
type Shared = Pick<CorridorSnapshot, 'doors' | 'around' | 'table'> & { views: DoorView[] };

type Viewer = { memberId: MemberId; program: { id: ProgramId; name: string } };

const nobody: ReadonlySet<MemberId> = new Set();

/** The corridor as each may see it. When a hub comes back and a thousand people ask at once, its doors are read a few times, not a thousand. */
export class Snapshots {
  readonly #db: Db;
  readonly #answer: number | undefined;
  readonly #shared: SharedReads<ProgramId, Shared>;

  /** @param answer how long who is called has to come in, in ms. Default: two minutes. */
  constructor(db: Db, presence: Presence, answer?: number) {
    this.#db = db;
    this.#answer = answer;
    this.#shared = new SharedReads(async (programId) => {
      const [views, table] = await Promise.all([
        viewDoors(db, { programId }, (id) => presence.isAround(id)),
        tableOf(db, programId),
      ]);
      return { views, doors: views.map((view) => asSeen(view, nobody)), around: presence.aroundIn(programId), table };
    });
  }

  async of({ memberId, program }: Viewer): Promise<CorridorSnapshot> {
    const [{ views, doors, around, table }, mine, hidden, shut] = await Promise.all([
      this.#shared.get(program.id),
      mineOf(this.#db, memberId, this.#answer),
      hiddenFrom(this.#db, memberId),
      doorsShutTo(this.#db, memberId),
    ]);
    const all = hidden.size === 0 && shut.size === 0;
    return {
      program,
      memberId,
      doors: all ? doors : views.flatMap((door) => doorFor(door, hidden, shut.has(door.doorId)) ?? []),
      around: all ? around : around.filter((person: PersonSeen) => !hidden.has(person.memberId)),
      table,
      mine,
    };
  }
}

/**
 * The door without the people a viewer may not see; `null` when it is the door of one of them.
 * @param shut whether it looks closed to this viewer, whatever it is. Default: false.
 */
export function doorFor(view: DoorView, hidden: ReadonlySet<MemberId>, shut = false): CorridorDoor | null {
  if (view.memberId && hidden.has(view.memberId)) return null;
  const door = asSeen(view, hidden);
  if (shut) {
    const nobodyThere = { inside: [], hosts: [], waiting: 0, backAt: null };
    return { ...door, ...nobodyThere, state: 'closed', busy: false, closing: false, lastCall: false };
  }
  return door;
}
