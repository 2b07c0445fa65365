import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type NodeReport, nodesProtocol, push, type RoomMoment, serve } from '@ajar/shared';
import { Server, type Socket } from 'socket.io';
import { expect, onTestFinished, test } from 'vitest';
import { HubLink } from './hub-link.ts';
import { readNodeToken } from './room-token.ts';
import { claimsOf, joined, newRoom, quiet, secret, startNode, until } from './testing.ts';

/** The part of a hub that media nodes talk to. Ends with the test. */
async function startHub(port = 0) {
  const http = createServer();
  const sockets = new Server(http);
  onTestFinished(async () => await sockets.close());
  const reports: NodeReport[] = [];
  const moments: string[] = [];
  const tokens: unknown[] = [];
  let connected: Socket | undefined;
  const keep = (what: string) => (moment: RoomMoment) => {
    moments.push(`${what} ${moment.memberId}`);
    return {};
  };
  const nodes = sockets.of('/nodes');
  nodes.use((socket, next) => {
    tokens.push(socket.handshake.auth['token']);
    next();
  });
  nodes.on('connection', (socket) => {
    connected = socket;
    const report = (told: NodeReport) => {
      reports.push(told);
      return {};
    };
    serve(socket, nodesProtocol, { report, joined: keep('joined'), left: keep('left') });
  });
  http.listen(port, '127.0.0.1');
  await once(http, 'listening');
  const { port: taken } = http.address() as AddressInfo;
  const socket = () => connected ?? expect.fail('no node is connected');
  return { url: `http://127.0.0.1:${taken}`, port: taken, sockets, reports, moments, tokens, socket };
}

async function link(hubUrl: string, reportEvery = 60_000) {
  const started = await startNode({ nodeId: 'n1', url: 'http://n1.example' });
  const hubLink = HubLink.create({ hubUrl, node: started.node, secret, log: quiet, reportEvery });
  onTestFinished(async () => await hubLink.close());
  return { ...started, hubLink };
}

test('the hub hears of the node at once, and of comings and goings as they happen', async () => {
  const hub = await startHub();
  const { url, hubLink } = await link(hub.url);
  await until(() => hubLink.connected);
  expect(hub.reports).toMatchObject([{ nodeId: 'n1', url: 'http://n1.example', peers: 0, rooms: [] }]);
  expect(await readNodeToken(String(hub.tokens[0]), secret)).toEqual({ nodeId: 'n1' });
  const { caller } = await joined(url, claimsOf(newRoom()));
  await caller.ask('leave', {});
  await until(() => hub.moments.length === 2);
  expect(hub.moments).toEqual([`joined ${caller.claims.member}`, `left ${caller.claims.member}`]);
});

test('reports go on, and tell who is there', async () => {
  const hub = await startHub();
  const { url } = await link(hub.url, 20);
  const room = newRoom();
  const { caller } = await joined(url, claimsOf(room));
  await until(() => hub.reports.at(-1)?.peers === 1);
  expect(hub.reports.at(-1)?.rooms).toMatchObject([{ roomId: room, people: [{ memberId: caller.claims.member }] }]);
});

test('the hub closes a room', async () => {
  const hub = await startHub();
  const { url, hubLink } = await link(hub.url);
  const room = newRoom();
  const { caller } = await joined(url, claimsOf(room));
  await until(() => hubLink.connected);
  push(hub.socket(), nodesProtocol, 'closeRoom', { roomId: room });
  expect(await caller.next('removed')).toEqual({ reason: 'room-closed' });
});

test('the hub takes one person out of a room', async () => {
  const hub = await startHub();
  const { url, hubLink } = await link(hub.url);
  const room = newRoom();
  const { caller: goes } = await joined(url, claimsOf(room));
  const { caller: stays } = await joined(url, claimsOf(room));
  await until(() => hubLink.connected);
  push(hub.socket(), nodesProtocol, 'removePeer', { roomId: room, memberId: goes.claims.member });
  expect(await goes.next('removed')).toEqual({ reason: 'room-closed' });
  await stays.next('peerLeft');
});

test('a hub that goes and comes back costs no call, and hears who came and went meanwhile', async () => {
  const first = await startHub();
  const { url, hubLink } = await link(first.url);
  await until(() => hubLink.connected);
  await first.sockets.close();
  await until(() => !hubLink.connected);
  const { caller: stays } = await joined(url, claimsOf(newRoom()));
  const { caller: goes } = await joined(url, claimsOf(newRoom()));
  await goes.ask('leave', {});
  const second = await startHub(first.port);
  await until(() => second.moments.length === 3);
  expect(second.reports[0]?.rooms).toMatchObject([{ people: [{ memberId: stays.claims.member }] }]);
  const [one, two] = [stays.claims.member, goes.claims.member];
  expect(second.moments).toEqual([`joined ${one}`, `joined ${two}`, `left ${two}`]);
});

test('a closed link tells nothing more, and the node goes on', async () => {
  const hub = await startHub();
  const { url, hubLink } = await link(hub.url);
  await until(() => hubLink.connected);
  await hubLink.close();
  await hubLink.close();
  const { reply } = await joined(url, claimsOf(newRoom()));
  expect(reply.peers).toEqual([]);
  expect(hub.moments).toEqual([]);
});
