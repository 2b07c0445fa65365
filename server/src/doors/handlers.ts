import type { Handlers, hubProtocol } from '@ajar/shared';
import type { Doors, Visiting } from './doors.ts';

type DoorRequests = 'setDoor' | 'walkIn' | 'knock' | 'waitInLine' | 'leaveLine' | 'letIn' | 'notNow';

/** What one member may ask of the doors. */
export function doorHandlers(doors: Doors, me: Visiting): Pick<Handlers<typeof hubProtocol>, DoorRequests> {
  return {
    setDoor: async ({ state }) => {
      await doors.set(me, state);
      return {};
    },
    walkIn: ({ doorId }) => doors.walkIn(me, doorId),
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
  };
}
