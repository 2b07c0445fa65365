import { z } from 'zod';
import { personSeen } from './doors.ts';
import { hoursKept, hoursPlan } from './hours.ts';
import { doorId, hoursId, memberId } from './ids.ts';
import type { RouteShape } from './rest.ts';

/** Hours of somebody's duty at a staffed door, as staff see them. */
const deskHours = hoursKept.extend({ host: personSeen });
export type DeskHours = z.infer<typeof deskHours>;

/** The REST routes with which staff see and set the hours of staffed doors. Those who hold one set their own as well. */
export const deskHoursRoutes = {
  deskHours: {
    method: 'get',
    path: '/api/staffed-doors/{doorId}/hours',
    summary: 'The hours of all who hold a staffed door, with their next times',
    tag: 'hours',
    access: 'staff',
    params: z.object({ doorId }),
    reply: z.object({ hours: z.array(deskHours) }),
  },
  makeDeskHours: {
    method: 'post',
    path: '/api/staffed-doors/{doorId}/hours',
    summary:
      'Set hours of duty for somebody who holds a staffed door. They are asked before each, as by hours of their own',
    tag: 'hours',
    access: 'staff',
    params: z.object({ doorId }),
    body: hoursPlan.extend({ hostId: memberId }),
    reply: z.object({ hoursId }),
  },
  stopDeskHours: {
    method: 'put',
    path: '/api/staffed-doors/{doorId}/hours/{hoursId}/stopped',
    summary: 'Hold hours of a staffed door no more, or again',
    tag: 'hours',
    access: 'staff',
    params: z.object({ doorId, hoursId }),
    body: z.object({ stopped: z.boolean() }),
    reply: z.object({}),
  },
} as const satisfies Record<string, RouteShape>;
