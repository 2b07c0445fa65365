import type { MemberId, MyPassing, PassingOffer } from '@ajar/shared';
import { and, eq, gt, or, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { blocks } from '../people/tables.ts';
import { members } from '../programs/tables.ts';
import { passingAnswers, passingOffers, passingPeople } from './tables.ts';

/** This person's own part in passing by. Of an offer it says what they said, and nothing of the other. */
export async function passingOf(db: Queryable, memberId: MemberId, now = new Date()): Promise<MyPassing> {
  const [row] = await db.select().from(passingPeople).where(eq(passingPeople.memberId, memberId));
  if (!row) return { until: null, offersADay: 2, offer: null };
  const { upUntil } = row;
  return {
    until: upUntil && upUntil > now ? upUntil.toISOString() : null,
    offersADay: row.offersADay,
    // Who has switched off is not asked any more; a time that has run out meanwhile takes no offer away.
    offer: upUntil === null ? null : await offerTo(db, memberId, now),
  };
}

/**
 * A block takes the offer from whoever made it, and from nobody else: to the blocked person it goes on to its end as if
 * nothing had happened.
 */
async function offerTo(db: Queryable, memberId: MemberId, now: Date): Promise<PassingOffer | null> {
  const other = sql`case when ${passingOffers.oneId} = ${memberId} then ${passingOffers.otherId} else ${passingOffers.oneId} end`;
  const [offer] = await db
    .select({
      offerId: passingOffers.id,
      endsAt: passingOffers.endsAt,
      memberId: members.id,
      name: members.name,
      yes: passingAnswers.yes,
      blocked: blocks.blockedId,
    })
    .from(passingOffers)
    .innerJoin(members, sql`${members.id} = ${other}`)
    .leftJoin(passingAnswers, and(eq(passingAnswers.offerId, passingOffers.id), eq(passingAnswers.memberId, memberId)))
    .leftJoin(blocks, and(eq(blocks.blockerId, memberId), eq(blocks.blockedId, members.id)))
    .where(
      and(
        or(eq(passingOffers.oneId, memberId), eq(passingOffers.otherId, memberId)),
        eq(passingOffers.over, false),
        gt(passingOffers.endsAt, now),
      ),
    );
  if (!offer || offer.blocked) return null;
  const { offerId, endsAt, name, yes } = offer;
  return {
    offerId,
    person: { memberId: offer.memberId, name },
    endsAt: endsAt.toISOString(),
    said: yes === null ? null : yes ? 'yes' : 'not-now',
  };
}
