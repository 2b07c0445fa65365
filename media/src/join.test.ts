import { mediaProtocol, request } from '@ajar/shared';
import { io } from 'socket.io-client';
import { expect, test } from 'vitest';
import {
  audioOnlyCapabilities,
  browserCapabilities,
  browserDtls,
  cameraParameters,
  microphoneParameters,
} from './fixtures/browser.ts';
import { mintRoomToken } from './room-token.ts';
import { Caller, claimsOf, joined, newRoom, secret, startNode, until } from './testing.ts';

test('join is one round trip: both transports, connected, and everybody present', async () => {
  const { url, node, moments } = await startNode();
  const room = newRoom();
  const amara = await joined(url, claimsOf(room, { name: 'Amara' }));
  expect(amara.reply).toMatchObject({ peers: [], consumers: [], iceServers: [] });
  for (const transport of [amara.reply.sendTransport, amara.reply.recvTransport]) {
    expect(transport.iceCandidates.map(({ protocol }) => protocol)).toEqual(['udp', 'tcp']);
    expect(transport.dtlsParameters.role).toBe('server');
  }
  // By a data channel the first to come opens the path on which they receive, though there is nobody to receive yet.
  expect(amara.reply.recvTransport.sctpParameters).toMatchObject({ port: 5000 });
  expect(amara.reply.sendTransport.sctpParameters).toBeUndefined();
  const chidi = await joined(url, claimsOf(room, { name: 'Chidi' }));
  const seen = { peerId: amara.reply.peerId, memberId: amara.caller.claims.member, name: 'Amara', reconnecting: false };
  expect(chidi.reply.peers).toEqual([seen]);
  expect(await amara.caller.next('peerJoined')).toMatchObject({ peerId: chidi.reply.peerId, name: 'Chidi' });
  expect(moments).toEqual([`joined ${amara.caller.claims.member}`, `joined ${chidi.caller.claims.member}`]);
  expect(node.report()).toMatchObject({ nodeId: 'test', peers: 2, rooms: [{ roomId: room }] });
  expect(node.report().rooms[0]?.people.map(({ memberId }) => memberId)).toEqual([
    amara.caller.claims.member,
    chidi.caller.claims.member,
  ]);
});

test('the reply holds a consumer for every producer already there', async () => {
  const { url } = await startNode();
  const room = newRoom();
  const { caller: amara, reply } = await joined(url, claimsOf(room));
  const microphone = await amara.ask('produce', {
    source: 'microphone',
    rtpParameters: microphoneParameters(),
    paused: true,
  });
  await amara.ask('produce', { source: 'camera', rtpParameters: cameraParameters(), paused: false });
  const chidi = await joined(url, claimsOf(room));
  expect(chidi.reply.consumers).toMatchObject([
    {
      source: 'microphone',
      kind: 'audio',
      peerId: reply.peerId,
      producerId: microphone.producerId,
      producerPaused: true,
    },
    { source: 'camera', kind: 'video', peerId: reply.peerId, producerPaused: false, waits: false },
  ]);
  await chidi.caller.settle();
  expect(chidi.caller.untaken).toEqual([]);
});

test('what a browser cannot decode is left out', async () => {
  const { url } = await startNode();
  const room = newRoom();
  const { caller: amara } = await joined(url, claimsOf(room));
  await amara.ask('produce', { source: 'camera', rtpParameters: cameraParameters(), paused: false });
  await amara.ask('produce', { source: 'microphone', rtpParameters: microphoneParameters(), paused: false });
  const chidi = await Caller.connect(url, claimsOf(room));
  const { consumers } = await chidi.join({ rtpCapabilities: audioOnlyCapabilities });
  expect(consumers.map(({ source }) => source)).toEqual(['microphone']);
});

test('what is missing of a voice is sent again to whoever says that they would ask', async () => {
  const { url } = await startNode();
  const room = newRoom();
  const amara = await joined(url, claimsOf(room));
  await amara.caller.ask('produce', { source: 'microphone', rtpParameters: microphoneParameters(), paused: false });
  const asking = structuredClone(browserCapabilities);
  for (const { kind, rtcpFeedback } of asking.codecs ?? []) if (kind === 'audio') rtcpFeedback?.push({ type: 'nack' });
  for (const [rtpCapabilities, asks] of [
    [asking, true],
    [browserCapabilities, false],
  ] as const) {
    const { consumers } = await (await Caller.connect(url, claimsOf(room))).join({ rtpCapabilities });
    const feedback = consumers[0]?.rtpParameters.codecs.flatMap(({ rtcpFeedback = [] }) => rtcpFeedback);
    expect(feedback?.some(({ type }) => type === 'nack')).toBe(asks);
  }
});

