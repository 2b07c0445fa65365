import type { CorridorDoor, EncounterId, MemberId, PersonSeen, ProgramId } from '@ajar/shared';
import { hoursTold, type Shift } from '../hours/index.ts';

/** Somebody on duty at a staffed door and connected. `free`: in no conversation. */
export type Host = PersonSeen & { free: boolean };

/** A door as it is, before what a viewer may not see is taken out. `programId` says whose corridor it stands in. */
export type DoorView = CorridorDoor & {
  programId: ProgramId;
  /** The room under way behind a shared door. */
  roomId: EncounterId | null;
  /** At a staffed door: those who would take the next, whoever has had no visit for longest first. */
  onDuty: Host[];
  /** At a staffed door: the hours of each who holds it. */
  shifts: Shift[];
};

/**
 * The door as somebody sees it from whom these people are hidden; what it offers them follows from that. The door of
 * one of them is not theirs to see at all, which is for the caller to say.
 *
 * A shared room in which there is one of them looks full, and a full room shows nobody who is inside to anybody: so
 * nothing tells the one from the other. A staffed door is held by the others who are on duty there.
 */
export function asSeen(
  { programId: _, roomId: __, onDuty, shifts, ...door }: DoorView,
  hidden: ReadonlySet<MemberId>,
): CorridorDoor {
  const seen = (person: PersonSeen) => !hidden.has(person.memberId);
  switch (door.kind) {
    case 'staffed': {
      const hosts = onDuty.filter(seen);
      const busy = !hosts.some((host) => host.free) || (door.state === 'open' && door.waiting > 0);
      return {
        ...door,
        around: hosts.length > 0,
        busy: hosts.length > 0 && busy,
        hosts: hosts.map(({ memberId, name }) => ({ memberId, name })),
        hours: hoursTold(shifts.filter((shift) => !hidden.has(shift.memberId))),
      };
    }
    case 'shared': {
      const full = door.inside.length >= (door.seats ?? 0);
      if (door.busy || full || !door.inside.every(seen)) return { ...door, busy: true, inside: [] };
      return door;
    }
    case 'single':
      return { ...door, inside: door.inside.filter(seen) };
  }
}
