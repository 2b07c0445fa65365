import { observer, type types } from 'mediasoup';
import { expect, test, vi } from 'vitest';
import { cameraParameters } from './fixtures/browser.ts';
import { claimsOf, joined, newRoom, startNode } from './testing.ts';

/** Amara films, Chidi receives it; and what the worker is told of that. */
async function filmed() {
  const consumers: types.Consumer[] = [];
  observer.once('newworker', (worker) =>
    worker.observer.on('newrouter', (router) =>
      router.observer.on('newtransport', (transport) =>
        transport.observer.on('newconsumer', (consumer) => consumers.push(consumer)),
      ),
    ),
  );
  const { url } = await startNode({ workers: 1 });
  const room = newRoom();
  const { caller: amara } = await joined(url, claimsOf(room));
  const camera = { source: 'camera', rtpParameters: cameraParameters(), paused: false } as const;
  const { producerId } = await amara.ask('produce', camera);
  const { caller: chidi, reply } = await joined(url, claimsOf(room));
  const consumerId = reply.consumers[0]?.consumerId ?? '';
  const layer = () => consumers.find(({ id }) => id === consumerId)?.preferredLayers?.spatialLayer;
  return { amara, chidi, producerId, consumerId, layer };
}

test('nobody waits for layers that are not sent, and each has what they asked for once they are', async () => {
  const { amara, chidi, producerId, consumerId, layer } = await filmed();
  await chidi.ask('setPreferredLayers', { consumerId, spatialLayer: 2 });
  expect(layer()).toBe(2);
  await amara.ask('setSentLayers', { producerId, spatialLayer: 1 });
  await vi.waitFor(() => expect(layer()).toBe(1));
  await chidi.ask('setPreferredLayers', { consumerId, spatialLayer: 0 });
  expect(layer()).toBe(0);
  await chidi.ask('setPreferredLayers', { consumerId, spatialLayer: 2 });
  expect(layer()).toBe(1);
  await amara.ask('setSentLayers', { producerId, spatialLayer: 2 });
  await vi.waitFor(() => expect(layer()).toBe(2));
});

test('what is not sent is still wanted: its sender is told of no smaller layer', async () => {
  const { amara, chidi, producerId, consumerId, layer } = await filmed();
  await amara.ask('setSentLayers', { producerId, spatialLayer: 0 });
  await vi.waitFor(() => expect(layer()).toBe(0));
  // The next change of what is wanted is told of, and nothing before it.
  await chidi.ask('setPreferredLayers', { consumerId, spatialLayer: 1 });
  expect(await amara.next('layerWanted')).toEqual({ producerId, layer: 1 });
});

test('what is sent is told by its sender alone', async () => {
  const { amara, chidi, producerId } = await filmed();
  const missing = { category: 'not-found', code: 'no-such-producer' };
  await expect(chidi.ask('setSentLayers', { producerId, spatialLayer: 0 })).rejects.toMatchObject(missing);
  await expect(amara.ask('setSentLayers', { producerId: 'x', spatialLayer: 0 })).rejects.toMatchObject(missing);
  const none = { producerId, spatialLayer: -1 };
  await expect(amara.ask('setSentLayers', none)).rejects.toMatchObject({ category: 'bad-input' });
});
