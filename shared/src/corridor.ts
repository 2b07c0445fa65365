import { assertUnreachable } from './errors.ts';
import type { CorridorChange, CorridorSnapshot } from './hub.ts';

/** A snapshot with one change applied. Unchanged parts keep their identity, so that views can compare by reference. */
export function applyChange(corridor: CorridorSnapshot, change: CorridorChange): CorridorSnapshot {
  switch (change.type) {
    case 'door':
      return { ...corridor, doors: replaced(corridor.doors, change.door, (door) => door.doorId) };
    case 'door-gone':
      return { ...corridor, doors: corridor.doors.filter((door) => door.doorId !== change.doorId) };
    case 'around':
      return { ...corridor, around: replaced(corridor.around, change.person, (person) => person.memberId) };
    case 'away':
      return { ...corridor, around: corridor.around.filter((person) => person.memberId !== change.memberId) };
    case 'table':
      return { ...corridor, table: change.table };
    default:
      return assertUnreachable(change);
  }
}

function replaced<T>(list: readonly T[], item: T, key: (item: T) => string): T[] {
  const at = list.findIndex((other) => key(other) === key(item));
  return at < 0 ? [...list, item] : list.with(at, item);
}
