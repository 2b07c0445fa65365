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
    contentHint: 'detail',
    encodings: [{ maxBitrate: 2_500_000, maxFramerate: 30, scalabilityMode: 'L1T3' }],
    codecOptions: { videoGoogleStartBitrate: 1_500 },
  },
  'screen-audio': {
    contentHint: 'music',
    encodings: [{ maxBitrate: 96_000 }],
    codecOptions: { opusStereo: true, opusFec: true, opusDtx: false },
  },
};

/** The largest of the camera's three layers, 0 to 2. */
export const fullLayer = 2;
