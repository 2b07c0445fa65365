import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { nodesProtocol, serve } from '@ajar/shared';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { mintRoomToken } from './room-token.ts';
import { readSettings } from './settings.ts';
import { claimsOf, isAlive, joined, newRoom, secret, until } from './testing.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const words = new TextDecoder().decode(secret);

/** Runs main.ts as a process of its own. Ends with the test. */
function run(env: Record<string, string>) {
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env['PATH'],
      MEDIASOUP_WORKER_BIN: process.env['MEDIASOUP_WORKER_BIN'],
      PORT: '0',
      AJAR_MEDIA_WORKERS: '1',
      AJAR_MEDIA_SECRET: words,
      AJAR_LOG_LEVEL: 'silent',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.err += text;
  });
  return { child, said };
}

async function startHub() {
  const http = createServer();
  const sockets = new Server(http);
  onTestFinished(async () => await sockets.close());
  sockets.of('/nodes').on('connection', (socket) => {
    serve(socket, nodesProtocol, { report: () => ({}), joined: () => ({}), left: () => ({}) });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

async function readyAt({ child, said }: ReturnType<typeof run>): Promise<string> {
  await until(() => said.out.includes('\n') || child.exitCode !== null);
  return /^Media node ready at (http\S+)\n/.exec(said.out)?.[1] ?? expect.fail(said.err);
}

/** Its child processes (Linux: the machine the tests run on). */
async function childrenOf(child: ChildProcess): Promise<number[]> {
  const tasks = `/proc/${child.pid}/task`;
  const lists = await Promise.all((await readdir(tasks)).map((task) => readFile(`${tasks}/${task}/children`, 'utf8')));
  return lists.join(' ').split(/\s+/).filter(Boolean).map(Number);
}

test('a lone node serves calls, says whether it is ready, and ends with its workers on SIGTERM', async () => {
  const hub = await startHub();
  const started = run({ AJAR_HUB_URL: hub });
  const url = await readyAt(started);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  await until(async () => (await fetch(`${url}/readyz`)).status === 200);
  expect((await fetch(`${url}/other`)).status).toBe(404);
  const { caller } = await joined(url, claimsOf(newRoom()));
  const workers = await childrenOf(started.child);
  expect(workers).toHaveLength(1);
  caller.socket.io.reconnection(false);
  started.child.kill('SIGTERM');
  expect(await once(started.child, 'exit')).toEqual([0, null]);
  expect(workers.filter(isAlive)).toEqual([]);
});

test('workers do not outlive a node that was killed', async () => {
  const started = run({ AJAR_HUB_URL: 'http://127.0.0.1:1' });
  await readyAt(started);
  const workers = await childrenOf(started.child);
  expect(workers.filter(isAlive)).toHaveLength(1);
  started.child.kill('SIGKILL');
  await until(() => workers.filter(isAlive).length === 0);
});

test('without its hub it is up, but not ready', async () => {
  const url = await readyAt(run({ AJAR_HUB_URL: 'http://127.0.0.1:1' }));
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  const ready = await fetch(`${url}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([503, { ok: false, workers: true, hub: false }]);
});

test('pages of other origins are turned away, whatever their token', async () => {
  const url = await readyAt(run({ AJAR_HUB_URL: 'http://127.0.0.1:1', AJAR_PUBLIC_URL: 'https://ajar.example' }));
  const token = await mintRoomToken(claimsOf(newRoom()), secret);
  const open = async (origin: string) => {
    const extraHeaders = { origin };
    const socket = io(`${url}/media`, { transports: ['websocket'], forceNew: true, auth: { token }, extraHeaders });
    onTestFinished(() => void socket.disconnect());
    return await Promise.race(
      ['connect', 'connect_error'].map((event) => once(socket as never, event).then(() => event)),
    );
  };
  expect(await open('https://ajar.example')).toBe('connect');
  expect(await open('https://elsewhere.example')).toBe('connect_error');
});

test('trouble at the start is one clear line and a code that is not 0', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void taken.close());
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const hub = { AJAR_HUB_URL: 'http://127.0.0.1:1' };
  const cases: [Record<string, string>, string][] = [
    [{ ...hub, PORT: String(port) }, `Port ${port} on 127.0.0.1 is taken. Set PORT to a free one.\n`],
    [{}, 'AJAR_HUB_URL: must be set for a media node\n'],
    [{ ...hub, AJAR_MEDIA_SECRET: 'short' }, 'AJAR_MEDIA_SECRET: must be at least 32 characters long\n'],
    [{ ...hub, MEDIASOUP_WORKER_BIN: '/none/worker' }, 'The media worker is missing or cannot be run: /none/worker.'],
  ];
  await Promise.all(
    cases.map(async ([env, line]) => {
      const { child, said } = run(env);
      const [code] = await once(child, 'close');
      expect([code, said.err.slice(0, line.length)]).toEqual([1, line]);
      expect(said.err.trimEnd().split('\n')).toHaveLength(1);
      expect(said.out).toBe('');
    }),
  );
});

test('settings have defaults, and each bad one is named without repeating it', () => {
  const env = { AJAR_HUB_URL: 'https://ajar.example/', AJAR_MEDIA_SECRET: words, AJAR_MEDIA_URL: '' };
  expect(readSettings(env)).toMatchObject({
    host: '127.0.0.1',
    port: 3_100,
    url: undefined,
    hubUrl: 'https://ajar.example',
    appOrigins: ['https://ajar.example'],
    listenIp: undefined,
    firstPort: 0,
  });
  const bad = {
    ...env,
    PORT: '70000',
    AJAR_MEDIA_LISTEN: 'localhost',
    AJAR_HUB_URL: 'ajar',
    AJAR_MEDIA_WORKERS: '0',
    AJAR_CAMERA_CODEC: 'av1',
  };
  expect(() => readSettings(bad)).toThrow(
    [
      'PORT: must be a whole number from 0 to 65535',
      'AJAR_HUB_URL: must be an address such as https://ajar.example.org',
      'AJAR_MEDIA_LISTEN: must be an IP address such as 0.0.0.0',
      'AJAR_MEDIA_WORKERS: must be a whole number from 1 to 256',
      'AJAR_CAMERA_CODEC: must be vp8 or vp9',
    ].join('\n'),
  );
});
