import type { types } from 'mediasoup-client';
import { z } from 'zod';
import { memberId } from './ids.ts';

/*
 * Files handed over in a call: from one browser through the media node to another, in memory alone. The node sees to it
 * that nothing is sent before somebody takes it, and keeps no byte.
 */

/** Largest file, in bytes. */
export const largestFile = 10 * 1024 * 1024;

export const fileId = z.uuid().brand<'FileId'>();
export type FileId = z.infer<typeof fileId>;
export const transferId = z.uuid().brand<'TransferId'>();
export type TransferId = z.infer<typeof transferId>;

const file = z.object({
  file: z.string().trim().min(1).max(200).meta({ description: 'Name of the file' }),
  size: z.number().int().min(1).max(largestFile).meta({ description: 'In bytes' }),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description: 'What the bytes must hash to, in hexadecimal' }),
});

/** A file somebody would hand over to whoever takes it. */
export const fileOffer = file.extend({ fileId, memberId, name: z.string(), at: z.iso.datetime() });
export type FileOffer = z.infer<typeof fileOffer>;

const object = <T>() =>
  z.custom<T>((value) => typeof value === 'object' && value !== null, 'must be an object').meta({ type: 'object' });

/** A transport of its own for one transfer: a call without files is none the slower for it. */
export const fileTransport = z.object({
  id: z.string(),
  iceParameters: object<types.IceParameters>(),
  iceCandidates: z.array(object<types.IceCandidate>()),
  dtlsParameters: object<types.DtlsParameters>(),
  sctpParameters: object<types.SctpParameters>(),
});
export type FileTransport = z.infer<typeof fileTransport>;

export const sctpStreamParameters = object<types.SctpStreamParameters>();
const nothing = z.object({});

export const fileRequests = {
  offerFile: { data: file, reply: z.object({ fileId }) },
  /** Somebody takes a file that was offered; now the giver is asked to send it to them. */
  takeFile: { data: z.object({ fileId }), reply: z.object({ transferId, transport: fileTransport }) },
  /** The giver begins. */
  sendFile: { data: z.object({ transferId, sctpStreamParameters }), reply: z.object({ dataProducerId: z.string() }) },
  /** What the taker has so far; 0: ready for the first byte. The giver is never further ahead than a window. */
  haveOfFile: { data: z.object({ transferId, bytes: z.number().int().min(0).max(largestFile) }), reply: nothing },
  /** Done with, or not wanted any more, by either. */
  endFile: { data: z.object({ transferId }), reply: nothing },
};

export const filePushes = {
  fileOffered: fileOffer,
  /** Whoever offered it is gone. */
  fileGone: z.object({ fileId }),
  fileWanted: z.object({ fileId, transferId, transport: fileTransport }),
  fileComes: z.object({
    transferId,
    dataConsumerId: z.string(),
    dataProducerId: z.string(),
    sctpStreamParameters,
  }),
  haveOfFile: z.object({ transferId, bytes: z.number().int().min(0).max(largestFile) }),
  fileEnded: z.object({ transferId }),
};
