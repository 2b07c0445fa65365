import type { MemberId, ProgramId, TableNews } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import type { ApiPart } from '../api/index.ts';
import type { Db } from '../database/index.ts';
import { particulars } from '../people/tables.ts';
import type { TableCalls } from './calls.ts';
import { usualHours } from './usual-hours.ts';

/** The REST routes of the coffee table. */
export function coffeeRoutes(db: Db, calls: TableCalls): ApiPart<'tableNews' | 'callMe' | 'dontCallMe'> {
  const news = async ({ memberId }: { memberId: MemberId }, { id }: { id: ProgramId }): Promise<TableNews> => {
    const [said] = await db.select().from(particulars).where(eq(particulars.memberId, memberId));
    return {
      tableSize: said?.tableSize ?? 'pair',
      usualHours: await usualHours(db, id, new Date()),
      callMeUntil: (await calls.until(memberId))?.toISOString() ?? null,
    };
  };
  return {
    tableNews: ({ viewer }) => news(viewer.member, viewer.program),
    callMe: async ({ viewer: { member, program }, body }) => {
      await calls.ask(member.memberId, program.id, body.minutes);
      return news(member, program);
    },
    dontCallMe: async ({ viewer: { member, program } }) => {
      await calls.forget(member.memberId);
      return news(member, program);
    },
  };
}
