import { z } from 'zod';

/** How one's own door is kept, besides its state. Times are ISO 8601, UTC. */
export const myKeeping = z.object({
  keptUntil: z.iso
    .datetime()
    .nullable()
    .default(null)
    .meta({ description: 'It was closed because nobody was connected here; those who wait are kept until then' }),
  backAt: z.iso.datetime().nullable().default(null).meta({ description: 'The five minutes one asked for end then' }),
  closing: z.boolean().default(false).meta({ description: 'It closes when the visit under way ends' }),
});
export type MyKeeping = z.infer<typeof myKeeping>;

/**
 * Why somebody's wait ended without a visit. `not-now`: the mentor said so; `closed`: they closed the door;
 * `away`: they did not come back; `closing`: the visit before was the last.
 */
export const declinedBecause = z.enum(['not-now', 'closed', 'away', 'closing']);
export type DeclinedBecause = z.infer<typeof declinedBecause>;

/** So many lines one may stand in at once. */
export const mostLines = 3;
/** So often one may knock within a minute. */
export const mostKnocksAMinute = 5;
