import { AjarError, type DoorId, type LineRulesSet } from '@ajar/shared';
import { and, count, eq, or } from 'drizzle-orm';
import type { ApiPart } from '../api/index.ts';
import type { Db } from '../database/index.ts';
import type { Announcer } from '../hub/index.ts';
import { newId } from '../ids/index.ts';
import { noSuchVisit } from './line.ts';
import { doors, visits } from './tables.ts';
import { DoorWaits } from './waiting/door-waits.ts';

type Routes = 'doorWait' | 'lineRules' | 'setLineRules' | 'visitLength';

export type LineHandlersOptions = {
  db: Db;
  announcer: Pick<Announcer, 'doorsChanged' | 'mineChanged'>;
  /** How long a minute at a door lasts, in ms. Default: 60,000. */
  minute?: number | undefined;
};

const noRules: LineRulesSet = { newcomersFirst: false, visitMinutes: null, lastCall: false };

const rulesIn = {
  newcomersFirst: doors.newcomersFirst,
  visitMinutes: doors.visitMinutes,
  lastCall: doors.lastCall,
};

/** The REST routes of waiting at doors, and of the rules of one's own line. */
export function lineHandlers({ db, announcer, minute = 60_000 }: LineHandlersOptions): ApiPart<Routes> {
  const waits = new DoorWaits(db);
  return {
    doorWait: ({ viewer: { member, program }, params }) =>
      waits.at(params.doorId, { memberId: member.memberId, programId: program.id }),

    lineRules: async ({ viewer }) => {
      const own = eq(doors.memberId, viewer.member.memberId);
      const [rules] = await db.select(rulesIn).from(doors).where(own);
      return rules ?? noRules;
    },

    setLineRules: async ({ viewer: { member, program }, body }) => {
      const { memberId } = member;
      const { door, rules } = await db.transaction(async (tx) => {
        const hung = { id: newId<DoorId>(), programId: program.id, memberId };
        await tx.insert(doors).values(hung).onConflictDoNothing();
        const [door] = await tx.select().from(doors).where(eq(doors.memberId, memberId)).for('update');
        if (!door) throw new AjarError('internal', 'no-door', 'Something went wrong on our side.');
        if (body.lastCall && door.state === 'closed') {
          throw new AjarError(
            'conflict',
            'door-not-open',
            'Your door is closed, so nobody comes. Nothing was changed.',
          );
        }
        const set = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
        if (Object.keys(set).length > 0) await tx.update(doors).set(set).where(eq(doors.id, door.id));
        const [rules] = await tx.select(rulesIn).from(doors).where(eq(doors.id, door.id));
        return { door, rules: rules ?? noRules };
      });
      if (rules.lastCall !== door.lastCall) {
        await announcer.doorsChanged([door.id]);
        await announcer.mineChanged([memberId]);
      }
      return rules;
    },

    visitLength: async ({ viewer, params }) => {
      const { memberId } = viewer.member;
      const theirs = or(eq(visits.visitorId, memberId), eq(visits.hostId, memberId));
      const [visit] = await db
        .select({ doorId: visits.doorId, insideAt: visits.insideAt, kind: doors.kind, after: doors.visitMinutes })
        .from(visits)
        .innerJoin(doors, eq(doors.id, visits.doorId))
        .where(and(eq(visits.encounterId, params.encounterId), eq(visits.state, 'inside'), theirs));
      if (!visit?.insideAt) throw noSuchVisit();
      const { kind, after, insideAt, doorId } = visit;
      // A room for several is no visit that others wait for the end of.
      const minutes = kind === 'single' ? after : null;
      const remindIn = minutes && Math.max(0, insideAt.getTime() + minutes * minute - Date.now());
      return { remindIn, minutes, waiting: minutes === null ? 0 : await waitingFor(db, doorId), minute };
    },
  };
}

async function waitingFor(db: Db, doorId: DoorId): Promise<number> {
  const [line] = await db
    .select({ n: count() })
    .from(visits)
    .where(and(eq(visits.doorId, doorId), eq(visits.state, 'waiting')));
  return line?.n ?? 0;
}
