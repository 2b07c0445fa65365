import type { MemberId, ProgramId } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Call } from '../api/index.ts';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { newId } from '../ids/index.ts';
import { createLog } from '../log/index.ts';
import { members, programs } from '../programs/tables.ts';
import { openQueues, type Queues } from '../queue/index.ts';
import { Push } from './index.ts';
import { pushSubscriptions } from './tables.ts';
import { readVapid, startPushService } from './testing.ts';
import { vapidKeysFrom } from './vapid.ts';

/** Waits for what is on its way, however busy the machine; longer than the pauses between attempts. */
const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 60_000 });
const subject = 'mailto:staff@example.org';
const logged: string[] = [];
const log = createLog({ level: 'debug', readable: false, to: { write: (line) => void logged.push(line) } });

let database: TestDatabase;
let queues: Queues;
let push: Push;

beforeAll(async () => {
  database = await createTestDatabase();
  queues = await openQueues({ connection: database.connection, redis: undefined, log });
  push = new Push({ db: database.db, queues, subject, reach: { loopback: true }, log });
  await queues.start();
});
afterAll(async () => {
  await queues.close();
  await database.close();
});

async function newMember(): Promise<MemberId> {
  const [programId, memberId] = [newId<ProgramId>(), newId<MemberId>()];
  await database.db.insert(programs).values({ id: programId, name: 'A programme' });
  await database.db.insert(members).values({ id: memberId, programId, email: `${memberId}@example.org`, name: 'Bea' });
  return memberId;
}

type Subscription = Call<'subscribe'>['body'];
const call = (memberId: MemberId, body: Subscription) => ({ viewer: { member: { memberId } }, body }) as never;
const subscribe = (memberId: MemberId, body: Subscription) => push.handlers.subscribe(call(memberId, body));
const unsubscribe = (memberId: MemberId, body: Subscription) => push.handlers.unsubscribe(call(memberId, body));
const browsersOf = (memberId: MemberId) =>
  database.db.select().from(pushSubscriptions).where(eq(pushSubscriptions.memberId, memberId));

const words = { title: 'Coffee', body: 'Chidi Mensah has sat down.' };
const where = { path: '/', tag: 'coffee' };
const message = { ...words, ...where };
const other = { title: 'Café', body: 'otra cosa' };
const said = (title: string) => ({ words: { en: { ...words, title }, fr: other, es: other }, ...where });
const notification = said(words.title);

test('a message arrives encrypted for the browser and signed by the key it subscribed with', async () => {
  const service = await startPushService();
  const memberId = await newMember();
  await subscribe(memberId, service.subscription('browser-secret'));
  await push.notify(memberId, { ...notification, ttlSeconds: 600 });
  await eventually(() => expect(service.received).toHaveLength(1));
  const [got] = service.received;
  expect(got).toMatchObject({ path: '/browser-secret', message });
  expect(got?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'high' });
  expect(Number(got?.headers['ttl'])).toBeGreaterThan(500);
  expect(got?.headers['topic']).toMatch(/^[\w-]{1,32}$/);

  const { publicKey } = await push.handlers.pushKey({} as never);
  const vapid = readVapid(got?.headers.authorization ?? '');
  expect(vapid).toMatchObject({ publicKey, claims: { aud: service.origin, sub: subject } });
  const expires = Number(vapid.claims['exp']) - Date.now() / 1_000;
  expect(expires).toBeGreaterThan(0);
  expect(expires).toBeLessThan(24 * 3600);

  await eventually(async () => expect((await browsersOf(memberId))[0]?.lastOkAt).toBeInstanceOf(Date));
  const lines = logged.join('\n');
  for (const secret of ['Chidi', 'browser-secret', service.origin]) expect(lines).not.toContain(secret);
});

test('every browser of a person is told, and nobody else’s', async () => {
  const service = await startPushService();
  const [bea, chidi] = [await newMember(), await newMember()];
  for (const name of ['laptop', 'phone']) await subscribe(bea, service.subscription(name));
  await subscribe(chidi, service.subscription('other'));
  await push.notify(bea, { ...notification, ttlSeconds: 60 });
  await eventually(() => expect(service.received.map(({ path }) => path).sort()).toEqual(['/laptop', '/phone']));
});

test('a browser the push service no longer knows is forgotten', async () => {
  const service = await startPushService();
  for (const status of [404, 410]) {
    const memberId = await newMember();
    await subscribe(memberId, service.subscription(`gone-${status}`));
    service.answers.push(status);
    await push.notify(memberId, { ...notification, ttlSeconds: 60 });
    await eventually(async () => expect(await browsersOf(memberId)).toEqual([]));
  }
});

test('a busy push service is asked again, and one that refuses is not', async () => {
  const service = await startPushService();
  const memberId = await newMember();
  await subscribe(memberId, service.subscription('busy'));
  service.answers.push(503, 429, 201);
  await push.notify(memberId, { ...notification, ttlSeconds: 600 });
  await eventually(() => expect(service.received).toHaveLength(3));
  service.answers.push(413);
  await push.notify(memberId, { ...notification, ttlSeconds: 600 });
  await eventually(() => expect(logged.join('\n')).toContain('refused a message'));
  expect(service.received).toHaveLength(4);
  expect(await browsersOf(memberId)).toHaveLength(1);
});

test('what is too late is not told', async () => {
  const service = await startPushService();
  const memberId = await newMember();
  await subscribe(memberId, service.subscription('late'));
  await push.notify(memberId, { ...said('Too late'), ttlSeconds: -1 });
  await push.notify(memberId, { ...said('In time'), ttlSeconds: 60 });
  await eventually(() => expect(service.received).toMatchObject([{ message: { title: 'In time' } }]));
});

test('a browser belongs to whoever subscribed in it last, and only they can take it back', async () => {
  const service = await startPushService();
  const [bea, chidi] = [await newMember(), await newMember()];
  const browser = service.subscription('shared');
  await subscribe(bea, browser);
  await subscribe(chidi, browser);
  expect(await browsersOf(bea)).toEqual([]);
  await unsubscribe(bea, browser);
  expect(await browsersOf(chidi)).toHaveLength(1);
  await unsubscribe(chidi, browser);
  expect(await browsersOf(chidi)).toEqual([]);
});

test('an address inside our network is refused, and a person’s eleventh browser takes the place of the first', async () => {
  const service = await startPushService();
  const memberId = await newMember();
  const { keys } = service.subscription('any');
  const metadata = { endpoint: 'http://169.254.169.254/latest/meta-data', keys };
  await expect(subscribe(memberId, metadata)).rejects.toMatchObject({ code: 'push-address' });
  for (let n = 1; n <= 11; n++) await subscribe(memberId, service.subscription(`browser-${n}`));
  const paths = (await browsersOf(memberId)).map(({ endpoint }) => new URL(endpoint).pathname);
  expect(paths).toHaveLength(10);
  expect(paths).not.toContain('/browser-1');
});

test('the key pair hangs on the secret alone', () => {
  const secret = new Uint8Array(32).fill(7);
  expect(vapidKeysFrom(secret)).toEqual(vapidKeysFrom(secret));
  expect(vapidKeysFrom(secret)).not.toEqual(vapidKeysFrom(new Uint8Array(32)));
  expect(Buffer.from(vapidKeysFrom(secret).publicKey, 'base64url')).toHaveLength(65);
  expect(Buffer.from(vapidKeysFrom(secret).privateKey, 'base64url')).toHaveLength(32);
});
