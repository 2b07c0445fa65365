import { z } from 'zod';
import type { RouteShape } from './rest.ts';

/** A month by its number, UTC: `2026-10`. */
export const monthOfYear = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** A figure; null: fewer than five people are behind it, or it would give away a figure about fewer than five. */
const figure = z.number().nonnegative().nullable();

/** What the doors of a programme, or of one division, saw in a month. */
export const doorFigureRow = z.object({
  division: z.string().nullable().meta({ description: 'Null: everybody. Empty: those who named none' }),
  offeredHours: figure.meta({ description: 'For how long doors stood ajar or open' }),
  usedHours: figure.meta({ description: 'For how long visits lasted at these doors' }),
  visits: figure.meta({ description: 'Visits that came to be, by the division of who visited' }),
  firstVisits: figure.meta({ description: 'Those of people who had never visited before' }),
  waitMedian: figure.meta({ description: 'Minutes from asking to being inside, half of the visits at most' }),
  waitP90: figure.meta({ description: 'The same, nine visits of ten at most' }),
});
export type DoorFigureRow = z.infer<typeof doorFigureRow>;

export const doorFigures = z.object({
  month: monthOfYear,
  rows: z.array(doorFigureRow).meta({ description: 'Everybody first, then each division that has a figure' }),
});
export type DoorFigures = z.infer<typeof doorFigures>;

/** The REST routes of what staff see in figures. */
export const figureRoutes = {
  doorFigures: {
    method: 'get',
    path: '/api/figures/doors',
    summary:
      'What the doors saw in each month that is over, the latest first. No figure about fewer than five people, nor one that would follow from the others',
    tag: 'doors',
    access: 'staff',
    reply: z.object({ months: z.array(doorFigures) }),
  },
} as const satisfies Record<string, RouteShape>;
