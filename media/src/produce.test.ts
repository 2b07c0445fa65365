import { mediaProtocol, type RoomTokenClaims, request } from '@ajar/shared';
import { expect, test } from 'vitest';
import { cameraParameters, microphoneParameters } from './fixtures/browser.ts';
import { type Caller, claimsOf, joined, newRoom, startNode } from './testing.ts';

async function twoInARoom(more: Partial<RoomTokenClaims> = {}) {
  const { url, node } = await startNode();
  const room = newRoom();
  const amara = await joined(url, claimsOf(room, more));
  const chidi = await joined(url, claimsOf(room));
  await amara.caller.next('peerJoined');
  return { url, node, room, amara, chidi };
}

function speak(caller: Caller, paused = false) {
  return caller.ask('produce', { source: 'microphone', rtpParameters: microphoneParameters(), paused });
}

function film(caller: Caller, source: 'camera' | 'screen' = 'camera') {
  return caller.ask('produce', { source, rtpParameters: cameraParameters(), paused: false });
}

test('a new producer is pushed to everybody else as a ready consumer', async () => {
  const { amara, chidi } = await twoInARoom();
  const { producerId } = await film(amara.caller);
  const ready = await chidi.caller.next('consumerReady');
  expect(ready).toMatchObject({ producerId, peerId: amara.reply.peerId, source: 'camera', kind: 'video' });
  expect(ready.rtpParameters.encodings).toHaveLength(1);
  const { consumerId } = ready;
  expect(await chidi.caller.ask('resumeConsumers', { consumerIds: [consumerId] })).toEqual({});
  expect(await chidi.caller.ask('setPreferredLayers', { consumerId, spatialLayer: 0 })).toEqual({});
  expect(await chidi.caller.ask('pauseConsumers', { consumerIds: [consumerId] })).toEqual({});
  await amara.caller.settle();
  expect(amara.caller.untaken).toEqual([]);
});

test('muted-stays-muted: a producer made paused is paused for everybody from the first moment', async () => {
  const { amara, chidi } = await twoInARoom();
  const { producerId } = await speak(amara.caller, true);
  const { consumerId, producerPaused } = await chidi.caller.next('consumerReady');
  expect(producerPaused).toBe(true);
  await amara.caller.ask('setProducerPaused', { producerId, paused: false });
  expect(await chidi.caller.next('consumerResumed')).toEqual({ consumerId });
  await amara.caller.ask('setProducerPaused', { producerId, paused: true });
  expect(await chidi.caller.next('consumerPaused')).toEqual({ consumerId });
});

test('a closed producer closes its consumers', async () => {
  const { amara, chidi } = await twoInARoom();
  const { producerId } = await film(amara.caller, 'screen');
  const { consumerId } = await chidi.caller.next('consumerReady');
  await amara.caller.ask('closeProducer', { producerId });
  expect(await chidi.caller.next('consumerClosed')).toEqual({ consumerId });
  await expect(chidi.caller.ask('setPreferredLayers', { consumerId, spatialLayer: 1 })).rejects.toMatchObject({
    code: 'no-such-consumer',
  });
});

test('a second producer of one source takes the place of the first', async () => {
  const { amara, chidi } = await twoInARoom();
  await speak(amara.caller);
  const first = await chidi.caller.next('consumerReady');
  const { producerId } = await speak(amara.caller);
  expect(await chidi.caller.next('consumerClosed')).toEqual({ consumerId: first.consumerId });
  expect(await chidi.caller.next('consumerReady')).toMatchObject({ producerId });
});

test('microphone, camera, screen and its sound are four producers side by side', async () => {
  const { amara, chidi } = await twoInARoom();
  await speak(amara.caller);
  await film(amara.caller);
  await film(amara.caller, 'screen');
  await amara.caller.ask('produce', {
    source: 'screen-audio',
    rtpParameters: microphoneParameters(),
    paused: false,
  });
  const sources = new Set<string>();
  for (let i = 0; i < 4; i += 1) sources.add((await chidi.caller.next('consumerReady')).source);
  expect(sources).toEqual(new Set(['microphone', 'camera', 'screen', 'screen-audio']));
});

test('who may only listen neither speaks nor shares', async () => {
  const { amara } = await twoInARoom({ may: { speak: false, share: false, moderate: false } });
  await expect(speak(amara.caller)).rejects.toMatchObject({ category: 'not-allowed', code: 'may-not-speak' });
  await expect(film(amara.caller)).rejects.toMatchObject({ code: 'may-not-speak' });
  await expect(film(amara.caller, 'screen')).rejects.toMatchObject({ code: 'may-not-share' });
});

test('who may speak may still not share', async () => {
  const { amara } = await twoInARoom({ may: { speak: true, share: false, moderate: false } });
  await speak(amara.caller);
  await expect(film(amara.caller, 'screen')).rejects.toMatchObject({ code: 'may-not-share' });
});

test('wrong arguments are answered and change nothing', async () => {
  const { amara, chidi } = await twoInARoom();
  const { caller } = amara;
  const bad = { category: 'bad-input' };
  const video = { source: 'microphone' as const, rtpParameters: cameraParameters(), paused: false };
  await expect(caller.ask('produce', video)).rejects.toMatchObject(bad);
  const empty = { source: 'camera', rtpParameters: { codecs: [], encodings: [] }, paused: false };
  await expect(request(caller.socket, mediaProtocol, 'produce', empty as never)).rejects.toMatchObject(bad);
  const other = { source: 'chalk', rtpParameters: cameraParameters(), paused: false };
  await expect(request(caller.socket, mediaProtocol, 'produce', other as never)).rejects.toMatchObject(bad);
  const missing = { category: 'not-found' };
  await expect(caller.ask('closeProducer', { producerId: 'x' })).rejects.toMatchObject(missing);
  await expect(caller.ask('setProducerPaused', { producerId: 'x', paused: true })).rejects.toMatchObject(missing);
  await expect(caller.ask('setPreferredLayers', { consumerId: 'x', spatialLayer: 1 })).rejects.toMatchObject(missing);
  await expect(caller.ask('restartIce', { transportId: 'x' })).rejects.toMatchObject(missing);
  // Somebody else's transport is as good as none.
  const theirs = { transportId: chidi.reply.sendTransport.id };
  await expect(caller.ask('restartIce', theirs)).rejects.toMatchObject(missing);
  await chidi.caller.settle();
  expect(chidi.caller.untaken).toEqual([]);
});

test('ICE restarts on request, for each transport', async () => {
  const { amara } = await twoInARoom();
  for (const transport of [amara.reply.sendTransport, amara.reply.recvTransport]) {
    const { iceParameters } = await amara.caller.ask('restartIce', { transportId: transport.id });
    expect(iceParameters.usernameFragment).not.toBe(transport.iceParameters.usernameFragment);
  }
});

test('a flood of requests is refused until it calms down', async () => {
  const { amara } = await twoInARoom();
  const asked = Array.from({ length: 400 }, () => amara.caller.ask('resumeConsumers', { consumerIds: ['x'] }));
  const answers = await Promise.allSettled(asked);
  const refused = answers.filter((answer) => answer.status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.reason).toMatchObject({ category: 'too-many' });
});
