import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type {
  CorridorDoor,
  CorridorSnapshot,
  hubProtocol,
  MemberId,
  PersonSeen,
  ProgramId,
  PushData,
} from '@ajar/shared';
import { tableOf } from '../coffee/index.ts';
import type { Db } from '../database/index.ts';
import { asSeen, type DoorView, doorsShutTo, viewDoors } from '../doors/index.ts';
import { hiddenFrom } from '../people/index.ts';
import type { Presence } from '../presence/index.ts';
import { mineOf } from './mine.ts';
import { SharedReads } from './shared-reads.ts';

/** What everybody in a programme sees of it from whom nothing is hidden. */
type Common = Pick<CorridorSnapshot, 'doors' | 'around' | 'table'>;
type Shared = Common & { views: DoorView[]; packed: () => Promise<Packed> };

type Packed = PushData<typeof hubProtocol, 'packed'>['common'];

/** With more doors than these a corridor is sent packed: it would be hundreds of kilobytes to each who comes. */
const many = 100;

const zip = promisify(gzip);

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
      const common = { doors: views.map((view) => asSeen(view, nobody)), around: presence.aroundIn(programId), table };
      let packed: Promise<Packed> | undefined;
      const once = () => {
        packed ??= pack(common);
        return packed;
      };
      return { views, ...common, packed: once };
    });
  }

  async of(viewer: Viewer): Promise<CorridorSnapshot> {
    return (await this.#look(viewer)).snapshot;
  }

  /** As it is sent to who comes: where there are many doors, what is the same for many is packed once for all of them. */
  async toSend(viewer: Viewer): Promise<{ snapshot: CorridorSnapshot; common: Packed | null }> {
    const { snapshot, packed } = await this.#look(viewer);
    return { snapshot, common: snapshot.doors.length > many ? await packed() : null };
  }

  async #look({ memberId, program }: Viewer): Promise<{ snapshot: CorridorSnapshot; packed: () => Promise<Packed> }> {
    const [{ views, doors, around, table, packed }, mine, hidden, shut] = await Promise.all([
      this.#shared.get(program.id),
      mineOf(this.#db, memberId, this.#answer),
      hiddenFrom(this.#db, memberId),
      doorsShutTo(this.#db, memberId),
    ]);
    const all = hidden.size === 0 && shut.size === 0;
    const common: Common = all
      ? { doors, around, table }
      : {
          doors: views.flatMap((door) => doorFor(door, hidden, shut.has(door.doorId)) ?? []),
          around: around.filter((person: PersonSeen) => !hidden.has(person.memberId)),
          table,
        };
    return { snapshot: { program, memberId, ...common, mine }, packed: all ? packed : () => pack(common) };
  }
}

/** In a thread of its own, but for the JSON. */
async function pack(common: Common): Promise<Packed> {
  return new Uint8Array(await zip(JSON.stringify(common), { level: 5 }));
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
