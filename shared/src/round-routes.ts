import { z } from 'zod';
import { roundId } from './ids.ts';
import type { RouteShape } from './rest.ts';
import { cadence, recurrence, roundKept, roundPlan, roundSeen } from './rounds.ts';

const nothing = z.object({});

/** The REST routes of rounds. */
export const roundRoutes = {
  rounds: {
    method: 'get',
    path: '/api/rounds',
    summary: 'Rounds one is invited to',
    tag: 'rounds',
    access: 'member',
    reply: z.object({ rounds: z.array(roundSeen) }),
  },
  answerRound: {
    method: 'put',
    path: '/api/rounds/{roundId}/answer',
    summary: 'Join at a cadence, or not',
    tag: 'rounds',
    access: 'member',
    params: z.object({ roundId }),
    body: z.object({ cadence: cadence.nullable(), mail: z.boolean().optional() }),
    reply: nothing,
  },
  sitOutRound: {
    method: 'put',
    path: '/api/rounds/{roundId}/sit-out',
    summary: 'Sit one out, or come after all',
    tag: 'rounds',
    access: 'member',
    params: z.object({ roundId }),
    body: z.object({ startsAt: z.iso.datetime(), out: z.boolean() }),
    reply: nothing,
  },
  keptRounds: {
    method: 'get',
    path: '/api/kept-rounds',
    summary: 'Rounds of the programme',
    tag: 'rounds',
    access: 'staff',
    reply: z.object({ rounds: z.array(roundKept) }),
  },
  roundDates: {
    method: 'post',
    path: '/api/round-dates',
    summary: 'The next times of a recurrence',
    tag: 'rounds',
    access: 'staff',
    body: recurrence,
    reply: z.object({ next: z.array(z.iso.datetime()) }),
  },
  makeRound: {
    method: 'post',
    path: '/api/kept-rounds',
    summary: 'Make a round',
    tag: 'rounds',
    access: 'staff',
    body: roundPlan,
    reply: z.object({ roundId }),
  },
  changeRound: {
    method: 'put',
    path: '/api/kept-rounds/{roundId}',
    summary: 'Change a round; one under way ends as it began',
    tag: 'rounds',
    access: 'staff',
    params: z.object({ roundId }),
    body: roundPlan,
    reply: nothing,
  },
  stopRound: {
    method: 'delete',
    path: '/api/kept-rounds/{roundId}',
    summary: 'Stop a round; one under way goes on to its end',
    tag: 'rounds',
    access: 'staff',
    params: z.object({ roundId }),
    reply: nothing,
  },
  calendar: {
    method: 'get',
    path: '/api/calendar',
    summary: 'Address of one’s own calendar feed',
    tag: 'rounds',
    access: 'member',
    reply: z.object({ url: z.url().nullable() }),
  },
  makeCalendar: {
    method: 'post',
    path: '/api/calendar',
    summary: 'A new address for one’s own calendar feed; an earlier one ends',
    tag: 'rounds',
    access: 'member',
    reply: z.object({ url: z.url() }),
  },
  endCalendar: {
    method: 'delete',
    path: '/api/calendar',
    summary: 'End the address of one’s own calendar feed',
    tag: 'rounds',
    access: 'member',
    reply: nothing,
  },
} as const satisfies Record<string, RouteShape>;
