import type { TFunction } from 'i18next';
import { firstName, i18n, listOfNames } from '../words/index.ts';
import type { DoorView } from './view.ts';

/** How the door stands, and how many wait, if any: `In a conversation · 2 wait`. */
export function stateWords(t: TFunction<'corridor'>, { door, look }: DoorView): string {
  if (look === 'closed') return t(door.state === 'closed' ? 'door.closed' : 'door.away');
  if (!door.busy) return t(`door.${look}`);
  const stands = door.closing ? 'door.closing' : door.backAt && door.inside.length === 0 ? 'door.pause' : 'door.busy';
  const line = door.waiting > 0 ? [t('door.inLine', { count: door.waiting })] : [];
  return [t(stands), ...line].join(' · ');
}

/** Who is seen inside before one enters; `null` when nobody is. */
export function insideWords(t: TFunction<'corridor'>, { door, look }: DoorView): string | null {
  if (door.inside.length > 0) return t('door.inside', { names: listOfNames(door.inside.map((person) => person.name)) });
  return look === 'open' ? t('door.alone', { name: firstName(door.name) }) : null;
}

/** This person's own wait at the door; `null` when they do not wait here. */
export function waitingWords(t: TFunction<'corridor'>, { door, visit }: DoorView): string | null {
  if (!visit) return null;
  const before = (visit.place ?? 1) - 1;
  const name = door.kind === 'staffed' ? door.name : firstName(door.name);
  if (visit.keptUntil) return t('door.kept', { name, time: clock(visit.keptUntil) });
  if (door.closing) return t('door.last', { name });
  if (before > 0) return t(visit.knocked ? 'door.knockedInLine' : 'door.inLinePlace', { count: before });
  return t(visit.knocked ? 'door.knocked' : 'door.next', { name });
}

function clock(iso: string): string {
  return new Date(iso).toLocaleTimeString(i18n.language, { timeStyle: 'short' });
}
