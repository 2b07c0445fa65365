import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { supportedRtpCapabilities } from '@ajar/media';
import { hubProtocol, type MemberId, type ProgramId, request, rtpCapabilities } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { Server } from 'socket.io';
import { io as connect, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createFeatures, type Features } from '../app/features.ts';
import { PairingPool } from '../coffee/index.ts';
import { coffeePolicies } from '../coffee/tables.ts';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { attachHub } from '../hub/index.ts';
import { newId } from '../ids/index.ts';
import { createLog } from '../log/index.ts';
import { ownNodeId } from '../nodes/index.ts';
import { blocks } from '../people/tables.ts';
import { toMember } from '../programs/index.ts';
import { members, programs } from '../programs/tables.ts';
import { openQueues, type Queues } from '../queue/index.ts';
import { UnderWay } from '../under-way/index.ts';

const log = createLog({ level: 'silent' });
/** Waits for what is on its way, however busy the machine; an offer stands for 20 s of it. */
const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 90_000 });

let database: TestDatabase;
let queues: Queues;
let io: Server;
let features: Features;
const pool = new PairingPool();
let url: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const { db, connection } = database;
  queues = await openQueues({ connection, redis: undefined, log });
  const http = createServer();
  io = new Server(http);
  features = createFeatures({ db, io, queues, secret: new Uint8Array(32), hub: 'a', shared: false, pool, log });
  const viewerFrom = async ({ 'x-member': id }: NodeJS.Dict<string | string[]>) => {
    const [row] = await db
      .select()
      .from(members)
      .where(eq(members.id, String(id) as MemberId));
    if (!row) return null;
    const program = { id: row.programId, name: 'A programme' };
    return { userId: `user-${row.id}`, email: row.email, demo: false, member: toMember(row), program };
  };
  const underWay = new UnderWay();
  attachHub({ ...features, namespace: io.of('/'), db, viewerFrom, limit: async () => undefined, underWay, log });
  await queues.start();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
/** A media node says now and then that it is there. */
beforeEach(async () => {
  const capabilities = rtpCapabilities.parse(supportedRtpCapabilities());
  await features.nodes.registered({ nodeId: ownNodeId, url: '', rtpCapabilities: capabilities, peers: 0, rooms: [] });
});
afterAll(async () => {
  await io.close();
  await queues.close();
  await pool.close();
  await database.close();
});

type Heard = { at: number; name: string; data: unknown };

/** A person at a window who writes down everything the hub sends, acks included. */
function window(memberId: MemberId) {
  const heard: Heard[] = [];
  const socket: Socket = connect(url, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { 'x-member': memberId },
  });
  socket.onAny((name: string, data: unknown) => heard.push({ at: Date.now(), name, data }));
  return { socket, heard, memberId };
}
type Window = ReturnType<typeof window>;

const lastMine = ({ heard }: Window) => {
  const last = heard.filter(({ name }) => name === 'mine').at(-1);
  return hubProtocol.pushes.mine.parse(last?.data).passing;
};

/** Two people who are being asked about each other, by themselves in a programme of their own. */
async function asked() {
  const { db } = database;
  const programId = newId<ProgramId>();
  await db.insert(programs).values({ id: programId, name: 'A programme' });
  await db.insert(coffeePolicies).values({ programId, passingBar: 0 });
  const join = async (name: string) => {
    const memberId = newId<MemberId>();
    await db.insert(members).values({ id: memberId, programId, email: `${memberId}@example.org`, name });
    return window(memberId);
  };
  const [amara, bea] = [await join('Amara'), await join('Bea')] as const;
  for (const { socket } of [amara, bea]) await request(socket, hubProtocol, 'upForChat', { minutes: 30 });
  await eventually(() => expect([lastMine(amara).offer, lastMine(bea).offer]).not.toContain(null));
  const { offer } = lastMine(amara);
  if (!offer) throw new Error('no offer');
  // From here on counts what is heard.
  for (const { heard } of [amara, bea]) heard.length = 0;
  const answer = async (who: Window, yes: boolean) => {
    const ack = await who.socket.emitWithAck('answerOffer', { offerId: offer.offerId, yes });
    who.heard.push({ at: Date.now(), name: 'ack', data: ack });
  };
  const close = () => {
    for (const { socket } of [amara, bea]) socket.disconnect();
  };
  return { amara, bea, answer, endsAt: Date.parse(offer.endsAt), close };
}
type Asked = Awaited<ReturnType<typeof asked>>;

/** What somebody heard, word for word, with the ids and times of this one story replaced by their order. */
function story({ heard }: Window): string[] {
  const known = new Map<string, string>();
  const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z/g;
  return heard.map(({ name, data }) =>
    `${name} ${JSON.stringify(data)}`.replace(id, (found) => {
      const word = known.get(found) ?? `<${known.size}>`;
      known.set(found, word);
      return word;
    }),
  );
}

/** That somebody comes and goes is seen along the corridor, whatever they were asked. */
const besidesComings = (stories: string[]) => stories.filter((line) => !line.startsWith('changed'));

test('no, silence, being away and a block are the same to who said yes, in every word and until the end', async () => {
  const parts: Record<string, (asked: Asked) => Promise<unknown>> = {
    no: ({ bea, answer }) => answer(bea, false),
    silence: async () => undefined,
    away: async ({ bea }) => bea.socket.disconnect(),
    block: ({ amara, bea }) =>
      database.db.insert(blocks).values({ blockerId: bea.memberId, blockedId: amara.memberId }),
  };
  const all = await Promise.all(
    Object.entries(parts).map(async ([name, part]) => {
      const one = await asked();
      await one.answer(one.amara, true);
      await part(one);
      return { name, ...one };
    }),
  );
  for (const { amara } of all) await eventually(() => expect(lastMine(amara).offer).toBeNull());
  const told = all.map(({ amara }) => besidesComings(story(amara)));
  const [first] = told;
  expect(first).toHaveLength(3);
  for (const [n, one] of told.entries()) expect(one, all[n]?.name).toEqual(first);
  for (const { amara, endsAt, close } of all) {
    const last = amara.heard.filter(({ name }) => name === 'mine').at(-1);
    expect(last?.at).toBeGreaterThanOrEqual(endsAt);
    close();
  }
});

test('a yes and silence are the same to who said no, and so is asking again after the end', async () => {
  const [yes, silence] = await Promise.all([asked(), asked()]);
  await yes.answer(yes.amara, true);
  for (const { bea, answer } of [yes, silence]) await answer(bea, false);
  for (const { bea } of [yes, silence]) await eventually(() => expect(lastMine(bea).offer).toBeNull());
  for (const { bea, answer } of [yes, silence]) await answer(bea, false);
  expect(story(yes.bea)).toEqual(story(silence.bea));
  expect(story(yes.bea).at(-1)).toContain('offer-over');
  for (const { bea, endsAt, close } of [yes, silence]) {
    const ends = bea.heard.filter(({ name }) => name === 'mine').at(-1);
    expect(ends?.at).toBeGreaterThanOrEqual(endsAt);
    close();
  }
});

test('two yeses call both in at once', async () => {
  const { amara, bea, answer, close } = await asked();
  await answer(amara, true);
  await answer(bea, true);
  for (const { heard } of [amara, bea]) {
    await eventually(() => expect(heard).toContainEqual(expect.objectContaining({ name: 'admitted' })));
    const { data } = heard.find(({ name }) => name === 'admitted') ?? {};
    expect(hubProtocol.pushes.admitted.parse(data)).toMatchObject({ why: 'passing', admission: { kind: 'passing' } });
  }
  close();
});
