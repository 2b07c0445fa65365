import { type CorridorChange, hubProtocol, type MemberId, type ProgramId, push } from '@ajar/shared';
import type { Namespace } from 'socket.io';
import type { DoorView } from '../doors/index.ts';
import type { Present } from '../presence/index.ts';

/** The socket.io room of everybody in a programme. */
export const programRoom = (id: ProgramId) => `program:${id}`;
/** Every window of one account, whatever it is a member of. */
export const userRoom = (id: string) => `user:${id}`;
/** Every window of one member. */
export const memberRoom = (id: MemberId) => `member:${id}`;

/** Whom a change goes to: everybody, through the adapter, or only sockets of this hub. */
export type Reach = Pick<Namespace, 'to' | 'except'>;

type SingleChange = Exclude<CorridorChange, { type: 'several' }>;

/** A change for everybody in a programme but those `apart`. */
export type Told = { programId: ProgramId; change: SingleChange; apart: readonly MemberId[] };

/** To each programme what all of it may know in one message, and the rest one by one, without those it is not for. */
export function tellAll(changes: readonly Told[], reach: Reach): void {
  for (const [programId, theirs] of Map.groupBy(changes, (change) => change.programId)) {
    const [first, ...more] = theirs.filter(({ apart }) => apart.length === 0).map(({ change }) => change);
    if (first) {
      const all: CorridorChange = more.length === 0 ? first : { type: 'several', changes: [first, ...more] };
      push(reach.to(programRoom(programId)), hubProtocol, 'changed', all);
    }
    for (const { change, apart } of theirs) {
      if (apart.length === 0) continue;
      push(reach.to(programRoom(programId)).except(apart.map(memberRoom)), hubProtocol, 'changed', change);
    }
  }
}

export function comingChange({ memberId, name }: Present, around: boolean): SingleChange {
  return around ? { type: 'around', person: { memberId, name } } : { type: 'away', memberId };
}

/** Everybody whom this door shows. */
export function shownAt(view: DoorView): MemberId[] {
  const people = [...view.inside, ...view.onDuty, ...view.shifts].map((person) => person.memberId);
  return view.memberId ? [view.memberId, ...people] : people;
}

/** Who must not see whom of the people at this door. */
export function hidesAt(
  view: DoorView,
  hidden: ReadonlyMap<MemberId, ReadonlySet<MemberId>>,
): Map<MemberId, Set<MemberId>> {
  const hides = new Map<MemberId, Set<MemberId>>();
  for (const memberId of new Set(shownAt(view))) {
    for (const viewer of hidden.get(memberId) ?? []) {
      hides.set(viewer, (hides.get(viewer) ?? new Set()).add(memberId));
    }
  }
  return hides;
}
