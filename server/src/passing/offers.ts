import { AjarError, type MemberId, type OfferId } from '@ajar/shared';
import { and, eq, gt, or } from 'drizzle-orm';
import type { Transaction } from '../database/index.ts';
import { passingAnswers, passingOffers } from './tables.ts';

export type Offer = typeof passingOffers.$inferSelect;

/** Ends an offer and forgets what was said to it. Whether it still stood. */
export async function writeOver(tx: Transaction, id: OfferId): Promise<boolean> {
  const ended = await tx
    .update(passingOffers)
    .set({ over: true })
    .where(and(eq(passingOffers.id, id), eq(passingOffers.over, false)))
    .returning({ id: passingOffers.id });
  await tx.delete(passingAnswers).where(eq(passingAnswers.offerId, id));
  return ended.length > 0;
}

/** This person’s offer, held until the transaction ends. @throws AjarError `offer-over`. */
export async function lockStanding(tx: Transaction, id: OfferId, memberId: MemberId): Promise<Offer> {
  const mine = or(eq(passingOffers.oneId, memberId), eq(passingOffers.otherId, memberId));
  const [offer] = await tx
    .select()
    .from(passingOffers)
    .where(and(eq(passingOffers.id, id), mine, eq(passingOffers.over, false), gt(passingOffers.endsAt, new Date())))
    .for('update');
  if (offer) return offer;
  throw new AjarError('conflict', 'offer-over', 'That moment has passed. There will be others.');
}
