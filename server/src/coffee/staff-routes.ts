import { askedLanguage } from '@ajar/shared';
import type { ApiPart } from '../api/index.ts';
import type { Db } from '../database/index.ts';
import type { PairingPool } from './pairing/index.ts';
import { seePolicy, setPolicy } from './policy.ts';
import { replay } from './replay.ts';
import { backToShipped, seeStarters, setStarters } from './starter-set.ts';
import { explainDrawing, listDrawings } from './why-us.ts';

type StaffRoutes =
  | 'coffeePolicy'
  | 'setCoffeePolicy'
  | 'drawings'
  | 'earlierDrawings'
  | 'drawing'
  | 'replayDrawing'
  | 'starters'
  | 'setStarters'
  | 'shippedStarters';

/** The REST routes by which programme staff see and steer chance meetings. */
export function coffeeStaffRoutes(db: Db, pool: Pick<PairingPool, 'pair'>): ApiPart<StaffRoutes> {
  return {
    coffeePolicy: ({ viewer, request }) => seePolicy(db, viewer.program.id, askedLanguage(request.headers)),
    setCoffeePolicy: async ({ viewer: { member, program }, body, request }) => {
      await setPolicy(db, { programId: program.id, memberId: member.memberId }, body);
      return seePolicy(db, program.id, askedLanguage(request.headers));
    },
    drawings: ({ viewer }) => listDrawings(db, viewer.program.id),
    earlierDrawings: ({ viewer, params }) => listDrawings(db, viewer.program.id, params.drawingId),
    drawing: ({ viewer, params }) => explainDrawing(db, viewer.program.id, params.drawingId),
    replayDrawing: async ({ viewer, params }) => ({
      same: await replay(db, pool, viewer.program.id, params.drawingId),
    }),
    starters: ({ viewer, request }) => seeStarters(db, viewer.program.id, askedLanguage(request.headers)),
    setStarters: async ({ viewer, body, request }) => {
      await setStarters(db, viewer.program.id, body.starters, body.version);
      return seeStarters(db, viewer.program.id, askedLanguage(request.headers));
    },
    shippedStarters: async ({ viewer, body, request }) => {
      await backToShipped(db, viewer.program.id, body.version);
      return seeStarters(db, viewer.program.id, askedLanguage(request.headers));
    },
  };
}
