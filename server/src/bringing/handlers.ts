import type { Handlers, hubProtocol } from '@ajar/shared';
import type { Visiting } from '../doors/index.ts';
import type { Bringing } from './bringing.ts';

type BringingRequests = 'whomToBring' | 'bringSomeone' | 'answerBringing' | 'follow';

/** What one member may ask about waiting with somebody. */
export function bringingHandlers(
  bringing: Bringing,
  me: Visiting,
): Pick<Handlers<typeof hubProtocol>, BringingRequests> {
  return {
    whomToBring: async ({ visitId }) => ({ people: await bringing.candidates(me, visitId) }),
    bringSomeone: async ({ visitId, memberId }) => {
      await bringing.ask(me, visitId, memberId);
      return {};
    },
    answerBringing: async ({ visitId, yes }) => {
      await bringing.answer(me, visitId, yes);
      return {};
    },
    follow: ({ visitId }) => bringing.follow(me, visitId),
  };
}
