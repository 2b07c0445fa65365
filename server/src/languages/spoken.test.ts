import type { MemberId, ProgramId } from '@ajar/shared';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openHouse } from '../accounts/testing.ts';
import { createTestDatabase } from '../database/testing.ts';
import { calledWords } from '../doors/words.ts';
import { newId } from '../ids/index.ts';
import { createLog } from '../log/index.ts';
import { startMailServer } from '../mail/testing.ts';
import { members, programs } from '../programs/tables.ts';
import { Push } from '../push/index.ts';
import { startPushService } from '../push/testing.ts';
import { openQueues } from '../queue/index.ts';
import { keepSeen, languageOf } from './index.ts';
import { chosenLanguages } from './tables.ts';

/** Waits for what is on its way, however busy the machine. */
const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 60_000 });

/** A letter as its reader sees it (RFC 2045, 6.7). */
function readable(letter: string): string {
  const joined = letter.replace(/=\r?\n/g, '');
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

test('the way in is written to somebody in the language of the browser that asks, or the one they chose', async () => {
  const server = await startMailServer();
  const house = await openHouse({ settings: { smtpUrl: server.url } });
  const browser = house.browser();
  const ask = (email: string) =>
    browser.go('/api/auth/sign-in/magic-link', { json: { email }, headers: { 'accept-language': 'fr-CA, en;q=0.5' } });
  expect((await ask('nobody.yet@example.org')).status).toBe(200);
  await eventually(() => expect(server.taken).toHaveLength(1));
  expect(readable(server.taken[0] ?? '')).toContain(
    'Ouvrez ce lien pour entrer. Il sert une fois, pendant 15 minutes\u00a0:',
  );

  const dana = 'dana.whitfield@demo.ajar.invalid';
  await browser.go('/api/demo/sign-in', { json: { email: dana } });
  await browser.go('/api/me/language', { method: 'PUT', json: { language: 'es' } });
  await ask(dana);
  await eventually(() => expect(server.taken).toHaveLength(2));
  expect(readable(server.taken[1] ?? '')).toContain('Abra este enlace para entrar. Sirve una vez, durante 15 minutos:');
});

test('a push message is in the language its reader chose, or that their browser asked for', async () => {
  const { db, connection, close } = await createTestDatabase();
  onTestFinished(close);
  const log = createLog({ level: 'silent' });
  const queues = await openQueues({ connection, redis: undefined, log });
  onTestFinished(() => queues.close());
  const push = new Push({ db, queues, subject: 'mailto:staff@example.org', reach: { loopback: true }, log });
  await queues.start();
  const service = await startPushService();
  const [programId, memberId] = [newId<ProgramId>(), newId<MemberId>()];
  await db.insert(programs).values({ id: programId, name: 'A programme' });
  await db.insert(members).values({ id: memberId, programId, email: 'dana@example.org', name: 'Dana' });
  const me = { viewer: { member: { memberId } }, body: service.subscription('browser') } as never;
  await push.handlers.subscribe(me);
  const tell = (tag: string) => push.notify(memberId, { words: calledWords('Bea'), path: '/', tag, ttlSeconds: 600 });
  const titles = () => service.received.map(({ message }) => (message as { title: string }).title);

  expect(await languageOf(db, memberId)).toBe('en');
  await keepSeen(db, memberId, 'es');
  await tell('first');
  await eventually(() => expect(titles()).toEqual(['Es su turno con Bea']));
  await db.update(chosenLanguages).set({ language: 'fr' });
  await keepSeen(db, memberId, 'es');
  await tell('second');
  await eventually(() => expect(titles()[1]).toBe('C’est votre tour chez Bea'));
});
