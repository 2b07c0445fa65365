import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { environmentNames, publicUrlOf, readSettings } from './settings.ts';

type Env = Record<string, string>;
const read = (env: Env, argv: string[] = []) => readSettings({ env, argv, root: true });

test('nothing given is enough', () => {
  expect(read({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    dataDir: '/var/lib/ajar',
    databaseUrl: undefined,
    redisUrl: undefined,
    oidc: undefined,
    media: { listen: undefined, port: 0, nodes: 'own' },
    demoAllowed: true,
  });
  expect(readSettings({ env: {}, argv: [], root: false }).dataDir).not.toBe('/var/lib/ajar');
});

test('an empty value counts as absent', () => {
  expect(read({ PORT: '', DATABASE_URL: '', AJAR_OIDC_ISSUER: '' })).toEqual(read({}));
});

describe('a bad variable is named', () => {
  test.each<[Env, string]>([
    [{ PORT: 'abc' }, 'PORT: must be a whole number from 1 to 65535, got "abc"'],
    [{ PORT: '65536' }, 'PORT: must be a whole number from 1 to 65535, got "65536"'],
    [{ AJAR_PUBLIC_URL: 'ajar.example.org' }, 'AJAR_PUBLIC_URL: must look like https://ajar.example.org'],
    [{ AJAR_PUBLIC_URL: 'https://example.org/ajar' }, 'AJAR_PUBLIC_URL: must have no path after the host'],
    [{ DATABASE_URL: 'mysql://h/d' }, 'DATABASE_URL: must look like postgres://user:password@host:5432/database'],
    [{ AJAR_MEDIA_LISTEN: 'eth0' }, 'AJAR_MEDIA_LISTEN: must be an IP address such as 0.0.0.0, got "eth0"'],
    [{ AJAR_CAMERA_CODEC: 'av1' }, 'AJAR_CAMERA_CODEC: must be vp8 or vp9, got "av1"'],
    [{ AJAR_MEDIA_WORKERS: '0' }, 'AJAR_MEDIA_WORKERS: must be a whole number from 1 to 256, got "0"'],
    [{ AJAR_MEDIA_NODES: 'many' }, 'AJAR_MEDIA_NODES: must be own or remote, got "many"'],
    [{ AJAR_MEDIA_SECRET: 'hunter2' }, 'AJAR_MEDIA_SECRET: must be at least 32 characters long'],
    [
      { AJAR_TURN_SECRET: 'hunter2', AJAR_TURN_URLS: 'turn:a.example' },
      'AJAR_TURN_SECRET: must be at least 16 characters long',
    ],
    [
      { AJAR_TURN_URLS: 'https://turn.example.org', AJAR_TURN_SECRET: 'a secret of coturn' },
      'AJAR_TURN_URLS: must be turn: or turns: addresses with commas between, such as turns:turn.example.org:443?transport=tcp',
    ],
    [
      { AJAR_TURN_URLS: 'turn:turn.example.org' },
      'AJAR_TURN_SECRET: missing; a TURN server needs AJAR_TURN_URLS and AJAR_TURN_SECRET',
    ],
    [{ AJAR_MAIL_FROM: 'Ajar' }, 'AJAR_MAIL_FROM: must hold an e-mail address, got "Ajar"'],
    [
      { AJAR_LOG_LEVEL: 'loud' },
      'AJAR_LOG_LEVEL: must be one of trace, debug, info, warn, error, fatal, silent, got "loud"',
    ],
    [
      { REDIS_URL: 'redis://127.0.0.1' },
      'REDIS_URL: needs DATABASE_URL too, because the database inside Ajar serves one machine only. Set both or neither',
    ],
    [
      { AJAR_OIDC_ISSUER: 'https://id.example.org', AJAR_OIDC_CLIENT_ID: 'ajar' },
      'AJAR_OIDC_CLIENT_SECRET: missing; single sign-on needs AJAR_OIDC_ISSUER, AJAR_OIDC_CLIENT_ID, AJAR_OIDC_CLIENT_SECRET',
    ],
  ])('%o', (env, message) => {
    expect(() => read(env)).toThrow(expect.objectContaining({ category: 'set-up', code: 'bad-settings', message }));
  });

  test('all of them at once, one line each', () => {
    expect(() => read({ PORT: 'x', AJAR_MEDIA_PORT: '-1' })).toThrow(
      'PORT: must be a whole number from 1 to 65535, got "x"\nAJAR_MEDIA_PORT: must be a whole number from 0 to 65535, got "-1"',
    );
  });

  test('flags that do not exist too', () => {
    expect(() => read({}, ['--emtpy'])).toThrow('--emtpy: no such option; there is only --empty');
  });
});

test('a secret is never repeated in a message', () => {
  const secret = 'correct-horse-battery';
  for (const name of environmentNames.filter((variable) => /SECRET|_URLS?$/.test(variable))) {
    const message = String(tryOr(() => read({ [name]: `nonsense:${secret}` })));
    expect(message, name).not.toContain(secret);
  }
});

test('whatever the environment holds, it is read or refused with a name, never half-read', () => {
  const variable = fc.constantFrom(...environmentNames);
  fc.assert(
    fc.property(fc.dictionary(variable, fc.string()), (env) => {
      const outcome = tryOr(() => read(env));
      if (!(outcome instanceof Error)) return true;
      return outcome.message.split('\n').every((line) => environmentNames.some((name) => line.startsWith(`${name}: `)));
    }),
  );
});

describe('the demo', () => {
  test.each<[Env, string[], boolean]>([
    [{}, [], true],
    [{ HOST: 'localhost' }, [], true],
    [{ HOST: '::1' }, [], true],
    [{}, ['--empty'], false],
    [{ HOST: '0.0.0.0' }, [], false],
    [{ HOST: '192.168.1.7' }, [], false],
    [{ HOST: 'localhost.example.org' }, [], false],
    [{ DATABASE_URL: 'postgres://127.0.0.1/ajar' }, [], false],
  ])('%o %o is allowed: %o', (env, argv, allowed) => {
    expect(read(env, argv).demoAllowed).toBe(allowed);
  });
});

test('the public address is the one given, or follows from where the server listens', () => {
  expect(publicUrlOf(read({ AJAR_PUBLIC_URL: 'https://ajar.example.org/' }), 1)).toBe('https://ajar.example.org');
  expect(publicUrlOf(read({}), 3456)).toBe('http://localhost:3456');
  expect(publicUrlOf(read({ HOST: '0.0.0.0' }), 3000)).toBe('http://localhost:3000');
  expect(publicUrlOf(read({ HOST: 'fd00::7' }), 3000)).toBe('http://[fd00::7]:3000');
});

test('.env.example names every variable and is itself in order', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../.env.example'), 'utf8');
  const example = Object.fromEntries(Object.entries(parseEnv(text)).map(([name, value]) => [name, value ?? '']));
  const others = ['AJAR_HUB_URL'];
  expect(Object.keys(example).toSorted()).toEqual([...environmentNames, ...others].toSorted());
  expect(read(example)).toEqual(read({}));
});

function tryOr<T>(attempt: () => T): T | Error {
  try {
    return attempt();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
