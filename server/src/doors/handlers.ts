import type { Handlers, hubProtocol } from '@ajar/shared';
import type { Visiting } from './attempt.ts';
import type { Doors } from './doors.ts';
import type { Turns } from './turns.ts';

type DoorRequests = 'setDoor' | 'walkIn' | 'knock' | 'waitInLine' | 'leaveLine' | 'letIn' | 'notNow';
type KindRequests = 'setRoom' | 'goIn' | 'setDuty' | 'takeNext';

/** What one member may ask of the doors. */
export function doorHandlers(
  doors: Doors,
  me: Visiting,
): Pick<Handlers<typeof hubProtocol>, DoorRequests | KindRequests> {
  return {
    setDoor: async ({ state }) => {
      await doors.set(me, state);
      return {};
    },
    walkIn: ({ doorId, listening }) => doors.walkIn(me, doorId, listening),
    knock: async ({ doorId }) => ({ visitId: await doors.ask(me, doorId, 'knock') }),
    waitInLine: async ({ doorId }) => ({ visitId: await doors.ask(me, doorId, 'wait') }),
    leaveLine: async ({ visitId }) => {
      await doors.leaveLine(me, visitId);
      return {};
    },
    letIn: ({ visitId }) => doors.letIn(me, visitId),
    notNow: async ({ visitId }) => {
      await doors.notNow(me, visitId);
      return {};
    },
    setRoom: async ({ kind, seats }) => {
      await doors.rooms.set(me, kind, seats);
      return {};
    },
    goIn: () => doors.rooms.goIn(me),
    setDuty: async ({ doorId, onDuty }) => {
      await doors.staffed.setDuty(me, doorId, onDuty);
      return {};
    },
    takeNext: ({ doorId }) => doors.staffed.takeNext(me, doorId),
  };
}

type TurnRequests = 'comeIn' | 'backInLine';

/** What one member who waits may ask when their turn has come. */
export function turnHandlers(turns: Turns, me: Visiting): Pick<Handlers<typeof hubProtocol>, TurnRequests> {
  return {
    comeIn: ({ visitId }) => turns.comeIn(me, visitId),
    backInLine: async () => {
      await turns.seen(me.memberId);
      return {};
    },
  };
}
