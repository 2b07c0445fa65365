import { type CorridorDoor, type CorridorSnapshot, doorChoice, type MyVisit, type PersonSeen } from '@ajar/shared';
import { type DoorColour, doorColours } from '../design/index.ts';

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

export function corridorView(corridor: CorridorSnapshot): CorridorView {
  const views = corridor.doors
    .filter((door) => door.memberId !== corridor.memberId)
    .map((door) => doorView(door, corridor.mine.visits))
    .sort(inOrder);
  const standing = views.filter((view) => view.look !== 'closed' || view.visit);
  const closed = views.filter((view) => view.look === 'closed' && !view.visit);
  const filling = Math.max(0, FEWEST_ON_WALL - standing.length);
  const doors = [...standing, ...closed.slice(0, filling)].map((view) => ({ kind: 'door', view }) as const);
  const before = Math.min(BEFORE_COFFEE, Math.ceil(doors.length / 2));
  return {
    wall: [...doors.slice(0, before), { kind: 'coffee' }, ...doors.slice(before)],
    closed: closed.slice(filling),
    around: corridor.around.filter((person) => person.memberId !== corridor.memberId).toSorted(byName),
  };
}

function doorView(door: CorridorDoor, visits: readonly MyVisit[]): DoorView {
  const visit = visits.find((mine) => mine.doorId === door.doorId && mine.state === 'waiting') ?? null;
  const choice = doorChoice(door);
  const look = door.around ? door.state : 'closed';
  return {
    door,
    look,
    colour: colourOf(door.doorId),
    figures: look === 'open' ? Math.max(1, door.inside.length) : 0,
    visit,
    press: visit ? 'leave-line' : choice === 'none' ? null : choice,
  };
}

/** Doors one may walk through come first, then those ajar, then the rest; by name within each. */
function inOrder(a: DoorView, b: DoorView): number {
  const rank = { open: 0, ajar: 1, closed: 2 };
  return rank[a.look] - rank[b.look] || byName(a.door, b.door) || a.door.doorId.localeCompare(b.door.doorId);
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name.localeCompare(b.name);
}

/** A door keeps its colour for ever, on every screen: it hangs on its id alone. */
export function colourOf(id: string): DoorColour {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) >>> 0;
  return doorColours[sum % doorColours.length] ?? 'pine';
}
