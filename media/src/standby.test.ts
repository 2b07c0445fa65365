import { type MemberId, type PeerId, type ReplyData, type RequestData, request, standbyProtocol } from '@ajar/shared';
import { expect, test } from 'vitest';
import { browserDtls, cameraParameters, microphoneParameters } from './fixtures/browser.ts';
import { mintRoomToken, mintStandbyToken } from './room-token.ts';
import { Caller, claimsOf, connectTo, joined, newRoom, secret, startNode, until } from './testing.ts';

type StandBy = typeof standbyProtocol;

async function standBy(url: string, member: MemberId) {
  const socket = await connectTo(`${url}/standby`, await mintStandbyToken({ member }, secret));
  const begin = (data: RequestData<StandBy, 'begin'>) => request(socket, standbyProtocol, 'begin', data);
  const reply = await request(socket, standbyProtocol, 'standBy', { dtls: browserDtls });
  return { socket, begin, ...reply };
}

const camera = () => ({ source: 'camera' as const, rtpParameters: cameraParameters() });
const microphone = () => ({ source: 'microphone' as const, rtpParameters: microphoneParameters() });
const idsOf = ({
  sendTransport,
  recvTransport,
}: Pick<ReplyData<StandBy, 'standBy'>, 'sendTransport' | 'recvTransport'>) => [sendTransport.id, recvTransport.id];

test('whoever joins goes on with the transports that stood by, and with what was begun of what they send', async () => {
  const { url, node } = await startNode();
  const room = newRoom();
  const bea = await joined(url, claimsOf(room));
  await bea.caller.ask('produce', { ...camera(), paused: false });
  await bea.caller.ask('produce', { ...microphone(), paused: false });
  const claims = claimsOf(room);
  const stood = await standBy(url, claims.member);
  const begun = await stood.begin(camera());
  await stood.begin(microphone());
  expect(node.report().peers).toBe(1);

  const caller = await Caller.connect(url, claims);
  const reply = await caller.join({ standby: { id: stood.standbyId, sources: ['camera'] } });
  expect(idsOf(reply)).toEqual(idsOf(stood));
  expect(reply.peerId).toBe(stood.standbyId);
  // It could flow at once; but a key frame that the browser cannot place yet is lost to it.
  expect(reply.consumers).toMatchObject([
    { source: 'camera', waits: true },
    { source: 'microphone', waits: false },
  ]);
  // Of what was begun, what they send and nothing else reaches the others, and not before it has its track.
  const ready = await bea.caller.next('consumerReady');
  expect(ready).toMatchObject({
    source: 'camera',
    producerId: begun.producerId,
    peerId: reply.peerId,
    producerPaused: true,
  });
  await caller.ask('setProducerPaused', { producerId: begun.producerId, paused: false });
  expect(await bea.caller.next('consumerResumed')).toEqual({ consumerId: ready.consumerId });
  await bea.caller.settle();
  expect(bea.caller.untaken.filter((name) => name === 'consumerReady')).toEqual([]);

  // The standby is over, its transports are not.
  stood.socket.disconnect();
  await caller.ask('restartIce', { transportId: stood.sendTransport.id });
  expect(await caller.ask('produce', { ...microphone(), paused: false })).toHaveProperty('producerId');
});

test('what stands by is its owner’s alone, and good once', async () => {
  const { url } = await startNode();
  const room = newRoom();
  const claims = claimsOf(room);
  const stood = await standBy(url, claims.member);
  const other = await Caller.connect(url, claimsOf(room));
  const standby = { id: stood.standbyId, sources: [] };
  expect(idsOf(await other.join({ standby }))).not.toEqual(idsOf(stood));
  const owner = await Caller.connect(url, claims);
  expect(idsOf(await owner.join({ standby }))).toEqual(idsOf(stood));
  const again = await Caller.connect(url, claims);
  const third = await again.join({ standby });
  expect(idsOf(third)).not.toEqual(idsOf(stood));
  expect(third.peerId).not.toBe(stood.standbyId);
});

test('who may not speak sends nothing of what was begun', async () => {
  const { url } = await startNode();
  const room = newRoom();
  const bea = await joined(url, claimsOf(room));
  const claims = claimsOf(room, { may: { speak: false, share: false, moderate: false } });
  const stood = await standBy(url, claims.member);
  await stood.begin(camera());
  const caller = await Caller.connect(url, claims);
  await caller.join({ standby: { id: stood.standbyId, sources: ['camera'] } });
  await bea.caller.next('peerJoined');
  await caller.settle();
  await bea.caller.settle();
  expect(bea.caller.untaken).toEqual([]);
});

test('rooms are made where people stand by, and transports on another worker are left alone', async () => {
  const { url, node } = await startNode({ workers: 2 });
  const room = newRoom();
  const [amara, chidi] = [claimsOf(room), claimsOf(room)];
  const stood = [await standBy(url, amara.member), await standBy(url, chidi.member)];
  const replies: ReplyData<StandBy, 'standBy'>[] = [];
  for (const [index, claims] of [amara, chidi].entries()) {
    const caller = await Caller.connect(url, claims);
    const id = stood[index]?.standbyId as PeerId;
    const reply = await caller.join({ standby: { id, sources: [] } });
    replies.push({ ...reply, standbyId: reply.peerId });
  }
  expect(replies.map(idsOf)).toEqual(stood.map(idsOf));
  expect(node.report().peers).toBe(2);
});

test('with the socket goes what stood by, and a fourth window ends the first', async () => {
  const { url } = await startNode();
  const claims = claimsOf(newRoom());
  const first = await standBy(url, claims.member);
  await standBy(url, claims.member);
  await standBy(url, claims.member);
  const fourth = await standBy(url, claims.member);
  const caller = await Caller.connect(url, claims);
  const reply = await caller.join({ standby: { id: first.standbyId, sources: [] } });
  expect(idsOf(reply)).not.toEqual(idsOf(first));
  fourth.socket.disconnect();
  await caller.ask('leave', {});
  await until(async () => {
    const next = await Caller.connect(url, claims);
    const { sendTransport } = await next.join({ standby: { id: fourth.standbyId, sources: [] } });
    await next.ask('leave', {});
    return sendTransport.id !== fourth.sendTransport.id;
  });
});

test('a node that is full says so, and what is wrong is refused with the field named', async () => {
  const { url } = await startNode({ standbyLimit: 1 });
  const stood = await standBy(url, claimsOf(newRoom()).member);
  await expect(standBy(url, claimsOf(newRoom()).member)).rejects.toMatchObject({ code: 'no-standby' });
  await expect(stood.begin({ source: 'camera', rtpParameters: microphoneParameters() })).rejects.toMatchObject({
    code: 'bad-media-parameters',
  });
  await stood.begin(camera());
  await expect(stood.begin(camera())).rejects.toMatchObject({ code: 'begun-already' });
  const again = request(stood.socket, standbyProtocol, 'standBy', { dtls: browserDtls });
  await expect(again).rejects.toMatchObject({ code: 'stands-by-already' });
});

test('a room token is no way to stand by, nor the other way round', async () => {
  const { url } = await startNode();
  const claims = claimsOf(newRoom());
  await expect(connectTo(`${url}/standby`, await mintRoomToken(claims, secret))).rejects.toMatchObject({
    data: { code: 'token-invalid' },
  });
  await expect(connectTo(`${url}/standby`, '')).rejects.toMatchObject({ data: { code: 'token-invalid' } });
  const token = await mintStandbyToken({ member: claims.member }, secret);
  await expect(connectTo(`${url}/media`, token)).rejects.toMatchObject({ data: { code: 'token-invalid' } });
});
