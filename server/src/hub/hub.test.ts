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
  type VisitId,
} from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { Server } from 'socket.io';
import { io as connect, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { Chores } from '../app/chores.ts';
import { createFeatures, type Features } from '../app/features.ts';
import { hubLimit } from '../app/limits.ts';
import { PairingPool } from '../coffee/index.ts';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { newId } from '../ids/index.ts';
import { languageOf } from '../languages/index.ts';
import { createLog } from '../log/index.ts';
import { ownNodeId } from '../nodes/index.ts';
import { blocks } from '../people/tables.ts';
import { toMember } from '../programs/index.ts';
import { members, programs } from '../programs/tables.ts';
import { openQueues, type Queues } from '../queue/index.ts';
import { UnderWay } from '../under-way/index.ts';
import { attachHub } from './hub.ts';

const log = createLog({ level: 'silent' });
/** Waits for what is on its way, however busy the machine. */
const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 30_000 });

let database: TestDatabase;
let queues: Queues;
const pool = new PairingPool();
let io: Server;
let features: Features;
let url: string;
const open = new Set<Socket>();
let heard: NodeJS.Timeout;

beforeAll(async () => {
  database = await createTestDatabase();
  const { db, connection } = database;
  queues = await openQueues({ connection, redis: undefined, log });
  const http = createServer();
  io = new Server(http, { connectionStateRecovery: { skipMiddlewares: false } });
  features = createFeatures({ db, io, queues, pool, secret: new Uint8Array(32), hub: 'a', shared: false, log });
  const capabilities = rtpCapabilities.parse(supportedRtpCapabilities());
  const report = { nodeId: ownNodeId, url: '', rtpCapabilities: capabilities, peers: 0, rooms: [] };
  await features.nodes.registered(report);
  // It is heard of again and again, as one that runs is.
  heard = setInterval(() => void features.nodes.reported(report).catch(() => undefined), 5_000);
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
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterEach(() => {
  for (const socket of open) socket.disconnect();
  open.clear();
});
afterAll(async () => {
  clearInterval(heard);
  await io.close();
  await queues.close();
  await pool.close();
  await database.close();
});

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

const doorNamed = (corridor: CorridorSnapshot, name: string) => corridor.doors.find((door) => door.name === name);

describe('the hub socket', () => {
  test('lets nobody in who is not signed in', async () => {
    const socket = connect(url, { transports: ['websocket'], forceNew: true, reconnection: false });
    open.add(socket);
    const error = await new Promise<Error & { data?: unknown }>((resolve) => socket.once('connect_error', resolve));
    expect(error.data).toMatchObject({ category: 'not-signed-in', code: 'not-signed-in' });
  });

  test('answers a bad payload with a typed error and changes nothing', async () => {
    const { join } = await program();
    const amara = await window(await join('Amara'));
    for (const bad of [{ state: 'wide' }, {}, null, 'open', { state: ['open'] }]) {
      const ack = await amara.socket.timeout(5_000).emitWithAck('setDoor', bad);
      expect(ack).toMatchObject({ ok: false, error: { category: 'bad-input' } });
    }
    expect(amara.seen().mine).toMatchObject({ doorId: null, doorState: 'closed' });
  });

  test('says stop to a loop, in words, and goes on afterwards for others', async () => {
    const { join } = await program();
    const [amara, bea] = [await window(await join('Amara')), await window(await join('Bea'))];
    const codes = await Promise.all(
      Array.from({ length: 80 }, async () => (await amara.socket.emitWithAck('leaveTable', {})).error?.code ?? 'ok'),
    );
    expect(codes).toContain('too-many');
    await expect(bea.press('leaveTable', {})).resolves.toEqual({});
  });
});

describe('the corridor', () => {
  test('a door opening, a visit and its end reach everybody as small changes', async () => {
    const { join } = await program();
    const ids = [await join('Amara'), await join('Chidi'), await join('Dana')] as const;
    const [amara, chidi, dana] = [await window(ids[0]), await window(ids[1]), await window(ids[2])];
    await amara.press('setDoor', { state: 'open' });
    await eventually(() => expect(doorNamed(chidi.seen(), 'Amara')).toMatchObject({ state: 'open', around: true }));
    const door = doorNamed(chidi.seen(), 'Amara') ?? expect.fail('no door');

    const admission = await chidi.press('walkIn', { doorId: door.doorId });
    await eventually(() => expect(amara.admitted).toMatchObject([{ why: 'visitor' }]));
    expect(amara.admitted[0]?.admission).toMatchObject({
      encounterId: admission.encounterId,
      roomId: admission.roomId,
    });
    await eventually(() => expect(doorNamed(dana.seen(), 'Amara')).toMatchObject({ busy: true }));
    expect(
      doorNamed(dana.seen(), 'Amara')
        ?.inside.map((person) => person.name)
        .sort(),
    ).toEqual(['Amara', 'Chidi']);

    const at = new Date().toISOString();
    await features.encounters.joined({ roomId: admission.roomId, memberId: ids[0], at });
    await features.encounters.joined({ roomId: admission.roomId, memberId: ids[1], at });
    await features.encounters.left({ roomId: admission.roomId, memberId: ids[1], at });
    await eventually(() => expect(doorNamed(dana.seen(), 'Amara')).toMatchObject({ busy: false, inside: [] }));
    await eventually(() => expect(amara.seen().mine.encounter).toBeNull());
  });

  test('a knock shows at the door it was made at, and its answer where it came from', async () => {
    const { join } = await program();
    const [amara, chidi] = [await window(await join('Amara')), await window(await join('Chidi'))];
    await amara.press('setDoor', { state: 'ajar' });
    await eventually(() => expect(doorNamed(chidi.seen(), 'Amara')?.state).toBe('ajar'));
    const door = doorNamed(chidi.seen(), 'Amara') ?? expect.fail('no door');
    const { visitId } = await chidi.press('knock', { doorId: door.doorId });
    await eventually(() => expect(amara.seen().mine.visitors).toMatchObject([{ name: 'Chidi', knocked: true }]));
    await amara.press('notNow', { visitId });
    await eventually(() => expect(chidi.declined).toEqual(['Amara']));
    await eventually(() => expect(chidi.seen().mine.visits).toEqual([]));
  });

  test('moving on ends a visit kindly, and calls whoever is next, who comes in', async () => {
    const { join } = await program();
    const ids = [await join('Amara'), await join('Chidi'), await join('Dana')] as const;
    const [amara, chidi, dana] = [await window(ids[0]), await window(ids[1]), await window(ids[2])];
    await amara.press('setDoor', { state: 'open' });
    await eventually(() => expect(doorNamed(dana.seen(), 'Amara')?.state).toBe('open'));
    const { doorId } = doorNamed(dana.seen(), 'Amara') ?? expect.fail('no door');
    const { encounterId, roomId } = await chidi.press('walkIn', { doorId });
    const at = new Date().toISOString();
    for (const memberId of [ids[0], ids[1]]) await features.encounters.joined({ roomId, memberId, at });
    const { visitId } = await dana.press('waitInLine', { doorId });
    await eventually(() => expect(dana.seen().mine.visits).toMatchObject([{ place: 1, comeInFor: null }]));

    await amara.press('moveOn', { encounterId });
    await eventually(() => expect(chidi.movedOn).toEqual(['Amara']));
    await eventually(() => expect([amara.seen().mine.encounter, chidi.seen().mine.encounter]).toEqual([null, null]));
    await eventually(() => expect(dana.seen().mine.visits).toMatchObject([{ comeInFor: expect.any(Number) }]));
    await eventually(() => expect(amara.seen().mine.visitors).toMatchObject([{ name: 'Dana', called: true }]));
    const second = await dana.press('comeIn', { visitId });
    expect(second.encounterId).not.toBe(encounterId);
    const last = () => amara.admitted.at(-1)?.admission.encounterId;
    await eventually(() => expect(last()).toBe(second.encounterId));
    expect([chidi.movedOn, dana.movedOn, chidi.declined, dana.declined]).toEqual([['Amara'], [], [], []]);
  });

  test('a door is carried to one window: the others of the same person rest, and nobody else hears of it', async () => {
    const { join } = await program();
    const [ids, chidi] = [await join('Amara'), await window(await join('Chidi'))];
    const [laptop, phone] = [await window(ids), await window(ids)];
    await laptop.press('setDoor', { state: 'open' });
    await phone.press('carryDoor', {});
    await eventually(() => expect(laptop.rests).toEqual(['door']));
    await laptop.press('carryDoor', {});
    await eventually(() => expect(phone.rests).toEqual(['door']));
    expect([laptop.rests, chidi.rests]).toEqual([['door'], []]);
  });

  test('shows the chairs that are taken and never by whom', async () => {
    const { join } = await program();
    const [bea, chidi] = [await window(await join('Bea')), await window(await join('Chidi'))];
    await bea.press('sitDown', {});
    await eventually(() => expect(chidi.seen().table).toEqual({ taken: 1 }));
    await eventually(() => expect(bea.seen().mine.seat).not.toBeNull());
    expect(chidi.seen().mine.seat).toBeNull();
    await chidi.press('sitDown', {});
    await eventually(() => expect(bea.admitted).toMatchObject([{ why: 'coffee' }]));
    await eventually(() => expect(chidi.admitted).toMatchObject([{ why: 'coffee' }]));
  });

  test('who comes and goes is seen, and a block hides person and door from the first moment on', async () => {
    const { join } = await program();
    const ids = [await join('Amara'), await join('Chidi'), await join('Dana')] as const;
    await database.db.insert(blocks).values({ blockerId: ids[0], blockedId: ids[1] });
    const [chidi, dana] = [await window(ids[1]), await window(ids[2])];
    const amara = await window(ids[0]);
    await amara.press('setDoor', { state: 'open' });
    await eventually(() => expect(doorNamed(dana.seen(), 'Amara')?.state).toBe('open'));
    expect(dana.seen().around.map((person) => person.name)).toContain('Amara');
    // The same moment on the way to Chidi holds nothing of Amara, nor does a fresh look.
    const fresh = await window(ids[1]);
    for (const seen of [chidi.seen(), fresh.seen()]) {
      expect(doorNamed(seen, 'Amara')).toBeUndefined();
      expect(seen.around.map((person) => person.name)).not.toContain('Amara');
    }
    expect(amara.seen().around.map((person) => person.name)).not.toContain('Chidi');
  });

  test('people who come at once are all seen, with those behind their own doors, but for whom a block hides', async () => {
    const { join } = await program();
    const chidi = await join('Chidi');
    const others = await Promise.all(Array.from({ length: 12 }, (_, n) => join(`Mentor ${n}`)));
    const [hidden, ...seen] = others;
    if (!hidden) throw new Error('nobody is hidden');
    await database.db.insert(blocks).values({ blockerId: chidi, blockedId: hidden });
    const doors = await Promise.all(others.map((memberId) => window(memberId)));
    for (const door of doors) await door.press('setDoor', { state: 'open' });
    const watching = await window(chidi);
    const sent: unknown[] = [];
    watching.socket.onAny((_, data) => sent.push(data));
    for (const { socket } of doors) socket.disconnect();
    const around = () =>
      watching
        .seen()
        .around.map((person) => person.memberId)
        .filter((memberId) => memberId !== chidi)
        .toSorted();
    const open = () => watching.seen().doors.filter((door) => door.around).length;
    await eventually(() => expect([around(), open()]).toEqual([[], 0]));
    await Promise.all(others.map((memberId) => window(memberId)));
    await eventually(() => expect([around(), open()]).toEqual([seen.toSorted(), seen.length]));
    expect(watching.seen().doors).toHaveLength(seen.length);
    expect(JSON.stringify(sent)).not.toContain(hidden);
  });

  test('a visitor behind a block is not shown inside a door that is', async () => {
    const { join } = await program();
    const ids = [await join('Amara'), await join('Chidi'), await join('Dana')] as const;
    await database.db.insert(blocks).values({ blockerId: ids[1], blockedId: ids[2] });
    const [amara, chidi, dana] = [await window(ids[0]), await window(ids[1]), await window(ids[2])];
    await amara.press('setDoor', { state: 'open' });
    await eventually(() => expect(doorNamed(chidi.seen(), 'Amara')?.state).toBe('open'));
    await chidi.press('walkIn', { doorId: doorNamed(chidi.seen(), 'Amara')?.doorId ?? expect.fail('no door') });
    await eventually(() => expect(doorNamed(dana.seen(), 'Amara')?.busy).toBe(true));
    expect(doorNamed(dana.seen(), 'Amara')?.inside.map((person) => person.name)).toEqual(['Amara']);
  });

  test('a door that declined somebody twice looks closed to them, in every message and at every fresh look', async () => {
    const { join } = await program();
    const ids = [await join('Ines'), await join('Chidi'), await join('Dana')] as const;
    const [ines, chidi, dana] = [await window(ids[0]), await window(ids[1]), await window(ids[2])];
    await ines.press('setDoor', { state: 'ajar' });
    await eventually(() => expect(doorNamed(chidi.seen(), 'Ines')?.state).toBe('ajar'));
    const { doorId } = doorNamed(chidi.seen(), 'Ines') ?? expect.fail('no door');
    for (const times of [1, 2]) {
      const { visitId } = await chidi.press('knock', { doorId });
      await ines.press('notNow', { visitId });
      await eventually(() => expect(chidi.declined).toHaveLength(times));
    }
    await eventually(() => expect(doorNamed(chidi.seen(), 'Ines')?.state).toBe('closed'));
    // From here on, nothing that is sent to Chidi may tell that it is open to others.
    const sent: unknown[] = [];
    chidi.socket.onAny((_, data) => sent.push(data));
    await ines.press('setDoor', { state: 'open' });
    await dana.press('walkIn', { doorId });
    await eventually(() => expect(ines.admitted).toHaveLength(1));
    await ines.press('closeAfter', { on: true });
    await ines.press('pauseDoor', { on: true });
    await eventually(() => expect(doorNamed(dana.seen(), 'Ines')).toMatchObject({ closing: true, inside: [{}, {}] }));
    await eventually(() => expect(sent.length).toBeGreaterThan(0));
    const fresh = await window(ids[1]);
    const closed = { state: 'closed', busy: false, inside: [], waiting: 0, backAt: null, closing: false };
    for (const seen of [chidi.seen(), fresh.seen()]) expect(doorNamed(seen, 'Ines')).toMatchObject(closed);
    expect(JSON.stringify(sent)).not.toMatch(/"state":"(open|ajar)"|"closing":true|"backAt":"/);
  });

  test('a mentor’s five minutes and last visit show nothing of them to whoever is behind a block', async () => {
    const { join } = await program();
    const ids = [await join('Ines'), await join('Chidi'), await join('Dana')] as const;
    await database.db.insert(blocks).values({ blockerId: ids[1], blockedId: ids[0] });
    const [ines, chidi, dana] = [await window(ids[0]), await window(ids[1]), await window(ids[2])];
    const sent: unknown[] = [];
    chidi.socket.onAny((_, data) => sent.push(data));
    await ines.press('setDoor', { state: 'open' });
    await ines.press('pauseDoor', { on: true });
    await eventually(() => expect(doorNamed(dana.seen(), 'Ines')?.backAt).toEqual(expect.any(String)));
    // What is sent to Chidi afterwards would have come after it.
    await dana.press('setDoor', { state: 'open' });
    await eventually(() => expect(doorNamed(chidi.seen(), 'Dana')?.state).toBe('open'));
    expect(JSON.stringify(sent)).not.toContain(ids[0]);
  });

  test('somebody who closes their last window is away after a moment, and their door no way in', async () => {
    const { join } = await program();
    const [amara, chidi] = [await window(await join('Amara')), await window(await join('Chidi'))];
    await amara.press('setDoor', { state: 'open' });
    await eventually(() => expect(doorNamed(chidi.seen(), 'Amara')?.around).toBe(true));
    amara.socket.disconnect();
    await eventually(() => expect(doorNamed(chidi.seen(), 'Amara')?.around).toBe(false));
  });
});

test('chores wait for themselves and end with the server', async () => {
  const chores = new Chores(log);
  let running = 0;
  let most = 0;
  chores.every(5, 'slow', async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 30));
    running -= 1;
  });
  await eventually(() => expect(most).toBe(1));
  await chores.close();
  expect(running).toBe(0);
  expect(most).toBe(1);
});

describe('languages', () => {
  test('knows the language of whoever is connected, also when they are gone', async () => {
    const { join } = await program();
    const bea = await join('Bea');
    await window(bea, { 'accept-language': 'fr-CA, en;q=0.5' });
    await eventually(async () => expect(await languageOf(database.db, bea)).toBe('fr'));
    await window(bea, { 'accept-language': 'fr', cookie: 'ajar-language=es' });
    await eventually(async () => expect(await languageOf(database.db, bea)).toBe('es'));
  });

  test('refuses in the language of whoever asks', async () => {
    const { join } = await program();
    const bea = await join('Bea');
    const { press } = await window(bea, { 'accept-language': 'fr-CA, en;q=0.5' });
    await expect(press('comeIn', { visitId: newId<VisitId>() })).rejects.toMatchObject({
      code: 'no-such-visit',
      message: 'Cette visite est finie. Rien n’a été changé.',
    });
  });
});
