import { z } from 'zod';
import { callMeMinutes, tableNews } from './coffee.ts';
import { ownParticulars } from './people.ts';
import type { RouteShape } from './rest.ts';

/** The REST routes of the coffee table, and of what it goes by. */
export const coffeeRoutes = {
  particulars: {
    method: 'get',
    path: '/api/me/particulars',
    summary:
      'What chance meetings go by, as one has said it oneself. Two who are paired may be told what they share; the likeness is seen by nobody else',
    tag: 'people',
    access: 'member',
    reply: ownParticulars,
  },
  setParticulars: {
    method: 'put',
    path: '/api/me/particulars',
    summary: 'Say what chance meetings go by, all of it anew; a likeness of null forgets the one there was',
    tag: 'people',
    access: 'member',
    body: ownParticulars,
    reply: ownParticulars,
  },
  callMe: {
    method: 'put',
    path: '/api/coffee/call',
    summary: 'Be called once when somebody sits down for coffee, within this many minutes',
    tag: 'coffee',
    access: 'member',
    body: z.object({ minutes: callMeMinutes }),
    reply: tableNews,
  },
  dontCallMe: {
    method: 'delete',
    path: '/api/coffee/call',
    summary: 'Not be called after all',
    tag: 'coffee',
    access: 'member',
    reply: tableNews,
  },
} as const satisfies Record<string, RouteShape>;