test('without fingerprints the transports are connected afterwards, each once', async () => {
  const { url } = await startNode();
  const caller = await Caller.connect(url, claimsOf(newRoom()));
  const { sendTransport } = await caller.join({ dtls: null });
  expect(sendTransport.dtlsParameters.role).toBe('auto');
  const connect = { transportId: sendTransport.id, dtlsParameters: { ...browserDtls, role: 'client' as const } };
  expect(await caller.ask('connectTransport', connect)).toEqual({});
  await expect(caller.ask('connectTransport', connect)).rejects.toMatchObject({
    category: 'conflict',
    code: 'transport-connected',
  });
  await expect(caller.ask('connectTransport', { ...connect, transportId: 'other' })).rejects.toMatchObject({
    category: 'not-found',
  });
});

test('two people who join in the same moment are in one room', async () => {
  const { url, node } = await startNode({ workers: 2 });
  const room = newRoom();
  const callers = await Promise.all([1, 2, 3].map(() => Caller.connect(url, claimsOf(room))));
  const replies = await Promise.all(callers.map((caller) => caller.join()));
  expect(replies.map(({ peers }) => peers.length).sort()).toEqual([0, 1, 2]);
  expect(node.report()).toMatchObject({ peers: 3, rooms: [{ roomId: room }] });
});

test('a second join on the same socket is a conflict, also while the first is on its way', async () => {
  const { url } = await startNode();
  const caller = await Caller.connect(url, claimsOf(newRoom()));
  const first = caller.join();
  const conflict = { category: 'conflict', code: 'already-joined' };
  await expect(caller.join()).rejects.toMatchObject(conflict);
  await first;
  await expect(caller.join()).rejects.toMatchObject(conflict);
});

test('wrong parameters are bad input, and leave neither a peer nor a room', async () => {
  const { url, node, moments } = await startNode();
  const caller = await Caller.connect(url, claimsOf(newRoom()));
  const bad = { category: 'bad-input' };
  const send = (data: unknown) => request(caller.socket, mediaProtocol, 'join', data as never);
  await expect(send({})).rejects.toMatchObject(bad);
  await expect(send({ rtpCapabilities: { codecs: 'opus' }, dtls: null })).rejects.toMatchObject(bad);
  await expect(send({ rtpCapabilities: { codecs: [{}] }, dtls: null })).rejects.toMatchObject(bad);
  const dtls = { fingerprints: [{ algorithm: 'sha-9', value: 'x' }] };
  await expect(send({ rtpCapabilities: browserCapabilities, dtls })).rejects.toMatchObject(bad);
  const nobody = { fingerprints: [] };
  await expect(send({ rtpCapabilities: browserCapabilities, dtls: nobody })).rejects.toMatchObject(bad);
  expect(node.report()).toMatchObject({ peers: 0, rooms: [] });
  expect(moments).toEqual([]);
  expect((await caller.join()).peers).toEqual([]);
});

test('before joining everything else is a conflict', async () => {
  const { url } = await startNode();
  const caller = await Caller.connect(url, claimsOf(newRoom()));
  const conflict = { category: 'conflict', code: 'not-joined' };
  await expect(caller.ask('leave', {})).rejects.toMatchObject(conflict);
  await expect(caller.ask('resumeConsumers', { consumerIds: ['x'] })).rejects.toMatchObject(conflict);
});

test('a socket that does not join is let go', async () => {
  const { url } = await startNode({ joinWithin: 50 });
  const caller = await Caller.connect(url, claimsOf(newRoom()));
  await until(() => caller.socket.disconnected);
  expect(caller.socket.active).toBe(false);
});

test('a bad token never connects, and the answer says why', async () => {
  const { url } = await startNode();
  const expired = await mintRoomToken(claimsOf(newRoom()), secret, -10_000);
  for (const [token, code] of [
    [expired, 'token-expired'],
    ['nonsense', 'token-invalid'],
    [undefined, 'token-invalid'],
  ]) {
    const socket = io(`${url}/media`, { transports: ['websocket'], forceNew: true, auth: { token } });
    const error = await new Promise((resolve) => socket.once('connect_error', resolve));
    expect(error).toMatchObject({ data: { code, category: 'not-allowed' } });
    socket.disconnect();
  }
});

test('a closed node refuses who comes', async () => {
  const { url, node } = await startNode();
  const inside = await Caller.connect(url, claimsOf(newRoom()));
  await node.close();
  await node.close();
  await expect(inside.join()).rejects.toMatchObject({ category: 'unavailable', code: 'node-closed' });
  await expect(Caller.connect(url, claimsOf(newRoom()))).rejects.toMatchObject({ data: { code: 'node-closed' } });
  expect(() => node.closeRoom(newRoom())).toThrow(expect.objectContaining({ name: 'ClosedError' }));
});
