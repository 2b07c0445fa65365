import type { Handlers, hubProtocol } from '@ajar/shared';
import type { Doors, Visiting } from './doors.ts';

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
