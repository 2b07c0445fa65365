import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Encoded, Encoding } from './encoding.ts';
import { sending } from './sources.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A picture of this source, as a browser would encode it: of each layer its scale, or `off`. */
function pictureOf(source: 'camera' | 'screen') {
  let parameters = { encodings: sending[source].encodings } as unknown as RTCRtpSendParameters;
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
  return { encoding: new Encoding(source, () => now), now, layers, changes: () => changes };
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
