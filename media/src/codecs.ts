import type { CameraCodec } from '@ajar/shared';
import { ortc, type types } from 'mediasoup';

/**
 * What every room of every node can carry, in order of preference. Opus first with in-band FEC (a lost packet of speech
 * is mended from the next one, RFC 6716 section 2.1.7) and DTX (nothing is sent in silence). VP8 is the one video codec
 * that each browser can simulcast; mediasoup adds RTX and the feedback (transport-cc, nack, pli) itself.
 */
const always: readonly types.RouterRtpCodecCapability[] = [
  {
    kind: 'audio',
    mimeType: 'audio/opus',
    clockRate: 48_000,
    channels: 2,
    parameters: { useinbandfec: 1, usedtx: 1 },
  },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
];

/** VP9 as every browser decodes it: profile 0, 8 bit 4:2:0. */
const vp9: types.RouterRtpCodecCapability = {
  kind: 'video',
  mimeType: 'video/VP9',
  clockRate: 90_000,
  parameters: { 'profile-id': 0 },
};

/**
 * What the routers of a node carry. Last what cameras may be sent in instead: a browser that is told nothing takes the first.
 * AV1 is not among it: of its spatial layers, as mediasoup 3.27 forwards them, Chromium decodes next to nothing
 * (`npm run bench -- codecs`).
 */
export function mediaCodecs(camera: CameraCodec = 'vp8'): types.RouterRtpCodecCapability[] {
  return structuredClone(camera === 'vp9' ? [...always, vp9] : [...always]);
}

/** Whether a browser that receives this can decode a camera sent in this codec. */
export function decodes({ codecs = [] }: types.RtpCapabilities, camera: CameraCodec): boolean {
  return codecs.some(({ mimeType }) => mimeType.toLowerCase() === `video/${camera}`);
}

/**
 * The RTP capabilities of our routers. They depend on the codecs alone, so a hub can hand them out with a room token
 * before any worker runs, and a browser can load its device before its socket opens.
 */
export function supportedRtpCapabilities(camera?: CameraCodec): types.RtpCapabilities {
  return ortc.generateRouterRtpCapabilities(mediaCodecs(camera));
}
