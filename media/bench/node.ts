import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { memberId, roomId } from '@ajar/shared';
import { pino } from 'pino';
import { Server } from 'socket.io';
import { MediaNode } from '../src/node.ts';
import { mintRoomToken } from '../src/room-token.ts';

// Ajar's media node with one worker and nothing around it, and a room for as many as its one argument says. It prints what
// lets them in, as JSON.
const secret = new TextEncoder().encode(`${randomUUID()}${randomUUID()}`);
const node = await MediaNode.create({
  nodeId: 'bench',
  listenIp: '127.0.0.1',
  workers: 1,
  secret,
  log: pino({ level: 'error' }),
});
const http = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html');
  response.end('<!doctype html><title>Callers</title>');
});
node.attach(new Server(http, { connectionStateRecovery: { skipMiddlewares: false } }));

const room = roomId.parse(randomUUID());
const may = { speak: true, share: true, moderate: false };
const people = Array.from({ length: Number(process.argv[2] ?? 0) }, (_, n) => `Person ${n + 1}`);
const tokens = people.map((name) => mintRoomToken({ room, member: memberId.parse(randomUUID()), name, may }, secret));
const { rtpCapabilities } = node;
const opened = { tokens: await Promise.all(tokens), rtpCapabilities };

http.listen(0, '127.0.0.1', () => {
  const url = `http://localhost:${(http.address() as AddressInfo).port}`;
  process.stdout.write(`Open: ${JSON.stringify({ url, ...opened })}\n`);
});
process.on('SIGTERM', () => void node.close().then(() => process.exit()));
