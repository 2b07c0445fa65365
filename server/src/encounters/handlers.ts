import type { ApiPart } from '../api/index.ts';
import type { Db } from '../database/index.ts';
import type { Encounters } from './encounters.ts';
import { encountersOf } from './history.ts';

/** The REST routes of encounters. */
export function encounterHandlers(db: Db, encounters: Encounters): ApiPart<'enter' | 'encounters' | 'leaveEncounter'> {
  return {
    enter: ({ viewer, params }) => encounters.enter(params.encounterId, viewer.member),
    leaveEncounter: async ({ viewer, params, body }) => {
      await encounters.leave(params.encounterId, viewer.member.memberId, body.unlessIn);
      return {};
    },
    encounters: async ({ viewer }) => ({ encounters: await encountersOf(db, viewer.member.memberId) }),
  };
}
