import { ortc, type types } from 'mediasoup';

/**
 * What every room of every node can carry, in order of preference. Opus first with in-band FEC (a lost packet of speech
 * is mended from the next one, RFC 6716 section 2.1.7) and DTX (nothing is sent in silence). VP8 is the one video codec
 * that each browser can simulcast; mediasoup adds RTX and the feedback (transport-cc, nack, pli) itself.
 */
export const mediaCodecs: types.RouterRtpCodecCapability[] = [
  {
    kind: 'audio',
    mimeType: 'audio/opus',
    clockRate: 48_000,
    channels: 2,
    parameters: { useinbandfec: 1, usedtx: 1 },
  },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
];

/**
 * The RTP capabilities of our routers. They depend on the codecs alone, so a hub can hand them out with a room token
 * before any worker runs, and a browser can load its device before its socket opens.
 */
export function supportedRtpCapabilities(): types.RtpCapabilities {
  return ortc.generateRouterRtpCapabilities(structuredClone(mediaCodecs));
}
