import { expect, test } from 'vitest';
import { startMailServer } from '../mail/testing.ts';
import { type Browser, openHouse } from './testing.ts';

const email = 'grace@example.org';

async function linkInOutbox(browser: Browser): Promise<string> {
  const outbox = await (await browser.go('/dev/outbox')).text();
  return /href="([^"]*\/sign-in\/link[^"]*)"/.exec(outbox)?.[1]?.replaceAll('&amp;', '&') ?? '';
}

test('a link sent through a mail server signs in once', async () => {
  const { url, taken } = await startMailServer();
  const house = await openHouse({ settings: { smtpUrl: url } });
  const me = house.browser();
  const asked = await me.go('/api/auth/sign-in/magic-link', { json: { email, callbackURL: '/' } });
  expect(asked.status).toBe(200);
  expect(taken).toHaveLength(1);
  const text = (taken[0] ?? '').replace(/=\r\n/g, '').replace(/=3D/g, '=');
  expect(text).toContain(`To: ${email}`);
  expect(text).toContain('From: Ajar <ajar@localhost>');
  const link = /http\S+\/sign-in\/link\S+/.exec(text)?.[0] ?? '';

  const { url: landed } = await me.follow(await me.go(link), link);
  expect(new URL(landed).pathname).toBe('/');
  expect(await (await me.go('/api/me')).json()).toEqual({ email, demo: false, membership: null });

  const again = house.browser();
  const verify = `/api/auth/magic-link/verify?${new URL(link).searchParams}`;
  expect((await again.go(verify)).headers.get('location')).toContain('error=INVALID_TOKEN');
  expect((await again.go('/api/me')).status).toBe(401);
  expect((await me.go('/dev/outbox')).status).toBe(404);
});

test('another browser has to press once, so that a mail filter that opens the link does not use it up', async () => {
  const house = await openHouse();
  const asking = house.browser();
  await asking.go('/api/auth/sign-in/magic-link', { json: { email, callbackURL: '/call/1' } });
  const link = await linkInOutbox(asking);

  const filter = house.browser();
  const opened = await filter.go(link);
  expect(opened.status).toBe(200);
  const form = await opened.text();
  expect(filter.cookies()).toBeUndefined();

  const hidden = [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]);
  const pressed = await filter.go(`/api/auth/magic-link/verify?${new URLSearchParams(Object.fromEntries(hidden))}`);
  expect(new URL(pressed.headers.get('location') ?? '').pathname).toBe('/call/1');
  expect((await filter.go('/api/me')).status).toBe(200);
});

test('who is a member by address is in the programme at once', async () => {
  const house = await openHouse();
  const farah = house.browser();
  await farah.go('/api/demo/sign-in', { json: { email: 'farah.haddad@demo.ajar.invalid' } });
  await farah.go('/api/members', { json: { name: 'Grace Okello', email } });
  const me = house.browser();
  await me.go('/api/auth/sign-in/magic-link', { json: { email: 'GRACE@example.org', callbackURL: '/' } });
  const link = await linkInOutbox(me);
  await me.follow(await me.go(link), link);
  expect(await me.read('/api/me')).toMatchObject({ membership: { member: { name: 'Grace Okello' } } });
});

test('a mail server that does not answer is said, and nothing is kept', async () => {
  const house = await openHouse({ settings: { smtpUrl: 'smtp://127.0.0.1:1' } });
  const asked = await house.browser().go('/api/auth/sign-in/magic-link', { json: { email, callbackURL: '/' } });
  expect(asked.status).toBe(503);
  expect(await asked.json()).toMatchObject({ code: 'mail-failed', category: 'unavailable' });
});

test('one address is not flooded', async () => {
  const house = await openHouse();
  const statuses: number[] = [];
  for (let asked = 0; asked < 6; asked++) {
    const answer = await house.browser().go('/api/auth/sign-in/magic-link', { json: { email, callbackURL: '/' } });
    statuses.push(answer.status);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
});

test('the outbox is for this machine alone', async () => {
  const house = await openHouse();
  expect((await house.browser().go('/dev/outbox')).status).toBe(200);
  const proxied = await house.browser().go('/dev/outbox', { headers: { 'x-forwarded-for': '203.0.113.7' } });
  expect(proxied.status).toBe(404);
});

test('a link never leads to another site', async () => {
  const house = await openHouse();
  const asked = { email, callbackURL: 'https://evil.example.org/' };
  expect((await house.browser().go('/api/auth/sign-in/magic-link', { json: asked })).status).toBe(403);
  const foreign = { json: { email, callbackURL: '/' }, headers: { origin: 'https://evil.example.org', cookie: 'a=b' } };
  expect((await house.browser().go('/api/auth/sign-in/magic-link', foreign)).status).toBe(403);
});
