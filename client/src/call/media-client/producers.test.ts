import { AjarError, type MediaSource } from '@ajar/shared';
import type { types } from 'mediasoup-client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { BySource, Wanted } from './plan.ts';
import { Producers, type ProducersOptions } from './producers.ts';
import type { Ask } from './signalling.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const trackOf = (name: string) => ({ name, kind: 'audio', readyState: 'live' }) as unknown as MediaStreamTrack;

/** A sending transport that negotiates at once, and a node that answers as `answer` says. */
function sendingTo(answer: (name: string, data: unknown) => unknown) {
  const asked: [string, unknown][] = [];
  const errors: string[] = [];
  const replaced: unknown[] = [];
  const produced: string[] = [];
  let wanted: BySource<Wanted<MediaStreamTrack>> = {};
  let awaited: MediaSource[] = [];
  type OnProduce = (
    parameters: object,
    callback: (made: { id: string }) => void,
    errback: (error: Error) => void,
  ) => void;
  let onProduce: OnProduce = () => undefined;
  const pictures = [0, 0, 0];
  const rtpSender = {
    getParameters: () => ({ encodings: pictures.map((_, rid) => ({ rid })) }),
    getStats: async () =>
      new Map(pictures.map((framesEncoded, rid) => [rid, { type: 'outbound-rtp', rid, framesEncoded }])),
  };
  const producerOf = (track: MediaStreamTrack, id: string, codec?: string) => ({
    ...{ id, track, rtpSender, kind: 'audio', close: () => undefined, observer: { once: () => undefined } },
    rtpParameters: { codecs: [{ mimeType: codec ?? 'video/VP8' }] },
    replaceTrack: async ({ track: next }: { track: unknown }) => void replaced.push(next),
  });
  const transport = {
    closed: false,
    on: (_name: string, listener: OnProduce) => {
      onProduce = listener;
    },
    produce: ({
      track,
      appData,
      codec,
      encodings = [],
    }: types.ProducerOptions<{ source: string }> & { track: MediaStreamTrack }) =>
      new Promise((resolve, reject) => {
        produced.push(`${appData?.source} ${codec?.mimeType ?? 'usual'} ${encodings.length}`);
        onProduce(
          { rtpParameters: {}, appData: appData ?? {} },
          ({ id }) => resolve(producerOf(track, id, codec?.mimeType)),
          reject,
        );
      }),
  };
  const ask = (async (name: string, data: unknown) => {
    asked.push([name, data]);
    return answer(name, data);
  }) as Ask;
  const make = (begun: [MediaSource, MediaStreamTrack, string?][] = [], layered?: types.RtpCodecCapability) =>
    new Producers({
      layered,
      transport: transport as unknown as ProducersOptions['transport'],
      ask,
      wanted: () => wanted,
      awaited: () => awaited,
      begun: new Map(
        begun.map(([source, track, codec]) => [source, producerOf(track, `begun-${source}`, codec)]),
      ) as never,
      onError: (source, { code }) => errors.push(`${source} ${code}`),
    });
  return {
    ...{ asked, errors, replaced, produced, make, pictures },
    want: (now: typeof wanted, soon: MediaSource[] = []) => {
      wanted = now;
      awaited = soon;
    },
  };
}

test('a voice the node has not answered for is sent again, and only what it refuses is left', async () => {
  let silent = 2;
  const { asked, errors, make, want } = sendingTo((name) => {
    if (name === 'produce' && silent-- > 0) throw new AjarError('unavailable', 'no-answer', 'There was no answer.');
    return { producerId: 'p' };
  });
  const producers = make();
  want({ microphone: { track: trackOf('voice'), paused: false } });
  producers.reconcile();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked.map(([name]) => name)).toEqual(['produce', 'produce', 'produce']);
  expect(errors).toEqual([]);
  expect(producers.sends('microphone')).toBe(true);
});

test('what the node refuses is said once, and not tried again with the same track', async () => {
  const { asked, errors, make, want } = sendingTo(() => {
    throw new AjarError('not-allowed', 'may-not-speak', 'You may listen here, but not speak.');
  });
  const producers = make();
  want({ microphone: { track: trackOf('voice'), paused: false } });
  producers.reconcile();
  await vi.advanceTimersByTimeAsync(60_000);
  producers.reconcile();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(1);
  expect(errors).toEqual(['microphone may-not-speak']);
});

test('what has begun waits for its track, takes it without another negotiation, and ends when none comes', async () => {
  const { asked, replaced, make, want } = sendingTo(() => ({}));
  const producers = make([
    ['microphone', trackOf('nothing')],
    ['camera', trackOf('nothing')],
  ]);
  want({}, ['microphone', 'camera']);
  producers.reconcile();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual([]);
  const voice = trackOf('voice');
  want({ microphone: { track: voice, paused: false } }, []);
  producers.reconcile();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(replaced).toEqual([voice]);
  expect(asked).toContainEqual(['setProducerPaused', { producerId: 'begun-microphone', paused: false }]);
  expect(asked).toContainEqual(['closeProducer', { producerId: 'begun-camera' }]);
  expect(asked).toHaveLength(2);
});

const vp9: types.RtpCodecCapability = {
  kind: 'video',
  mimeType: 'video/VP9',
  preferredPayloadType: 98,
  clockRate: 90_000,
};

test('a camera goes out in one picture of three layers until somebody cannot decode it, then in three pictures', async () => {
  const { asked, produced, make, want } = sendingTo(() => ({ producerId: 'p' }));
  const producers = make([], vp9);
  want({ camera: { track: trackOf('face'), paused: false }, microphone: { track: trackOf('voice'), paused: false } });
  producers.reconcile();
  await vi.advanceTimersByTimeAsync(1_000);
  producers.sendVp8();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(produced).toEqual(['microphone usual 1', 'camera video/VP9 1', 'camera usual 3']);
  expect(asked.map(([name]) => name)).toEqual(['produce', 'produce', 'closeProducer', 'produce']);
});

test('a camera that stood by in VP9 begins anew in VP8 where not everybody can decode it', async () => {
  const { asked, produced, replaced, make, want } = sendingTo(() => ({ producerId: 'p' }));
  const producers = make([['camera', trackOf('nothing'), 'video/VP9']]);
  want({ camera: { track: trackOf('face'), paused: false } });
  producers.reconcile();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(replaced).toEqual([]);
  expect(produced).toEqual(['camera usual 3']);
  expect(asked[0]).toEqual(['closeProducer', { producerId: 'begun-camera' }]);
});

test.each([
  ['has begun here', []],
  ['stood by', [['camera', trackOf('nothing')]]],
] as const)('of a camera that %s the node learns which layers do not leave', async (_how, begun) => {
  const { asked, make, want, pictures } = sendingTo(() => ({ producerId: 'begun-camera' }));
  const producers = make(begun.map((one) => [...one]));
  want({ camera: { track: trackOf('face'), paused: false } });
  producers.reconcile();
  for (let n = 0; n < 10; n += 1) {
    for (const smaller of [0, 1]) pictures[smaller] = (pictures[smaller] ?? 0) + 3;
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(asked).toContainEqual(['setSentLayers', { producerId: 'begun-camera', spatialLayer: 1 }]);
});
