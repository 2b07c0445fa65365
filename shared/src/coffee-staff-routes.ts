import { z } from 'zod';
import { starterSet } from './coffee.ts';
import { drawingExplained, drawingListed, policyChange, policySeen } from './coffee-staff.ts';
import { drawingId } from './ids.ts';
import type { RouteShape } from './rest.ts';

const drawings = z.object({
  drawings: z.array(drawingListed),
  more: z.boolean().meta({ description: 'Whether there are earlier ones' }),
});
const startersVersion = z.object({
  version: z.string().max(64).meta({ description: 'The set that was seen; a change of any other is refused' }),
});
const starters = starterSet.extend({
  shipped: z.boolean().meta({ description: 'The set that ships' }),
  version: startersVersion.shape.version,
});

/** The REST routes by which programme staff see and steer chance meetings. */
export const coffeeStaffRoutes = {
  coffeePolicy: {
    method: 'get',
    path: '/api/coffee/policy',
    summary: 'How the programme pairs by chance, and what there is to choose from',
    tag: 'coffee',
    access: 'staff',
    reply: policySeen,
  },
  setCoffeePolicy: {
    method: 'put',
    path: '/api/coffee/policy',
    summary: 'Change how the programme pairs by chance; from the next drawing on',
    tag: 'coffee',
    access: 'staff',
    body: policyChange,
    reply: policySeen,
  },
  drawings: {
    method: 'get',
    path: '/api/coffee/drawings',
    summary: 'The last drawings of the programme, newest first',
    tag: 'coffee',
    access: 'staff',
    reply: drawings,
  },
  earlierDrawings: {
    method: 'get',
    path: '/api/coffee/drawings/{drawingId}/earlier',
    summary: 'The drawings before this one, newest first',
    tag: 'coffee',
    access: 'staff',
    params: z.object({ drawingId }),
    reply: drawings,
  },
  drawing: {
    method: 'get',
    path: '/api/coffee/drawings/{drawingId}',
    summary: 'Why these people sat together: what was weighed, by which policy and from which seed',
    tag: 'coffee',
    access: 'staff',
    params: z.object({ drawingId }),
    reply: drawingExplained,
  },
  replayDrawing: {
    method: 'post',
    path: '/api/coffee/drawings/{drawingId}/replay',
    summary: 'Draw again from what is stored, and compare. Nothing is changed and nobody is paired',
    tag: 'coffee',
    access: 'staff',
    params: z.object({ drawingId }),
    reply: z.object({ same: z.boolean() }),
  },
  starters: {
    method: 'get',
    path: '/api/coffee/starters',
    summary: 'The conversation starters of the programme',
    tag: 'coffee',
    access: 'staff',
    reply: starters,
  },
  setStarters: {
    method: 'put',
    path: '/api/coffee/starters',
    summary: 'Change the conversation starters of the programme, all of them anew',
    tag: 'coffee',
    access: 'staff',
    body: starterSet.extend(startersVersion.shape),
    reply: starters,
  },
  shippedStarters: {
    method: 'delete',
    path: '/api/coffee/starters',
    summary: 'Go back to the conversation starters that ship',
    tag: 'coffee',
    access: 'staff',
    body: startersVersion,
    reply: starters,
  },
} as const satisfies Record<string, RouteShape>;
