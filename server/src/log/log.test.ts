import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLog, currentRequestId, type LogOptions, newRequestId, withRequestId } from './index.ts';

/** A log whose lines can be read. */
function collect(options: LogOptions = {}) {
  const lines: string[] = [];
  const log = createLog({ readable: false, ...options, to: { write: (line: string) => void lines.push(line) } });
  return { log, lines, events: () => lines.map((line) => JSON.parse(line)) };
}

test('one line an event, with the request it belongs to', async () => {
  const { log, events, lines } = collect();
  log.info({ door: 'd1' }, 'A door opened');
  await withRequestId('r1', async () => {
    await Promise.resolve();
    log.info('A visit began');
  });
  expect(lines.every((line) => line.endsWith('\n') && line.indexOf('\n') === line.length - 1)).toBe(true);
  expect(events()).toMatchObject([
    { msg: 'A door opened', door: 'd1' },
    { msg: 'A visit began', requestId: 'r1' },
  ]);
  expect(events()[0]).not.toHaveProperty('requestId');
});

test('request ids of things that happen at once are kept apart', async () => {
  const ids = Array.from({ length: 20 }, newRequestId);
  const seen = await Promise.all(ids.map((id) => withRequestId(id, () => nothing().then(currentRequestId))));
  expect(seen).toEqual(ids);
  expect(currentRequestId()).toBeUndefined();
});

test('the level decides what is written', () => {
  const { log, lines } = collect({ level: 'warn' });
  log.info('hush');
  log.warn('well');
  expect(lines).toHaveLength(1);
});

test.each([
  ['a token', { token: 'swordfish' }],
  ['a token deeper down', { visit: { ticket: { token: 'swordfish' } } }],
  ['a cookie', { req: { headers: { cookie: 'ajar.session=swordfish' } } }],
  ['an authorization header', { headers: { authorization: 'Basic swordfish' } }],
  ['a password', { settings: { password: 'swordfish' } }],
  ['an e-mail address by its key', { email: 'swordfish' }],
  ['an e-mail address in a text', { note: 'mail to swordfish@example.org bounced' }],
  ['a magic link', { url: 'http://localhost:3000/sign-in?token=swordfish&next=/' }],
  ['a database URL in an error', { err: new Error('connect postgres://ajar:swordfish@db/ajar') }],
  ['an error that is the cause of another', { err: new Error('no', { cause: new Error('redis://:swordfish@r') }) }],
  ['a bearer token in a text', { note: 'sent Bearer swordfish' }],
])('%s never reaches the log', (_, fields) => {
  const { log, lines } = collect();
  log.error(fields, 'Something happened');
  expect(lines.join()).not.toContain('swordfish');
  expect(lines.join()).toContain('[hidden]');
});

test.each([
  ['JWT', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl'],
  ['e-mail address', 'ada.lovelace@example.org'],
])('a %s never reaches the log, whatever stands around it, and lines stay JSON', (_, secret) => {
  const around = fc.oneof(fc.string(), fc.constantFrom('\n', '\t', '\\', '\\n', '"', '\u0001', 'é'));
  fc.assert(
    fc.property(around, around, (before, after) => {
      const { log, lines, events } = collect();
      log.info({ field: before + secret + after, err: new Error(before + secret) }, secret + after);
      return !lines.join().includes(secret) && events().length === 1;
    }),
  );
});

test('at a terminal an event is one short line', () => {
  const { log, lines } = collect({ readable: true });
  log.warn({ attempt: 2 }, 'Mail waits');
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d warning Mail waits \(attempt=2\)\n$/);
});

function nothing(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}
