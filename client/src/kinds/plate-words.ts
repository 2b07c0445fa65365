import type { CorridorDoor } from '@ajar/shared';
import { firstName, i18n, listOfNames } from '../words/index.ts';
import './en.ts';

type Plate = Pick<CorridorDoor, 'kind' | 'state' | 'busy' | 'inside' | 'seats' | 'hosts' | 'waiting'>;

/** How a shared room or a staffed door that is not closed reads, and how many wait, if any. */
export function plateWords(door: Plate): string {
  const line = door.waiting > 0 && door.busy ? [i18n.t('kinds:wait', { count: door.waiting })] : [];
  return [door.kind === 'staffed' ? deskWords(door) : roomWords(door), ...line].join(' · ');
}

function roomWords({ state, busy, inside, seats }: Plate): string {
  if (busy) return i18n.t('kinds:room.full');
  const figures = { count: inside.length, seats: seats ?? 0 };
  if (inside.length === 0) return i18n.t(state === 'ajar' ? 'kinds:room.noneAjar' : 'kinds:room.none', figures);
  return i18n.t(state === 'ajar' ? 'kinds:room.someAjar' : 'kinds:room.some', figures);
}

function deskWords({ state, busy, hosts }: Plate): string {
  if (hosts.length === 0) return i18n.t('kinds:desk.nobody');
  const names = listOfNames(hosts.map((host) => firstName(host.name)));
  const how = busy ? 'busy' : state === 'ajar' ? 'ajar' : 'here';
  return i18n.t(`kinds:desk.${how}`, { names, count: hosts.length });
}

/** Who is seen in a shared room before one goes in; `null` when nobody is. */
export function roomNames({ inside }: Pick<Plate, 'inside'>): string | null {
  if (inside.length === 0) return null;
  return i18n.t('kinds:room.inside', { names: listOfNames(inside.map((person) => person.name)) });
}
