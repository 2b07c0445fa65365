import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { createWorker, type types } from 'mediasoup';
import { Server } from 'socket.io';

// The least that carries a call: one room, no accounts, no names, no layers, nothing checked. `npm run bench` measures
// Ajar against it. Its argument is the bundled page.ts; it prints its address. `--listen`, `--announced`, `--port`: where media
// comes in, and where browsers are told it does. `--codec`: further codecs of pictures.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    listen: { type: 'string', default: '127.0.0.1' },
    announced: { type: 'string' },
    port: { type: 'string' },
    codec: { type: 'string', multiple: true, default: [] },
  },
});
const page = readFileSync(positionals[0] ?? '/dev/null', 'utf8');
const html = '<!doctype html><title>Bare</title><button>Join</button><script type="module" src="/page.js"></script>';
const http = createServer((request, response) => {
  const script = request.url === '/page.js';
  response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
  response.setHeader('cache-control', script ? 'public, max-age=3600, immutable' : 'no-cache');
  response.end(script ? page : html);
});

const worker = await createWorker({ logLevel: 'error' });
const router = await worker.createRouter({
  mediaCodecs: [
    { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 },
    { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
    ...values.codec.map((name) => ({ kind: 'video' as const, mimeType: `video/${name}`, clockRate: 90_000 })),
  ],
});
const webRtcServer = await worker.createWebRtcServer({
  listenInfos: [
    {
      protocol: 'udp',
      ip: values.listen,
      ...(values.announced ? { announcedAddress: values.announced } : {}),
      ...(values.port ? { port: Number(values.port) } : {}),
    },
  ],
});
const producers = new Map<string, types.Producer>();

new Server(http, { transports: ['websocket'], serveClient: false }).on('connection', (socket) => {
  const transports = new Map<string, types.WebRtcTransport>();
  const consumers = new Map<string, types.Consumer>();
  // Somebody in the corridor presses, and whoever waits comes too, as at a door.
  socket.on('call', () => socket.broadcast.emit('called'));
  socket.on('join', async (reply) => {
    const made = await Promise.all(
      [1, 2].map(() =>
        router.createWebRtcTransport({ webRtcServer, initialAvailableOutgoingBitrate: 3_000_000, preferUdp: true }),
      ),
    );
    for (const transport of made) transports.set(transport.id, transport);
    const [send, recv] = made.map(({ id, iceParameters, iceCandidates, dtlsParameters }) => {
      return { id, iceParameters, iceCandidates, dtlsParameters };
    });
    reply({ rtpCapabilities: router.rtpCapabilities, send, recv, producers: [...producers.keys()] });
  });
  socket.on('connectTransport', async (id, dtlsParameters, reply) => {
    await transports.get(id)?.connect({ dtlsParameters });
    reply();
  });
  socket.on('produce', async (id, kind, rtpParameters, reply) => {
    const producer = await transports.get(id)?.produce({ kind, rtpParameters });
    if (!producer) return;
    producers.set(producer.id, producer);
    producer.observer.once('close', () => producers.delete(producer.id));
    reply(producer.id);
    socket.broadcast.emit('produced', producer.id);
  });
  socket.on('consume', async (id, producerId, rtpCapabilities, reply) => {
    const consumer = await transports.get(id)?.consume({ producerId, rtpCapabilities, paused: true, enableRtx: true });
    if (!consumer) return;
    consumers.set(consumer.id, consumer);
    reply({ id: consumer.id, producerId, kind: consumer.kind, rtpParameters: consumer.rtpParameters });
  });
  socket.on('resume', (id) => consumers.get(id)?.resume());
  socket.on('disconnect', () => {
    for (const transport of transports.values()) transport.close();
  });
});

http.listen(0, '127.0.0.1', () => {
  process.stdout.write(`Bare is open at http://localhost:${(http.address() as AddressInfo).port}\n`);
});
// A page may leave in the middle of a request.
process.on('unhandledRejection', (error) => process.stderr.write(`${error}\n`));
process.on('SIGTERM', () => process.exit());
