import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { microphoneParameters } from './fixtures/browser.ts';
import { Caller, claimsOf, joined, newRoom, startNode, type TestNode, until } from './testing.ts';

async function amaraAndChidi(started: TestNode) {
  const room = newRoom();
  const amara = await joined(started.url, claimsOf(room, { name: 'Amara' }));
  const chidi = await joined(started.url, claimsOf(room, { name: 'Chidi' }));
  await amara.caller.next('peerJoined');
  started.moments.length = 0;
  return { room, amara, chidi };
}

test('who leaves is gone at once, and an empty room closes itself', async () => {
  const started = await startNode();
  const { amara, chidi } = await amaraAndChidi(started);
  await chidi.caller.ask('leave', {});
  expect(await amara.caller.next('peerLeft')).toEqual({ peerId: chidi.reply.peerId });
  await amara.caller.ask('leave', {});
  expect(started.moments).toEqual([`left ${chidi.caller.claims.member}`, `left ${amara.caller.claims.member}`]);
  expect(started.node.report()).toMatchObject({ peers: 0, rooms: [] });
  await expect(amara.caller.ask('leave', {})).rejects.toMatchObject({ code: 'not-joined' });
  // The same socket may come in again.
  expect(await amara.caller.join()).toMatchObject({ peers: [] });
});

test('who leaves while they are still being let in is not kept', async () => {
  const started = await startNode();
  const room = newRoom();
  const amara = await joined(started.url, claimsOf(room, { name: 'Amara' }));
  const chidi = await Caller.connect(started.url, claimsOf(room, { name: 'Chidi' }));
  const [joining] = await Promise.allSettled([chidi.join(), chidi.ask('leave', {})]);
  expect(joining).toMatchObject({ status: 'rejected', reason: { code: 'not-joined' } });
  await until(() => started.moments.includes(`left ${chidi.claims.member}`));
  expect(started.node.report()).toMatchObject({ peers: 1 });
  expect(started.node.report().rooms[0]?.people.map(({ memberId }) => memberId)).toEqual([amara.caller.claims.member]);
  // The same socket may come in again, and stays then.
  expect(await chidi.join()).toMatchObject({ peers: [{ name: 'Amara' }] });
});

test('a broken connection is recovered with the same peer, and what was missed is replayed', async () => {
  const started = await startNode();
  const { amara, chidi } = await amaraAndChidi(started);
  await chidi.caller.next('activeSpeaker');
  chidi.caller.socket.io.reconnection(false);
  chidi.caller.socket.io.engine.close();
  expect(await amara.caller.next('peerChanged')).toMatchObject({ peerId: chidi.reply.peerId, reconnecting: true });
  const { producerId } = await amara.caller.ask('produce', {
    source: 'microphone',
    rtpParameters: microphoneParameters(),
    paused: false,
  });
  chidi.caller.socket.connect();
  expect(await amara.caller.next('peerChanged')).toMatchObject({ peerId: chidi.reply.peerId, reconnecting: false });
  const { consumerId, producerId: replayed } = await chidi.caller.next('consumerReady');
  expect(replayed).toBe(producerId);
  expect(chidi.caller.socket.recovered).toBe(true);
  // Its transports and consumers are the ones it had.
  const transportId = chidi.reply.recvTransport.id;
  await chidi.caller.ask('restartIce', { transportId });
  await chidi.caller.ask('setPreferredLayers', { consumerId, spatialLayer: 0 });
  expect(started.moments).toEqual([]);
});

test('a connection that cannot be recovered joins again in its own place', async () => {
  const started = await startNode({}, false);
  const { amara, chidi } = await amaraAndChidi(started);
  await chidi.caller.breakConnection();
  expect(chidi.caller.socket.recovered).not.toBe(true);
  const { peerId, peers } = await chidi.caller.join();
  expect(peers.map(({ name }) => name)).toEqual(['Amara']);
  // In this order: who is there again has not left for a moment.
  await until(() => amara.caller.untaken.includes('peerLeft'));
  expect(amara.caller.untaken.filter((name) => name !== 'peerChanged')).toEqual(['peerJoined', 'peerLeft']);
  expect(await amara.caller.next('peerLeft')).toEqual({ peerId: chidi.reply.peerId });
  expect(await amara.caller.next('peerJoined')).toMatchObject({ peerId, memberId: chidi.caller.claims.member });
  expect(started.moments).toEqual([]);
});

test('who does not come back within the grace has left', async () => {
  const started = await startNode({ peerGrace: 50 });
  const { amara, chidi } = await amaraAndChidi(started);
  chidi.caller.socket.disconnect();
  expect(await amara.caller.next('peerChanged')).toMatchObject({ reconnecting: true });
  expect(await amara.caller.next('peerLeft')).toEqual({ peerId: chidi.reply.peerId });
  expect(started.moments).toEqual([`left ${chidi.caller.claims.member}`]);
});

