import type { SignInOptions } from '@ajar/shared';
import { describe, expect, test } from 'vitest';
import { createTestDatabase } from '../database/testing.ts';
import { isLocal } from './local.ts';
import { openHouse } from './testing.ts';

const amara = { email: 'amara.osei@demo.ajar.invalid' };

describe('on this machine alone', () => {
  test('continues as a person of the demo', async () => {
    const { browser } = await openHouse();
    const me = browser();
    const options = await me.read<SignInOptions>('/api/sign-in-options');
    expect(options.programName).toBe('Faculty of Medicine mentoring');
    expect(options.demo.map((person) => person.name)).toEqual([
      'Amara Osei',
      'Bea Lindqvist',
      'Chidi Mensah',
      'Dana Whitfield',
      'Eli Nakamura',
      'Farah Haddad',
    ]);
    const signedIn = await me.go('/api/demo/sign-in', { json: amara });
    expect(signedIn.status).toBe(200);
    expect(signedIn.headers.getSetCookie()[0]).toMatch(/^ajar\.session_token=.*HttpOnly; SameSite=Lax$/);
    expect(await (await me.go('/api/me')).json()).toMatchObject({
      ...amara,
      demo: true,
      membership: { member: { name: 'Amara Osei', staff: false }, program: { name: 'Faculty of Medicine mentoring' } },
    });
  });

  test('knows nobody but demo people', async () => {
    const { browser } = await openHouse();
    const farah = browser();
    await farah.go('/api/demo/sign-in', { json: { email: 'farah.haddad@demo.ajar.invalid' } });
    const added = await farah.go('/api/members', { json: { name: 'Grace', email: 'Grace@example.org' } });
    expect(await added.json()).toMatchObject({ email: 'grace@example.org', staff: false });
    for (const email of ['grace@example.org', 'nobody@demo.ajar.invalid']) {
      const refused = await browser().go('/api/demo/sign-in', { json: { email } });
      expect(refused.status).toBe(404);
      expect(await refused.json()).toMatchObject({ code: 'no-demo', category: 'not-found' });
    }
  });

  test('signs out, and the hub is told', async () => {
    const { browser, told } = await openHouse();
    const me = browser();
    await me.go('/api/demo/sign-in', { json: amara });
    const cookie = me.cookies() ?? '';
    expect((await me.go('/api/auth/sign-out', { json: {} })).status).toBe(200);
    expect((await me.go('/api/me')).status).toBe(401);
    expect((await browser().go('/api/me', { headers: { cookie } })).status).toBe(401);
    expect(told.signedOut).toHaveLength(1);
  });
});

describe('anywhere else the demo is shut', () => {
  test.each([
    ['bound to another address or with DATABASE_URL', { settings: { demoAllowed: false } }, {}],
    ['with a public address in front', { publicUrl: 'https://ajar.example.org' }, {}],
    ['through a proxy nobody told us of', {}, { 'x-forwarded-for': '203.0.113.7' }],
  ])('%s', async (_where, options, headers) => {
    const database = await createTestDatabase();
    const open = await openHouse({ database });
    const before = open.browser();
    expect((await before.go('/api/demo/sign-in', { json: amara })).status).toBe(200);

    const shut = await openHouse({ database, ...options });
    const me = shut.browser();
    const { origin } = new URL(shut.url);
    const asked = await me.go('/api/demo/sign-in', {
      json: amara,
      headers: { ...headers, origin: 'https://ajar.example.org' },
    });
    const own = await me.go('/api/demo/sign-in', { json: amara, headers: { ...headers, origin } });
    expect([403, 404]).toContain(asked.status);
    expect([403, 404]).toContain(own.status);
    expect(me.cookies()).toBeUndefined();
    expect(await me.read('/api/sign-in-options', { headers })).toMatchObject({ demo: [] });
    await database.close();
  });

  test('sessions from demo days, links and new accounts are no way in', async () => {
    const database = await createTestDatabase();
    const open = await openHouse({ database });
    const before = open.browser();
    await before.go('/api/demo/sign-in', { json: amara });
    const cookie = before.cookies() ?? '';
    expect((await open.browser().go('/api/me', { headers: { cookie } })).status).toBe(200);

    const shut = await openHouse({ database, settings: { demoAllowed: false } });
    expect((await shut.browser().go('/api/me', { headers: { cookie } })).status).toBe(401);
    expect(await shut.accounts.viewerFrom({ cookie })).toBeNull();
    for (const email of [amara.email, 'eli.nakamura@demo.ajar.invalid']) {
      const me = shut.browser();
      await me.go('/api/auth/sign-in/magic-link', { json: { email, callbackURL: '/' } });
      const outbox = await (await me.go('/dev/outbox')).text();
      const link = /href="([^"]*\/sign-in\/link[^"]*)"/.exec(outbox)?.[1]?.replaceAll('&amp;', '&') ?? '';
      const { url } = await me.follow(await me.go(link), link);
      expect(url).toContain('error=');
      expect((await me.go('/api/me')).status).toBe(401);
    }
    await database.close();
  });
});

test.each([
  ['127.0.0.1', { host: 'localhost:3000' }, true],
  ['::ffff:127.0.0.1', { host: '127.0.0.1:3000' }, true],
  ['::1', { host: '[::1]:3000' }, true],
  ['192.168.1.7', { host: 'localhost:3000' }, false],
  ['127.0.0.1', { host: 'rebound.example.org' }, false],
  ['127.0.0.1', { host: 'localhost.example.org' }, false],
  ['127.0.0.1', {}, false],
  ['127.0.0.1', { host: 'localhost:3000', forwarded: 'for=203.0.113.7' }, false],
  [undefined, { host: 'localhost:3000' }, false],
])('a request from %s with %o is local: %s', (remoteAddress, headers, local) => {
  expect(isLocal({ remoteAddress, headers })).toBe(local);
});
