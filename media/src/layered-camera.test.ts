import { expect, test } from 'vitest';
import { cameraParameters, layeredCameraParameters, vp9Capabilities } from './fixtures/browser.ts';
import { Caller, claimsOf, newRoom, startNode } from './testing.ts';

const offered = ({ codecs = [] }: { codecs?: { kind: string; mimeType: string }[] | undefined }) =>
  codecs.filter(({ kind, mimeType }) => kind === 'video' && !mimeType.endsWith('rtx')).map(({ mimeType }) => mimeType);

async function enter(url: string, room: ReturnType<typeof newRoom>, rtpCapabilities?: typeof vp9Capabilities) {
  const caller = await Caller.connect(url, claimsOf(room));
  return { caller, reply: await caller.join(rtpCapabilities ? { rtpCapabilities } : {}) };
}

const camera = { source: 'camera', paused: false } as const;

test('a node offers VP9 only where it is told to, after VP8, and then says that cameras may be sent in it', async () => {
  const usual = await startNode();
  expect(offered(usual.node.rtpCapabilities)).toEqual(['video/VP8']);
  expect((await enter(usual.url, newRoom(), vp9Capabilities)).reply.layeredCamera).toBeUndefined();
  const { node, url } = await startNode({ cameraCodec: 'vp9' });
  expect(offered(node.rtpCapabilities)).toEqual(['video/VP8', 'video/VP9']);
  expect((await enter(url, newRoom(), vp9Capabilities)).reply.layeredCamera).toBe(true);
});

test('of one picture of three layers each receives the layer they ask for, and its sender learns the largest', async () => {
  const { url } = await startNode({ cameraCodec: 'vp9' });
  const room = newRoom();
  const { caller: amara } = await enter(url, room, vp9Capabilities);
  const { producerId } = await amara.ask('produce', { ...camera, rtpParameters: layeredCameraParameters() });
  const { caller: chidi, reply } = await enter(url, room, vp9Capabilities);
  const [consumer] = reply.consumers;
  expect(consumer?.rtpParameters.codecs[0]?.mimeType).toBe('video/VP9');
  expect(consumer?.rtpParameters.encodings?.[0]?.scalabilityMode).toBe('L3T3_KEY');
  await chidi.ask('setPreferredLayers', { consumerId: consumer?.consumerId ?? '', spatialLayer: 0 });
  expect(await amara.next('layerWanted')).toEqual({ producerId, layer: 0 });
});

test('once somebody comes who cannot decode VP9, all are to send VP8, and whoever comes later is told nothing else', async () => {
  const { url } = await startNode({ cameraCodec: 'vp9' });
  const room = newRoom();
  const { caller: amara } = await enter(url, room, vp9Capabilities);
  await amara.ask('produce', { ...camera, rtpParameters: layeredCameraParameters() });
  const { caller: chidi, reply } = await enter(url, room);
  expect([reply.layeredCamera, reply.consumers]).toEqual([undefined, []]);
  await amara.next('cameraInVp8');
  await amara.ask('produce', { ...camera, rtpParameters: cameraParameters() });
  expect((await chidi.next('consumerReady')).rtpParameters.codecs[0]?.mimeType).toBe('video/VP8');
  await chidi.ask('leave', {});
  expect((await enter(url, room, vp9Capabilities)).reply.layeredCamera).toBeUndefined();
});
