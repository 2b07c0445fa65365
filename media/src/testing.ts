import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  listen,
  type MemberId,
  mediaProtocol,
  memberId,
  type PushData,
  type PushListeners,
  type PushName,
  type ReplyData,
  type RequestData,
  type RequestName,
  type RoomId,
  type RoomMoment,
  type RoomTokenClaims,
  request,
  roomId,
} from '@ajar/shared';
import { pino } from 'pino';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { onTestFinished, vi } from 'vitest';
import { browserCapabilities, browserDtls } from './fixtures/browser.ts';
import { MediaNode } from './node.ts';
import type { MediaNodeOptions } from './node-options.ts';
import { mintRoomToken } from './room-token.ts';

type Media = typeof mediaProtocol;

// Limits for what hangs, not measures of anything: the machine may be busy.
const patience = 30_000;
vi.setConfig({ testTimeout: 2 * patience, hookTimeout: 2 * patience });

/** Waits until this is true, looking again and again. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  await vi.waitUntil(condition, { timeout: patience, interval: 10 });
}

export const secret = new TextEncoder().encode('a secret of tests, 32 bytes or more');
export const quiet = pino({ level: process.env['AJAR_LOG_LEVEL'] ?? 'silent' });

/** A media node on a real socket.io server, with what it told the hub. Ends with the test. */
export interface TestNode {
  node: MediaNode;
  sockets: Server;
  url: string;
  /** Every moment told, such as `joined <member>`. */
  moments: string[];
}

export async function startNode(options: Partial<MediaNodeOptions> = {}, recovery = true): Promise<TestNode> {
  const http = createServer();
  const sockets = new Server(http, recovery ? { connectionStateRecovery: { skipMiddlewares: false } } : {});
  onTestFinished(async () => await sockets.close());
  const node = await MediaNode.create({
    nodeId: 'test',
    listenIp: '127.0.0.1',
    workers: 1,
    secret,
    log: quiet,
    ...options,
  });
  onTestFinished(async () => await node.close());
  const moments: string[] = [];
  const tell = (what: string) => (moment: RoomMoment) => void moments.push(`${what} ${moment.memberId}`);
  node.on('joined', tell('joined'));
  node.on('left', tell('left'));
  node.attach(sockets);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return { node, sockets, url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, moments };
}

/** A browser's end of one namespace; rejected where the node does not let it in. Ends with the test. */
export async function connectTo(address: string, token: string): Promise<Socket> {
  const socket = io(address, { transports: ['websocket'], forceNew: true, reconnection: false, auth: { token } });
  onTestFinished(() => void socket.disconnect());
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}

export function newRoom(): RoomId {
  return roomId.parse(randomUUID());
}

function newMember(): MemberId {
  return memberId.parse(randomUUID());
}

export function claimsOf(room: RoomId, more: Partial<RoomTokenClaims> = {}): RoomTokenClaims {
  return { room, member: newMember(), name: 'Bea', may: { speak: true, share: true, moderate: false }, ...more };
}

/** A browser's end of the signalling, keeping every push. Ends with the test. */
export class Caller {
  readonly socket: Socket;
  readonly claims: RoomTokenClaims;
  readonly #pushes: { name: string; data: unknown }[] = [];
  readonly #waiting = new Set<() => void>();

  static async connect(url: string, claims: RoomTokenClaims): Promise<Caller> {
    const token = await mintRoomToken(claims, secret);
    const caller = new Caller(url, claims, token);
    await new Promise<void>((resolve, reject) => {
      caller.socket.once('connect', resolve);
      caller.socket.once('connect_error', reject);
    });
    return caller;
  }

  private constructor(url: string, claims: RoomTokenClaims, token: string) {
    this.claims = claims;
    this.socket = io(`${url}/media`, {
      transports: ['websocket'],
      forceNew: true,
      auth: { token },
      reconnectionDelay: 20,
      reconnectionDelayMax: 20,
    });
    onTestFinished(() => void this.socket.disconnect());
    const keep = (name: PushName<Media>) => (data: unknown) => {
      this.#pushes.push({ name, data });
      for (const wake of this.#waiting) wake();
    };
    const names = Object.keys(mediaProtocol.pushes) as PushName<Media>[];
    const listeners = Object.fromEntries(names.map((name) => [name, keep(name)])) as unknown as PushListeners<Media>;
    listen(this.socket, mediaProtocol, listeners, (name, error) => {
      throw new Error(`bad push ${name}`, { cause: error });
    });
  }

  async ask<N extends RequestName<Media>>(name: N, data: RequestData<Media, N>): Promise<ReplyData<Media, N>> {
    return await request(this.socket, mediaProtocol, name, data);
  }

  async join(more: Partial<RequestData<Media, 'join'>> = {}): Promise<ReplyData<Media, 'join'>> {
    return await this.ask('join', { rtpCapabilities: browserCapabilities, dtls: browserDtls, ...more });
  }

  /** The first push of this name that was not taken yet. Waits for it; the test's own time limit is the only one. */
  async next<N extends PushName<Media>>(name: N): Promise<PushData<Media, N>> {
    for (;;) {
      const index = this.#pushes.findIndex((kept) => kept.name === name);
      const [found] = index < 0 ? [] : this.#pushes.splice(index, 1);
      if (found) return found.data as PushData<Media, N>;
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.#waiting.delete(wake);
          resolve();
        };
        this.#waiting.add(wake);
      });
    }
  }

  /** Names of the pushes nobody took, without those that come with time alone. */
  get untaken(): string[] {
    return this.#pushes.map(({ name }) => name).filter((name) => name !== 'activeSpeaker' && name !== 'layerWanted');
  }

  /** Resolves when everything the node has sent so far is here: requests and pushes keep their order. */
  async settle(): Promise<void> {
    await this.ask('resumeConsumers', { consumerIds: ['none'] });
  }

  /** Breaks the connection as a lost network does: no goodbye. */
  async breakConnection(): Promise<void> {
    this.socket.io.engine.close();
    await once(this.socket as never, 'connect');
  }
}

/** A member who is in the room. */
export async function joined(url: string, claims: RoomTokenClaims) {
  const caller = await Caller.connect(url, claims);
  return { caller, reply: await caller.join() };
}

/** Whether a process of this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
