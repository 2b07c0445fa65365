import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Encoded, Encoding, type Scalable } from './encoding.ts';
import { encodingsOf, sending } from './sources.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A picture of this source, as a browser would encode it: of each layer its scale, or `off`. */
function pictureOf(source: 'camera' | 'screen', layered = false) {
  let parameters = {
    encodings: layered ? encodingsOf(source, undefined, true) : sending[source].encodings,
  } as unknown as RTCRtpSendParameters;
  let changes = 0;
  const now: Encoded = {
    paused: false,
    sender: {
      getParameters: () => parameters,
      setParameters: async (next) => {
        changes += 1;
        parameters = next;
      },
    },
  };
  const layers = () =>
    parameters.encodings.map(({ active, scaleResolutionDownBy }) =>
      active === false ? 'off' : (scaleResolutionDownBy ?? 'whole'),
    );
  const only = () => parameters.encodings[0] as Scalable;
  return { only, encoding: new Encoding(source, () => now), now, layers, changes: () => changes };
}

const soon = () => vi.advanceTimersByTimeAsync(0);
const later = () => vi.advanceTimersByTimeAsync(1_000);

test('a picture begins with a quarter of its pixels, all layers of it, and is whole a moment later', async () => {
  const { encoding, layers } = pictureOf('camera');
  encoding.begin();
  await soon();
  expect(layers()).toEqual([8, 4, 2]);
  await later();
  expect(layers()).toEqual([4, 2, 1]);
});

test('what nobody receives is not encoded, and begins small again for whoever comes next', async () => {
  const { encoding, layers } = pictureOf('camera');
  encoding.begin();
  await later();
  encoding.limit(-1);
  await soon();
  expect(layers()).toEqual(['off', 'off', 'off']);
  expect(encoding.wanted).toBe(false);
  encoding.limit(1);
  await soon();
  expect(layers()).toEqual([8, 4, 'off']);
  await later();
  expect(layers()).toEqual([4, 2, 'off']);
});

test('fewer or more layers for those who watch already change no size', async () => {
  const { encoding, layers } = pictureOf('camera');
  encoding.begin();
  await later();
  encoding.limit(0);
  encoding.limit(2);
  await soon();
  expect(layers()).toEqual([4, 2, 1]);
});

test('a picture that is paused while it is small stays off', async () => {
  const { encoding, layers, now } = pictureOf('camera');
  encoding.begin();
  now.paused = true;
  encoding.renew();
  await later();
  expect(layers()).toEqual(['off', 'off', 'off']);
});

test('a screen has one size from the first: its words are to be read', async () => {
  const { encoding, layers } = pictureOf('screen');
  encoding.begin();
  await soon();
  expect(layers()).toEqual(['whole']);
  await later();
  expect(layers()).toEqual(['whole']);
});

test('what is right already is not set again', async () => {
  const { encoding, changes } = pictureOf('camera');
  encoding.begin();
  await later();
  const before = changes();
  encoding.renew();
  await later();
  expect(changes()).toBe(before);
});

test('one picture of three layers is as large as the largest that anybody receives, and holds no more', async () => {
  const { encoding, only } = pictureOf('camera', true);
  expect(only()).toMatchObject({ scalabilityMode: 'L3T3_KEY', scaleResolutionDownBy: 2 });
  encoding.begin();
  await later();
  expect(only()).toMatchObject({ scalabilityMode: 'L3T3_KEY', scaleResolutionDownBy: 1, active: true });
  encoding.limit(1);
  await soon();
  expect(only()).toMatchObject({ scalabilityMode: 'L2T3_KEY', scaleResolutionDownBy: 2, active: true });
  encoding.limit(0);
  await soon();
  expect(only()).toMatchObject({ scalabilityMode: 'L1T3', scaleResolutionDownBy: 4, maxBitrate: 120_000 });
  encoding.limit(-1);
  await soon();
  expect(only().active).toBe(false);
  encoding.limit(2);
  await soon();
  expect(only()).toMatchObject({ scalabilityMode: 'L3T3_KEY', scaleResolutionDownBy: 2, active: true });
});
