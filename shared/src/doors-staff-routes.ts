import { z } from 'zod';
import { doorEntry, personSeen } from './doors.ts';
import { doorId, memberId } from './ids.ts';
import type { RouteShape } from './rest.ts';

const nothing = z.object({});

const plate = z.object({
  title: z.string().trim().min(1).max(80).meta({ description: 'What it is called: Help desk, Research careers' }),
  about: z.string().trim().max(160).meta({ description: 'What it is for, in a few words' }),
  entry: doorEntry,
});

/** A staffed door as staff see it. */
export const staffedDoor = plate.extend({ doorId, hosts: z.array(personSeen) });
export type StaffedDoor = z.infer<typeof staffedDoor>;

export const staffedDoorDraft = plate.extend({
  hostIds: z.array(memberId).min(1).max(50).meta({ description: 'Who holds it in turn' }),
});
export type StaffedDoorDraft = z.infer<typeof staffedDoorDraft>;

/** The REST routes with which staff make and keep staffed doors. */
export const staffedRoutes = {
  staffedDoors: {
    method: 'get',
    path: '/api/staffed-doors',
    summary: 'The staffed doors of the programme: help desks and domains held by several mentors in turn',
    tag: 'doors',
    access: 'staff',
    reply: z.object({ doors: z.array(staffedDoor) }),
  },
  makeStaffedDoor: {
    method: 'post',
    path: '/api/staffed-doors',
    summary: 'Make a staffed door. It opens when one of its hosts goes on duty',
    tag: 'doors',
    access: 'staff',
    body: staffedDoorDraft,
    reply: z.object({ doorId }),
  },
  changeStaffedDoor: {
    method: 'put',
    path: '/api/staffed-doors/{doorId}',
    summary: 'Change what a staffed door is called, how one comes in, and who holds it. Visits under way go on',
    tag: 'doors',
    access: 'staff',
    params: z.object({ doorId }),
    body: staffedDoorDraft,
    reply: nothing,
  },
  endStaffedDoor: {
    method: 'delete',
    path: '/api/staffed-doors/{doorId}',
    summary: 'Close a staffed door for good. Those who wait are told kindly; visits under way go on',
    tag: 'doors',
    access: 'staff',
    params: z.object({ doorId }),
    reply: nothing,
  },
} as const satisfies Record<string, RouteShape>;
