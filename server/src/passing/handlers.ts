import type { Handlers, hubProtocol, MemberId, ProgramId } from '@ajar/shared';
import type { Passing } from './passing.ts';

type PassingRequests = 'upForChat' | 'setOffersADay' | 'answerOffer';

/** What one member may ask about passing by. */
export function passingHandlers(
  passing: Passing,
  me: { memberId: MemberId; programId: ProgramId },
): Pick<Handlers<typeof hubProtocol>, PassingRequests> {
  return {
    upForChat: async ({ minutes }) => {
      await passing.setUp(me, minutes);
      return {};
    },
    setOffersADay: async ({ offersADay }) => {
      await passing.setOffersADay(me, offersADay);
      return {};
    },
    answerOffer: async ({ offerId, yes }) => {
      await passing.answer(me, offerId, yes);
      return {};
    },
  };
}
