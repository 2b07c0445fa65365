import type { MediaSource } from '@ajar/shared';
import type { types } from 'mediasoup-client';

type Sending = Pick<types.ProducerOptions, 'encodings' | 'codecOptions'> & { contentHint: string };

/**
 * How each source is sent. Bit rates in bit/s. The start bit rate is what lets Chromium send the full camera layer from
 * the first second: it enables a layer only when its estimate covers that layer and the ones below.
 */
export const sending: Readonly<Record<MediaSource, Sending>> = {
  microphone: {
    contentHint: 'speech',
    encodings: [{ maxBitrate: 40_000, priority: 'high' }],
    codecOptions: { opusStereo: false, opusFec: true, opusDtx: true, opusNack: true },
  },
  camera: {
    contentHint: 'motion',
    encodings: [
      { scaleResolutionDownBy: 4, maxBitrate: 120_000, scalabilityMode: 'L1T3' },
      { scaleResolutionDownBy: 2, maxBitrate: 450_000, scalabilityMode: 'L1T3' },
      { scaleResolutionDownBy: 1, maxBitrate: 1_700_000, scalabilityMode: 'L1T3' },
    ],
    codecOptions: { videoGoogleStartBitrate: 1_500 },
  },
  screen: {
    // What it shows says the rest.
    contentHint: 'detail',
    encodings: [{ scalabilityMode: 'L1T3' }],
    codecOptions: { videoGoogleStartBitrate: 1_500 },
  },
  'screen-audio': {
    contentHint: 'music',
    encodings: [{ maxBitrate: 96_000 }],
    codecOptions: { opusStereo: true, opusFec: true, opusDtx: false },
  },
};

/** What a shared screen is mostly good for: reading it, or watching something move on it. */
export type Shows = 'text' | 'motion';

/**
 * How a screen is sent. When the network is short, the content hint lets the browser give up pictures rather than
 * sharpness, or the other way round (W3C MediaStreamTrack Content Hints, section 3). Rates in bit/s and pictures a second.
 */
export const showing: Readonly<Record<Shows, { contentHint: string; maxBitrate: number; maxFramerate: number }>> = {
  text: { contentHint: 'text', maxBitrate: 2_500_000, maxFramerate: 10 },
  motion: { contentHint: 'motion', maxBitrate: 4_000_000, maxFramerate: 30 },
};

export function ratesOf(shows: Shows): { maxBitrate: number; maxFramerate: number } {
  const { maxBitrate, maxFramerate } = showing[shows];
  return { maxBitrate, maxFramerate };
}

/** By how much the layers of a picture that begins are smaller than they are to be, in width and in height. */
const smallBy = 2;

/**
 * By how much this layer is scaled down; nothing for what has but one size. Small, all layers of a picture take a quarter
 * of the time to encode and to decode, and node and network learn all the same what they come to.
 */
export function scaleOf(source: MediaSource, layer: number, small: boolean): { scaleResolutionDownBy?: number } {
  const scale = sending[source].encodings?.[layer]?.scaleResolutionDownBy;
  return scale ? { scaleResolutionDownBy: small ? scale * smallBy : scale } : {};
}

/**
 * The encodings of a source that begins now, small.
 * @param layered a camera that goes out in one picture of several layers.
 */
export function encodingsOf(source: MediaSource, shows: Shows | undefined, layered = false): Sending['encodings'] {
  if (layered) return [layersUpTo(fullLayer, true)];
  return sending[source].encodings?.map((encoding, layer) => ({
    ...encoding,
    ...(shows ? ratesOf(shows) : {}),
    ...scaleOf(source, layer, true),
  }));
}

/** The largest of the camera's three layers, 0 to 2. */
export const fullLayer = 2;

/** The longest way to the node and back, in ms, on which what is asked for again comes before it is missed. */
const nearby = 100;

/**
 * What this page can receive, for a node that is so far away (there and back, in ms). On a short way what is missing of a voice
 * is asked for again (NACK, RFC 4585). On a long one it would come too late, and the sender, who hears that everything came,
 * would leave out the FEC that would have mended it (`npm run bench -- opus`).
 */
export function heardOver(roundTrip: number, able: types.RtpCapabilities): types.RtpCapabilities {
  if (roundTrip <= nearby) return able;
  const codecs = able.codecs?.map((codec) => {
    if (codec.kind !== 'audio') return codec;
    return { ...codec, rtcpFeedback: codec.rtcpFeedback?.filter(({ type }) => type !== 'nack') ?? [] };
  });
  return codecs ? { ...able, codecs } : able;
}

/** One picture of one, two or three layers, which need those below them in key frames alone (W3C WebRTC-SVC, section 6). */
const modes = ['L1T3', 'L2T3_KEY', 'L3T3_KEY'] as const;
export const allLayers = modes[fullLayer];

/** A camera in one picture that holds its layers up to this one: as large as that, and the smaller ones as ever. */
export function layersUpTo(layer: number, small: boolean): { scalabilityMode: string; maxBitrate?: number } {
  const { maxBitrate = 0 } = sending.camera.encodings?.[layer] ?? {};
  return { scalabilityMode: modes[layer] ?? allLayers, maxBitrate, ...scaleOf('camera', layer, small) };
}
