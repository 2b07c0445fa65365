import type { Handlers, hubProtocol } from '@ajar/shared';
import type { Visiting } from '../doors/index.ts';
import type { Doorkeeping } from './doorkeeping.ts';

type KeepingRequests = 'pauseDoor' | 'closeAfter' | 'moveOn';

/** What one member may ask about their own door while people are at it. */
export function doorkeepingHandlers(
  doorkeeping: Doorkeeping,
  me: Visiting,
): Pick<Handlers<typeof hubProtocol>, KeepingRequests> {
  return {
    pauseDoor: async ({ on }) => {
      await doorkeeping.pause(me, on);
      return {};
    },
    closeAfter: async ({ on }) => {
      await doorkeeping.closeAfter(me, on);
      return {};
    },
    moveOn: async ({ encounterId }) => {
      await doorkeeping.moveOn(me, encounterId);
      return {};
    },
  };
}
