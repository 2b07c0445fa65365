import { memberId, roundId } from '@ajar/shared';
import { z } from 'zod';
import { signedLinks } from '../links/index.ts';

/** What a link in a mail lets its holder do, and nothing else: sit out one time of a round, or get no more mail about it. */
const linkContent = z.object({
  member: memberId,
  round: roundId,
  /** ms since the epoch of the time to sit out; left out: mail about this round ends. */
  at: z.number().int().optional(),
});
export type LinkContent = z.infer<typeof linkContent>;

export const { sign: signLink, read: readLink } = signedLinks('rounds', linkContent);
