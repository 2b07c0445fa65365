import { z } from 'zod';
import { fileTransport, sctpStreamParameters } from './files.ts';
import { memberId } from './ids.ts';

/*
 * Pointing at what somebody shares: small marks over data channels that keep no order and do not repeat what is
 * late, since the next mark says more than the last one. The node looks at each of them and keeps none.
 */

/** Largest mark, in bytes. */
export const largestMark = 160;

/** How many marks a second are worth sending; the node lets through a few more. */
export const marksPerSecond = 20;

/** A mark that is not through after this long is not repeated any more, in ms. */
export const markLifeTime = 100;

const share = z.number().min(0).max(1);

/** Where somebody points: in shares of the width and height of the picture that this member shares, from its top left corner. */
export const pointerMark = z.object({ of: memberId, x: share, y: share });
export type PointerMark = z.infer<typeof pointerMark>;

export const pointerRequests = {
  /** A transport of its own to point through: a call in which nobody points is none the slower for it. */
  openPointer: { data: z.object({}), reply: z.object({ transport: fileTransport }) },
  point: { data: z.object({ sctpStreamParameters }), reply: z.object({ dataProducerId: z.string() }) },
};

export const pointerPushes = {
  /** What this member points at comes over this channel from now on. */
  pointerComes: z.object({
    memberId,
    dataConsumerId: z.string(),
    dataProducerId: z.string(),
    sctpStreamParameters,
  }),
  pointerGone: z.object({ dataConsumerId: z.string() }),
};
