import { assertUnreachable } from './errors.ts';
import type { CorridorChange, CorridorSnapshot } from './hub.ts';
import type { MemberId } from './ids.ts';

/** A snapshot with one change applied. Unchanged parts keep their identity, so that views can compare by reference. */
export function applyChange(corridor: CorridorSnapshot, change: CorridorChange): CorridorSnapshot {
  switch (change.type) {
    case 'door':
      return { ...corridor, doors: replaced(corridor.doors, change.door, (door) => door.doorId) };
    case 'door-gone':
      return { ...corridor, doors: corridor.doors.filter((door) => door.doorId !== change.doorId) };
    case 'around':
      return {
        ...corridor,
        around: replaced(corridor.around, change.person, (person) => person.memberId),
        doors: withOwner(corridor.doors, change.person.memberId, true),
      };
    case 'away':
      return {
        ...corridor,
        around: corridor.around.filter((person) => person.memberId !== change.memberId),
        doors: withOwner(corridor.doors, change.memberId, false),
      };
    case 'table':
      return { ...corridor, table: change.table };
    case 'several':
      return change.changes.reduce<CorridorSnapshot>(applyChange, corridor);
    default:
      return assertUnreachable(change);
  }
}

/** The doors as they are once the owner of one of them has come or gone. */
function withOwner(doors: CorridorSnapshot['doors'], owner: MemberId, around: boolean): CorridorSnapshot['doors'] {
  const at = doors.findIndex((door) => door.memberId === owner);
  const door = doors[at];
  return door && door.around !== around ? doors.with(at, { ...door, around }) : doors;
}

function replaced<T>(list: readonly T[], item: T, key: (item: T) => string): T[] {
  const at = list.findIndex((other) => key(other) === key(item));
  return at < 0 ? [...list, item] : list.with(at, item);
}
