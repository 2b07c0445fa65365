import type { types } from 'mediasoup-client';
import { z } from 'zod';

/* What a way into a call says of its media node: apart from the signalling, which only the call itself needs. */

/** Something whose inside mediasoup validates: here only its outline is looked at. */
export const outline = <T>(...fields: string[]) =>
  z.custom<T>(
    (value) => typeof value === 'object' && value !== null && fields.every((field) => field in value),
    `must be an object with ${fields.join(', ')}`,
  );

/** In which codec a camera goes out where all can decode it; nobody is ever sent a codec they cannot decode. */
export const cameraCodecs = ['vp8', 'vp9'] as const;
export type CameraCodec = (typeof cameraCodecs)[number];

export const rtpCapabilities = outline<types.RtpCapabilities>('codecs').meta({ type: 'object' });

export const iceServer = z.object({
  urls: z.union([z.string(), z.array(z.string())]),
  username: z.string().optional(),
  credential: z.string().optional(),
});
export type IceServer = z.infer<typeof iceServer>;
