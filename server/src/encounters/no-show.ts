import { encounterId } from '@ajar/shared';
import { z } from 'zod';

/** How long, in ms, somebody who was admitted has to come in; a first visit stops at the preview on the way. */
const patience = 120_000;

/** Frees the people of an encounter that somebody never came to. */
export const noShow = {
  name: 'encounters.no-show',
  schema: z.object({ encounterId }),
  delay: patience,
};
