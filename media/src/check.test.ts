import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkProtocol, type RequestData, type RequestName, request } from '@ajar/shared';
import { Server } from 'socket.io';
import { expect, onTestFinished, test } from 'vitest';
import { attachChecks } from './check.ts';
import { browserDtls } from './fixtures/browser.ts';
import { MediaWorker } from './media-worker.ts';
import { mintCheckToken, mintRoomToken, readRoomToken } from './room-token.ts';
import { claimsOf, connectTo, newRoom, quiet, secret, startNode, until } from './testing.ts';

type Check = typeof checkProtocol;
const turn = { urls: ['turn:turn.example.org', 'turns:turn.example.org:443'], secret: 'a secret of coturn' };
const { member } = claimsOf(newRoom());

/** A page's end of a check. Ends with the test. */
async function checking(url: string, token: string) {
  const socket = await connectTo(`${url}/check`, token);
  const ask = <N extends RequestName<Check>>(name: N, data: RequestData<Check, N>) =>
    request(socket, checkProtocol, name, data);
  return { socket, ask };
}

test('each way is a transport with candidates of that way alone', async () => {
  const { url } = await startNode({ turn });
  const { ask } = await checking(url, await mintCheckToken(member, secret));
  const target = await ask('target', {});
  expect(target).toMatchObject({ host: '127.0.0.1', relays: turn.urls });
  const opened = await Promise.all(
    (['udp', 'tcp', 'relay'] as const).map((way) => ask('open', { way, dtlsParameters: browserDtls })),
  );
  const candidates = opened.map(({ iceCandidates }) => iceCandidates.map(({ protocol, port }) => [protocol, port]));
  expect(candidates).toEqual([[['udp', target.udp[0]]], [['tcp', target.tcp[0]]], [['udp', target.udp[0]]]]);
  const [udp, tcp, relay] = opened.map(({ iceServers }) => iceServers);
  expect([udp, tcp]).toEqual([[], []]);
  expect(relay).toMatchObject([{ urls: ['turns:turn.example.org:443'], credential: expect.any(String) }]);
});

test('each once, and no TURN server where there is none', async () => {
  const { url } = await startNode();
  const { ask } = await checking(url, await mintCheckToken(member, secret));
  await ask('open', { way: 'udp', dtlsParameters: browserDtls });
  await expect(ask('open', { way: 'udp', dtlsParameters: browserDtls })).rejects.toMatchObject({ code: 'way-opened' });
  await expect(ask('open', { way: 'relay', dtlsParameters: browserDtls })).rejects.toMatchObject({ code: 'no-relay' });
});

test('its token opens no call, and that of a call no check', async () => {
  const { url } = await startNode();
  const token = await mintCheckToken(member, secret);
  await expect(readRoomToken(token, secret)).rejects.toMatchObject({ code: 'token-invalid' });
  const call = await mintRoomToken(claimsOf(newRoom()), secret);
  await expect(checking(url, call)).rejects.toMatchObject({ data: { code: 'token-invalid' } });
  await expect(checking(url, '')).rejects.toMatchObject({ data: { code: 'token-invalid' } });
});

test('one person has no more than three under way', async () => {
  const { url } = await startNode();
  const token = await mintCheckToken(member, secret);
  const checks = [await checking(url, token), await checking(url, token), await checking(url, token)];
  const { socket: fourth } = await checking(url, token);
  await until(() => !fourth.connected);
  expect(checks.map(({ socket }) => socket.connected)).toEqual([true, true, true]);
  checks[0]?.socket.disconnect();
  await until(async () => {
    const { ask } = await checking(url, token);
    return await ask('target', {}).then(
      () => true,
      () => false,
    );
  });
});

test('nothing of it stays on the worker when the page is gone', async () => {
  const http = createServer();
  const sockets = new Server(http);
  onTestFinished(() => sockets.close());
  await once(http.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const worker = await MediaWorker.create({ index: 0, listenIp: '127.0.0.1', port: 0 });
  onTestFinished(() => worker.close());
  const target = async () => ({ host: '127.0.0.1', ...(await worker.ports()) });
  attachChecks(sockets.of('/check'), { secret, turn, target, worker: async () => worker, log: quiet });
  const { socket, ask } = await checking(url, await mintCheckToken(member, secret));
  for (const way of ['udp', 'tcp', 'relay'] as const) await ask('open', { way, dtlsParameters: browserDtls });
  expect(worker.load).toBe(3);
  socket.disconnect();
  await until(() => worker.load === 0);
});
