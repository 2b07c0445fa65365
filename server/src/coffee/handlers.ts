import type { Handlers, hubProtocol, MemberId, ProgramId } from '@ajar/shared';
import type { CoffeeTable } from './table.ts';

/** What one member may ask of the coffee table. */
export function coffeeHandlers(
  table: CoffeeTable,
  me: { memberId: MemberId; programId: ProgramId },
): Pick<Handlers<typeof hubProtocol>, 'sitDown' | 'leaveTable'> {
  return {
    sitDown: async () => {
      await table.sitDown(me);
      return {};
    },
    leaveTable: async () => {
      await table.leave(me);
      return {};
    },
  };
}
