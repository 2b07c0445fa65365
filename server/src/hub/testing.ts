import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { supportedRtpCapabilities } from '@ajar/media';
import {
  applyChange,
  type CorridorSnapshot,
  hubProtocol,
  listen,
  type MemberId,
  type ProgramId,
  type PushData,
  type RequestData,
  type RequestName,
  request,
  rtpCapabilities,
} from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { Server } from 'socket.io';
import { io as connect, type Socket } from 'socket.io-client';
import { expect, vi } from 'vitest';
import { createFeatures } from '../app/features.ts';
import { hubLimit } from '../app/limits.ts';
import { PairingPool } from '../coffee/index.ts';
import { createTestDatabase } from '../database/testing.ts';
import { newId } from '../ids/index.ts';
import { createLog } from '../log/index.ts';
import { ownNodeId } from '../nodes/index.ts';
import { toMember } from '../programs/index.ts';
import { members, programs } from '../programs/tables.ts';
import { openQueues } from '../queue/index.ts';
import { UnderWay } from '../under-way/index.ts';
import { attachHub } from './hub.ts';

/** Waits for what is on its way, however busy the machine. */
export const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 30_000 });

export const doorNamed = (corridor: CorridorSnapshot, name: string) =>
  corridor.doors.find((door) => door.name === name);

export type TestHub = Awaited<ReturnType<typeof createTestHub>>;

/** A hub with all its features on a database of its own, and people at windows before it. */
export async function createTestHub() {
  const log = createLog({ level: 'silent' });
  const pool = new PairingPool();
  const open = new Set<Socket>();
  const database = await createTestDatabase();
  const { db, connection } = database;
  const queues = await openQueues({ connection, redis: undefined, log });
  const http = createServer();
  const io = new Server(http, { connectionStateRecovery: { skipMiddlewares: false } });
  const features = createFeatures({ db, io, queues, pool, secret: new Uint8Array(32), hub: 'a', shared: false, log });
  const capabilities = rtpCapabilities.parse(supportedRtpCapabilities());
  const report = { nodeId: ownNodeId, url: '', rtpCapabilities: capabilities, peers: 0, rooms: [] };
  await features.nodes.registered(report);
  // It is heard of again and again, as one that runs is.
  const heard = setInterval(() => void features.nodes.reported(report).catch(() => undefined), 5_000);
  // Who somebody is comes from a header here; signing in has its own tests.
  const viewerFrom = async ({ 'x-member': id }: NodeJS.Dict<string | string[]>) => {
    if (!id) return null;
    const [row] = await db
      .select()
      .from(members)
      .where(eq(members.id, String(id) as MemberId));
    if (!row) return null;
    const program = { id: row.programId, name: 'A programme' };
    return { userId: `user-${row.id}`, email: row.email, demo: false, member: toMember(row), program };
  };
  const underWay = new UnderWay();
  attachHub({ ...features, namespace: io.of('/'), db, viewerFrom, limit: hubLimit(undefined), underWay, log });
  await queues.start();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;

  async function program() {
    const programId = newId<ProgramId>();
    await database.db.insert(programs).values({ id: programId, name: 'A programme' });
    const join = async (name: string) => {
      const memberId = newId<MemberId>();
      await database.db.insert(members).values({ id: memberId, programId, email: `${memberId}@example.org`, name });
      return memberId;
    };
    return { join };
  }

  /** A person at a window: the corridor as their client keeps it, and how to press. */
  async function window(memberId: MemberId, headers: Record<string, string> = {}) {
    const extraHeaders = { 'x-member': memberId, ...headers };
    const socket = connect(url, { transports: ['websocket'], forceNew: true, extraHeaders });
    open.add(socket);
    let corridor: CorridorSnapshot | undefined;
    const admitted: PushData<typeof hubProtocol, 'admitted'>[] = [];
    const declined: string[] = [];
    const movedOn: string[] = [];
    const rests: string[] = [];
    const early: PushData<typeof hubProtocol, 'changed'>[] = [];
    listen(
      socket,
      hubProtocol,
      {
        snapshot: (snapshot) => {
          corridor = early.splice(0).reduce(applyChange, snapshot);
        },
        packed: () => expect.fail('a corridor of few doors is not packed'),
        changed: (change) => {
          if (corridor) corridor = applyChange(corridor, change);
          else early.push(change);
        },
        mine: (mine) => {
          if (corridor) corridor = { ...corridor, mine };
        },
        admitted: (push) => admitted.push(push),
        declined: ({ mentorName }) => declined.push(mentorName),
        after: () => undefined,
        round: () => undefined,
        tableCalls: () => undefined,
        movedOn: ({ mentorName }) => movedOn.push(mentorName),
        doorElsewhere: () => rests.push('door'),
      },
      (name, error) => expect.fail(`${name}: ${error.message}`),
    );
    const seen = () => corridor ?? expect.fail('no snapshot yet');
    const press = <N extends RequestName<typeof hubProtocol>>(name: N, data: RequestData<typeof hubProtocol, N>) =>
      request(socket, hubProtocol, name, data);
    await eventually(() => expect(corridor).toBeDefined());
    return { socket, seen, press, admitted, declined, movedOn, rests };
  }

  return {
    database,
    features,
    /** Somebody who is not signed in. */
    stranger: () => {
      const socket = connect(url, { transports: ['websocket'], forceNew: true, reconnection: false });
      open.add(socket);
      return socket;
    },
    program,
    window,
    /** Closes every window. */
    away: () => {
      for (const socket of open) socket.disconnect();
      open.clear();
    },
    close: async () => {
      clearInterval(heard);
      await io.close();
      await queues.close();
      await pool.close();
      await database.close();
    },
  };
}
