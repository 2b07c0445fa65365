import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { microphoneParameters } from './fixtures/browser.ts';
import { MediaNode } from './node.ts';
import { Caller, claimsOf, isAlive, joined, newRoom, quiet, secret, startNode, until } from './testing.ts';
import { WorkerPool } from './worker-pool.ts';

function only<T>(values: readonly T[]): T {
  const [first] = values;
  if (first === undefined || values.length > 1) throw new Error(`expected one value, not ${values.length}`);
  return first;
}

test('a killed worker is replaced, and its peers join again on the same socket', async () => {
  const { node, url, moments } = await startNode();
  const room = newRoom();
  const amara = await joined(url, claimsOf(room));
  const chidi = await joined(url, claimsOf(room));
  const pid = only(node.workerPids);
  const died = once(node, 'died');
  process.kill(pid, 'SIGKILL');
  for (const { caller } of [amara, chidi]) expect(await caller.next('rejoin')).toEqual({ reason: 'worker-died' });
  expect(await died).toMatchObject([{ pid }]);
  expect(node.ready).toBe(false);
  // At once, while the replacement is still starting.
  const replies = await Promise.all([amara.caller.join(), chidi.caller.join()]);
  expect(replies.map(({ peers }) => peers.length).sort()).toEqual([0, 1]);
  expect(only(node.workerPids)).not.toBe(pid);
  expect(node.ready).toBe(true);
  expect(isAlive(pid)).toBe(false);
  await amara.caller.ask('produce', { source: 'microphone', rtpParameters: microphoneParameters(), paused: false });
  expect(await chidi.caller.next('consumerReady')).toMatchObject({ source: 'microphone' });
  // The hub never hears of it.
  expect(moments).toEqual([`joined ${amara.caller.claims.member}`, `joined ${chidi.caller.claims.member}`]);
});

test('a room on another worker never notices', async () => {
  const { node, url } = await startNode({ workers: 2 });
  const amara = await joined(url, claimsOf(newRoom()));
  const chidi = await joined(url, claimsOf(newRoom()));
  const rejoins: string[] = [];
  for (const [name, { caller }] of Object.entries({ amara, chidi })) {
    caller.socket.on('rejoin', () => void rejoins.push(name));
  }
  const [first] = node.workerPids;
  process.kill(Number(first), 'SIGKILL');
  await until(() => rejoins.length > 0);
  await until(() => node.ready);
  await Promise.all([amara, chidi].map(({ caller }) => caller.socket.emitWithAck('leave', {})));
  expect(rejoins).toHaveLength(1);
});

test('who does not join again after the worker died has left when the grace is over', async () => {
  const { node, url, moments } = await startNode({ peerGrace: 30 });
  const { caller } = await joined(url, claimsOf(newRoom()));
  process.kill(only(node.workerPids), 'SIGKILL');
  await caller.next('rejoin');
  await until(() => moments.length === 2);
  expect(moments[1]).toBe(`left ${caller.claims.member}`);
});

test('a worker that dies in the middle of a join costs the browser nothing', async () => {
  const { node, url } = await startNode();
  const caller = await Caller.connect(url, claimsOf(newRoom()));
  const joining = caller.join();
  process.kill(only(node.workerPids), 'SIGKILL');
  const { sendTransport } = await joining;
  // It may have joined before or after the death; in the first case it is told so.
  const told = caller.next('rejoin').then(() => caller.join());
  const asked = caller.ask('restartIce', { transportId: sendTransport.id });
  await expect(Promise.any([told, asked])).resolves.toBeDefined();
});

test('closing the node ends its workers, also one that is being replaced', async () => {
  const node = await MediaNode.create({ nodeId: 'n', listenIp: '127.0.0.1', workers: 2, secret, log: quiet });
  const pids = node.workerPids;
  expect(pids).toHaveLength(2);
  expect(pids.every(isAlive)).toBe(true);
  process.kill(Number(pids[0]), 'SIGKILL');
  await once(node, 'died');
  await node.close();
  expect(node.ready).toBe(false);
  expect([...pids, ...node.workerPids].filter(isAlive)).toEqual([]);
});

test('workers take one port each, counting up; a taken one is a clear error and leaves nothing running', async () => {
  const taken = createSocket('udp4');
  taken.bind(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address();
  const lines: string[] = [];
  const log = pino({ level: 'error' }, { write: (line) => void lines.push(line) });
  const options = { nodeId: 'n', listenIp: '127.0.0.1', firstPort: port, workers: 1, secret, log };
  await expect(MediaNode.create(options)).rejects.toMatchObject({
    category: 'set-up',
    code: 'media-port-taken',
    message: `Media port ${port} on 127.0.0.1 is taken. Set AJAR_MEDIA_PORT to a free one.`,
  });
  taken.close();
  await once(taken, 'close');
  const { url } = await startNode({ firstPort: port });
  const { reply } = await joined(url, claimsOf(newRoom()));
  expect(reply.sendTransport.iceCandidates.map((candidate) => candidate.port)).toEqual([port, port]);
});

test('a missing worker binary and unsound options are one clear line each', async () => {
  const options = { nodeId: 'n', listenIp: '127.0.0.1', workers: 1, secret, log: quiet };
  await expect(MediaNode.create({ ...options, workerBin: '/none/mediasoup-worker' })).rejects.toMatchObject({
    category: 'set-up',
    code: 'worker-missing',
  });
  await expect(MediaNode.create({ ...options, workerBin: '/bin/false' })).rejects.toMatchObject({
    code: 'worker-failed',
  });
  await expect(MediaNode.create({ ...options, listenIp: '0.0.0.0' })).rejects.toMatchObject({
    code: 'announced-address-missing',
  });
  await expect(MediaNode.create({ ...options, listenIp: '203.0.113.9' })).rejects.toMatchObject({
    code: 'media-listen-failed',
  });
  await expect(MediaNode.create({ ...options, secret: new Uint8Array(8) })).rejects.toMatchObject({
    code: 'secret-too-short',
  });
});

test('a closed pool picks nothing', async () => {
  const pool = await WorkerPool.create({ size: 1, listenIp: '127.0.0.1', log: quiet });
  await pool.close();
  await pool.close();
  expect(pool.ready).toBe(false);
  await expect(pool.pick()).rejects.toMatchObject({ name: 'ClosedError', code: 'worker-pool-closed' });
});

test('host-keeps-its-signals: mediasoup leaves no signal listener behind', async () => {
  const count = () => ['SIGINT', 'SIGTERM'].map((signal) => process.listenerCount(signal));
  const before = { listeners: count(), most: process.getMaxListeners() };
  const pool = await WorkerPool.create({ size: 3, listenIp: '127.0.0.1', log: quiet });
  expect({ listeners: count(), most: process.getMaxListeners() }).toEqual(before);
  await pool.close();
});
