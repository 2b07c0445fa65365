import { z } from 'zod';
import { personSeen } from './doors.ts';

export const offerId = z.uuid().brand<'OfferId'>();
export type OfferId = z.infer<typeof offerId>;

/** For how long somebody is up for a chat, in minutes. */
export const chatMinutes = z.union([z.literal(30), z.literal(60), z.literal(120)]);
export type ChatMinutes = z.infer<typeof chatMinutes>;

/** How often one is asked at most within any 24 hours. */
export const offersADay = z.number().int().min(0).max(10);

/**
 * Somebody is passing by: both are asked, and nobody learns what the other said. It goes at `endsAt` whatever either
 * has answered, unless both have said yes.
 */
export const passingOffer = z.object({
  offerId,
  person: personSeen,
  endsAt: z.iso.datetime(),
  said: z.enum(['yes', 'not-now']).nullable(),
});
export type PassingOffer = z.infer<typeof passingOffer>;

/** One's own part in passing by. `until`: up for a chat so long; `null`: not. */
export const myPassing = z.object({ until: z.iso.datetime().nullable(), offersADay, offer: passingOffer.nullable() });
export type MyPassing = z.infer<typeof myPassing>;
