import { describe, expect, it } from 'vitest';
import { encodingsOf, heardOver } from './sources.ts';

describe('encodingsOf', () => {
  it('sends fewer and sharper pictures of what is read, in the same layers', () => {
    const [read, watched] = [encodingsOf('screen', 'text')?.[0], encodingsOf('screen', 'motion')?.[0]];
    expect(read?.maxFramerate).toBeLessThan(watched?.maxFramerate ?? 0);
    expect(read?.scalabilityMode).toBe(watched?.scalabilityMode);
    expect(encodingsOf('camera', undefined)).toHaveLength(3);
  });
});

describe('what a page says it can receive', () => {
  const [nack, pli] = [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }];
  const codecs = [
    {
      kind: 'audio' as const,
      mimeType: 'audio/opus',
      preferredPayloadType: 100,
      clockRate: 48_000,
      rtcpFeedback: [nack, { type: 'transport-cc' }],
    },
    {
      kind: 'video' as const,
      mimeType: 'video/VP8',
      preferredPayloadType: 101,
      clockRate: 90_000,
      rtcpFeedback: [nack, pli],
    },
  ];

  it('asks again for what is missing of a voice where it comes in time, and of a picture anywhere', () => {
    const feedback = (roundTrip: number) => heardOver(roundTrip, { codecs }).codecs?.map((codec) => codec.rtcpFeedback);
    expect(feedback(30)).toEqual(codecs.map((codec) => codec.rtcpFeedback));
    for (const far of [300, Number.POSITIVE_INFINITY]) {
      expect(feedback(far)).toEqual([[{ type: 'transport-cc' }], [nack, pli]]);
    }
  });
});