test('a connection recovered after the grace is told to join again', async () => {
  const started = await startNode({ peerGrace: 10 });
  const { amara, chidi } = await amaraAndChidi(started);
  await chidi.caller.next('activeSpeaker');
  chidi.caller.socket.io.reconnection(false);
  chidi.caller.socket.io.engine.close();
  await amara.caller.next('peerLeft');
  chidi.caller.socket.connect();
  expect(await chidi.caller.next('rejoin')).toEqual({ reason: 'room-moved' });
  expect(chidi.caller.socket.recovered).toBe(true);
  await chidi.caller.join();
  const { member } = chidi.caller.claims;
  expect(started.moments).toEqual([`left ${member}`, `joined ${member}`]);
});

test('the same member elsewhere takes the place at once; the old window is told and out', async () => {
  const started = await startNode();
  const { amara, chidi } = await amaraAndChidi(started);
  const again = await joined(started.url, chidi.caller.claims);
  expect(await chidi.caller.next('removed')).toEqual({ reason: 'elsewhere' });
  expect(await amara.caller.next('peerLeft')).toEqual({ peerId: chidi.reply.peerId });
  expect(await amara.caller.next('peerJoined')).toMatchObject({ peerId: again.reply.peerId });
  expect(again.reply.peers.map(({ name }) => name)).toEqual(['Amara']);
  await until(() => chidi.caller.socket.disconnected);
  expect(started.moments).toEqual([]);
  expect(started.node.report().peers).toBe(2);
});

test('an old window whose connection comes back later does not take the place again', async () => {
  const started = await startNode();
  const { amara, chidi } = await amaraAndChidi(started);
  await chidi.caller.next('activeSpeaker');
  chidi.caller.socket.io.reconnection(false);
  chidi.caller.socket.io.engine.close();
  await amara.caller.next('peerChanged');
  const again = await joined(started.url, chidi.caller.claims);
  chidi.caller.socket.connect();
  expect(await chidi.caller.next('removed')).toEqual({ reason: 'elsewhere' });
  await again.caller.settle();
  expect(again.caller.untaken).toEqual([]);
});

test('the same member twice in the same moment is one peer', async () => {
  const started = await startNode();
  const claims = claimsOf(newRoom());
  const callers = await Promise.all([1, 2].map(() => Caller.connect(started.url, claims)));
  const answers = await Promise.allSettled(callers.map((caller) => caller.join()));
  expect(answers.some(({ status }) => status === 'fulfilled')).toBe(true);
  expect(started.node.report()).toMatchObject({ peers: 1, rooms: [{ people: [{ memberId: claims.member }] }] });
  expect(started.moments).toEqual([`joined ${claims.member}`]);
});

test('a room the hub closes is over for everybody in it, and opens no more', async () => {
  const started = await startNode();
  const { room, amara, chidi } = await amaraAndChidi(started);
  started.node.closeRoom(room);
  for (const { caller } of [amara, chidi]) expect(await caller.next('removed')).toEqual({ reason: 'room-closed' });
  expect(started.moments).toEqual([`left ${amara.caller.claims.member}`, `left ${chidi.caller.claims.member}`]);
  const late = await Caller.connect(started.url, claimsOf(room));
  await expect(late.join()).rejects.toMatchObject({ category: 'conflict', code: 'room-ended' });
});

test('who is taken out has left in the eyes of the others, is told that it is over, and does not get in again', async () => {
  const started = await startNode();
  const { room, amara, chidi } = await amaraAndChidi(started);
  started.node.removePeer(room, amara.caller.claims.member);
  expect(await amara.caller.next('removed')).toEqual({ reason: 'room-closed' });
  expect(await chidi.caller.next('peerLeft')).toEqual({ peerId: amara.reply.peerId });
  expect(started.moments).toEqual([`left ${amara.caller.claims.member}`]);
  expect(started.node.report()).toMatchObject({ peers: 1 });
  const again = await Caller.connect(started.url, amara.caller.claims);
  await expect(again.join()).rejects.toMatchObject({ category: 'conflict', code: 'room-ended' });
  const other = await joined(started.url, claimsOf(room));
  expect(other.reply.peers.map(({ memberId }) => memberId)).toEqual([chidi.caller.claims.member]);
});

test('who is taken out but may return has left in the eyes of the others, and comes back as a newcomer', async () => {
  const started = await startNode({ peerGrace: 600_000 });
  const { room, amara, chidi } = await amaraAndChidi(started);
  // Their place is kept: nobody has said that they leave.
  amara.caller.socket.disconnect();
  await chidi.caller.next('peerChanged');
  started.node.removePeer(room, amara.caller.claims.member, true);
  expect(await chidi.caller.next('peerLeft')).toEqual({ peerId: amara.reply.peerId });
  expect(started.moments).toEqual([`left ${amara.caller.claims.member}`]);
  const again = await joined(started.url, amara.caller.claims);
  expect(again.reply.peers.map(({ memberId }) => memberId)).toEqual([chidi.caller.claims.member]);
});

test('who goes while they join has a place for the grace, and no longer', async () => {
  const started = await startNode({ peerGrace: 10 });
  const caller = await Caller.connect(started.url, claimsOf(newRoom()));
  const joining = caller.join().catch(() => undefined);
  // Long enough for the request to be on its way, in most runs; the end is the same in all of them.
  await sleep(1);
  caller.socket.disconnect();
  await joining;
  await until(() => started.node.report().rooms.length === 0);
  expect(started.node.report().peers).toBe(0);
});
