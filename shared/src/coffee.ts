import { z } from 'zod';

/** The coffee table as everybody sees it: how many chairs are taken, never by whom. */
export const tableSeen = z.object({ taken: z.number().int().nonnegative() });
export type TableSeen = z.infer<typeof tableSeen>;

export const mySeat = z.object({ since: z.iso.datetime() });
export type MySeat = z.infer<typeof mySeat>;
