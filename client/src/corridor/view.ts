import {
  type CorridorDoor,
  type CorridorSnapshot,
  doorChoice,
  type MyFollow,
  type MyVisit,
  type PersonSeen,
} from '@ajar/shared';
import { type DoorColour, doorColours } from '../design/index.ts';
import { i18n } from '../words/index.ts';

export type Press = 'walk-in' | 'knock' | 'wait' | 'leave-line';

/** A door as it is drawn and what may be pressed at it. */
export interface DoorView {
  door: CorridorDoor;
  /** Light is the only signal of openness: where nobody is, the door looks closed. */
  look: 'open' | 'ajar' | 'closed';
  colour: DoorColour;
  /** How many are seen in the light. */
  figures: number;
  /** This person's own wait at this door. */
  visit: MyVisit | null;
  press: Press | null;
  /** Whether and how this person is told when the door opens. */
  follow: MyFollow | null;
}

export type WallItem = { kind: 'door'; view: DoorView } | { kind: 'coffee' };

export interface CorridorView {
  /** What stands along the corridor, in reading order, the coffee table near the middle. */
  wall: WallItem[];
  /** The doors that are only listed. */
  closed: DoorView[];
  /** The others who are around, by name. */
  around: PersonSeen[];
}

/** So many doors stand along the corridor at least, closed ones among them: a bare wall would say that nobody lives here. */
const FEWEST_ON_WALL = 4;
/** How many doors stand before the coffee table: the middle of a wide screen's first row. */
const BEFORE_COFFEE = 2;

/** With more doors than this one searches rather than looks: the corridor is arranged by `many/`. */
export const FEW_DOORS = 30;

/** The others' doors as this person sees them. */
export function doorsInOrder(corridor: Pick<CorridorSnapshot, 'doors' | 'memberId' | 'mine'>): DoorView[] {
  const visits = new Map(corridor.mine.visits.filter(isWaiting).map((visit) => [visit.doorId, visit]));
  const follows = new Map(corridor.mine.follows.map((follow) => [follow.doorId, follow]));
  return corridor.doors
    .filter((door) => door.memberId !== corridor.memberId)
    .map((door) => doorView(door, visits.get(door.doorId) ?? null, follows.get(door.doorId) ?? null))
    .sort(inOrder);
}

export function corridorView(corridor: CorridorSnapshot): CorridorView {
  const views = doorsInOrder(corridor);
  const standing = views.filter((view) => view.look !== 'closed' || view.visit);
  const closed = views.filter((view) => view.look === 'closed' && !view.visit);
  const filling = Math.max(0, FEWEST_ON_WALL - standing.length);
  return {
    wall: wallOf([...standing, ...closed.slice(0, filling)]),
    closed: closed.slice(filling),
    around: othersAround(corridor),
  };
}

/** The coffee table among the doors. */
export function wallOf(views: readonly DoorView[]): WallItem[] {
  const doors = views.map((view) => ({ kind: 'door', view }) as const);
  const before = Math.min(BEFORE_COFFEE, Math.ceil(doors.length / 2));
  return [...doors.slice(0, before), { kind: 'coffee' }, ...doors.slice(before)];
}

/** The others who are around, by name. */
export function othersAround({ around, memberId }: Pick<CorridorSnapshot, 'around' | 'memberId'>): PersonSeen[] {
  return around.filter((person) => person.memberId !== memberId).toSorted(byName);
}

const isWaiting = (visit: MyVisit) => visit.state === 'waiting';

/** Doors at which this person neither waits nor asked to be told: the same door is the same view, and is not drawn again. */
const plain = new WeakMap<CorridorDoor, DoorView>();

function doorView(door: CorridorDoor, visit: MyVisit | null, follow: MyFollow | null): DoorView {
  const known = visit || follow ? undefined : plain.get(door);
  if (known) return known;
  const choice = doorChoice(door);
  const look = door.around ? door.state : 'closed';
  const view: DoorView = {
    door,
    look,
    colour: colourOf(door.doorId),
    figures: look === 'open' ? Math.max(1, door.inside.length + door.hosts.length) : 0,
    visit,
    press: visit ? 'leave-line' : choice === 'none' ? null : choice,
    follow,
  };
  if (!visit && !follow) plain.set(door, view);
  return view;
}

/** Doors one may walk through come first, then those ajar, those one follows, the rest; by name within each. */
function inOrder(a: DoorView, b: DoorView): number {
  return rank(a) - rank(b) || byName(a.door, b.door) || (a.door.doorId < b.door.doorId ? -1 : 1);
}

function rank({ look, follow }: DoorView): number {
  return look === 'open' ? 0 : look === 'ajar' ? 1 : follow ? 2 : 3;
}

/** Many times quicker than `localeCompare`, which looks the language up each time. */
const names = new Intl.Collator(i18n.language);

function byName(a: { name: string }, b: { name: string }): number {
  return names.compare(a.name, b.name);
}

/** A door keeps its colour for ever, on every screen: it hangs on its id alone. */
export function colourOf(id: string): DoorColour {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) >>> 0;
  return doorColours[sum % doorColours.length] ?? 'pine';
}
