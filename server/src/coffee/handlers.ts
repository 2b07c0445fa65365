import type { Handlers, hubProtocol, MemberId, ProgramId } from '@ajar/shared';
import type { CoffeeTable } from './table.ts';

/** What one member may ask of the coffee table, and of the coffee they sit at. */
export function coffeeHandlers(
  table: CoffeeTable,
  me: { memberId: MemberId; programId: ProgramId },
): Pick<
  Handlers<typeof hubProtocol>,
  'sitDown' | 'leaveTable' | 'atCoffee' | 'starter' | 'stayLonger' | 'showWhatIDo'
> {
  const { coffees } = table;
  return {
    sitDown: async (wish) => {
      await table.sitDown(me, wish);
      return {};
    },
    leaveTable: async () => {
      await table.leave(me);
      return {};
    },
    atCoffee: async ({ encounterId }) => {
      await coffees.came(me.memberId, encounterId);
      return {};
    },
    starter: async (press) => {
      await coffees.starter(me.memberId, press);
      return {};
    },
    showWhatIDo: async ({ encounterId }) => {
      await coffees.show(me.memberId, encounterId);
      return {};
    },
    stayLonger: async ({ encounterId }) => {
      await coffees.stayLonger(me.memberId, encounterId);
      return {};
    },
  };
}
