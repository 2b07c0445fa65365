import { expect, test } from 'vitest';
import { cameraParameters } from './fixtures/browser.ts';
import { claimsOf, joined, newRoom, startNode } from './testing.ts';
import { largestWanted, newsOf } from './watchers.ts';

const layers = [null, 0, 1, 2];
/** Every way in which up to three may watch. */
const watched = [
  [],
  ...layers.map((a) => [a]),
  ...layers.flatMap((a) => layers.flatMap((b) => layers.map((c) => [a, b, c]))),
];

test('what is worth sending is what the most demanding watcher receives, in whatever order they come', () => {
  for (const some of watched) {
    expect(largestWanted(some) === -1).toBe(some.every((one) => one === null));
    for (const others of watched) {
      const all = largestWanted([...some, ...others]);
      expect(all).toBe(Math.max(largestWanted(some), largestWanted(others)));
      expect(all).toBe(largestWanted([...others, ...some]));
    }
  }
});

test('more is told at once, less waits, and what is known is not told again', () => {
  const all = [-1, 0, 1, 2];
  for (const told of all) {
    for (const wanted of all) {
      const news = newsOf(told, wanted);
      expect(news === null).toBe(told === wanted);
      expect(news === 'now').toBe(wanted > told);
    }
  }
});

test('a sender learns which layer of its camera anybody receives', async () => {
  const { url } = await startNode();
  const room = newRoom();
  const { caller: amara } = await joined(url, claimsOf(room));
  const { producerId } = await amara.ask('produce', {
    source: 'camera',
    rtpParameters: cameraParameters(),
    paused: false,
  });
  const chidi = await joined(url, claimsOf(room));
  const dana = await joined(url, claimsOf(room));
  const [toChidi, toDana] = [chidi, dana].map(({ reply }) => reply.consumers[0]?.consumerId ?? '');
  await chidi.caller.ask('setPreferredLayers', { consumerId: `${toChidi}`, spatialLayer: 0 });
  await dana.caller.ask('setPreferredLayers', { consumerId: `${toDana}`, spatialLayer: 1 });
  expect(await amara.next('layerWanted')).toEqual({ producerId, layer: 1 });
  await joined(url, claimsOf(room));
  expect(await amara.next('layerWanted')).toEqual({ producerId, layer: 2 });
});
