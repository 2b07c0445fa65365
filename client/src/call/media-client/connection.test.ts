import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Device } from 'mediasoup-client';
import { Server } from 'socket.io';
import { expect, onTestFinished, test, vi } from 'vitest';
import { callEnded, connectionTo, readyConnection, sinceCallBegan, standBy, standsBy } from './connection.ts';

/** A media node that counts its connections, whether anything is said on them or not. */
async function aNode(options: { connectTimeout?: number } = {}) {
  const http = createServer();
  const sockets = new Server(http, options);
  sockets.of('/media');
  let opened = 0;
  sockets.engine.on('connection', () => {
    opened += 1;
  });
  onTestFinished(() => sockets.close());
  await once(http.listen(0, '127.0.0.1'), 'listening');
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, opened: () => opened };
}

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 30_000, interval: 20 });

test('a call takes the connection that was made ready, and the next call one of its own', async () => {
  const { url, opened } = await aNode();
  readyConnection(url);
  readyConnection(url);
  await eventually(() => expect(opened()).toBe(1));
  const first = connectionTo(url).socket('/media');
  await eventually(() => expect(first.connected).toBe(true));
  expect(opened()).toBe(1);
  const second = connectionTo(url).socket('/media');
  await eventually(() => expect(second.connected).toBe(true));
  expect(opened()).toBe(2);
  first.disconnect();
  second.disconnect();
});

test('a call that was left keeps the network from nobody', async () => {
  const { url } = await aNode();
  const socket = connectionTo(url).socket('/media');
  expect(sinceCallBegan()).toBeLessThan(60_000);
  await eventually(() => expect(socket.connected).toBe(true));
  socket.disconnect();
  callEnded();
  expect(sinceCallBegan()).toBe(Number.POSITIVE_INFINITY);
});

test('a connection made ready is renewed when the node ends it, and is of no use for another node', async () => {
  const node = await aNode({ connectTimeout: 50 });
  const other = await aNode();
  readyConnection(node.url);
  await eventually(() => expect(node.opened()).toBeGreaterThan(1));
  const elsewhere = connectionTo(other.url).socket('/media');
  await eventually(() => expect(elsewhere.connected).toBe(true));
  elsewhere.disconnect();
  const taken = connectionTo(node.url).socket('/media');
  await eventually(() => expect(taken.connected).toBe(true));
  taken.disconnect();
});

test('what cannot stand by says so, and what does so after it shows a token of its own', async () => {
  const http = createServer();
  const sockets = new Server(http);
  onTestFinished(() => sockets.close());
  const tokens: string[] = [];
  let full = true;
  sockets.of('/standby').use((socket, next) => {
    tokens.push(socket.handshake.auth['token']);
    next(full ? new Error('Nothing can be made ready just now.') : undefined);
  });
  await once(http.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  let refused = 0;
  const more = {
    device: await Device.factory({ handlerName: 'Chrome111' }),
    identity: { certificates: [], dtls: { role: 'client' as const, fingerprints: [] } },
    onRefused: () => {
      refused += 1;
    },
  };
  standBy(url, { ...more, token: 'first' });
  expect(standsBy()).toBe(true);
  await eventually(() => expect(refused).toBe(1));
  expect(standsBy()).toBe(false);
  full = false;
  standBy(url, { ...more, token: 'second' });
  await eventually(() => expect(tokens).toEqual(['first', 'second']));
  expect(standsBy()).toBe(true);
  // The node has not answered yet: half of it would only be in the way of the call, which takes the connection alone.
  const call = connectionTo(url).socket('/media');
  await eventually(() => expect(sockets.of('/standby').sockets.size).toBe(0));
  expect(refused).toBe(1);
  call.disconnect();
});
