import { api, type RouteShape } from '@ajar/shared';
import { describe, expect, test } from 'vitest';
import { openHouse } from '../accounts/testing.ts';

const chidi = { email: 'chidi.mensah@demo.ajar.invalid' };
const room = '01933f00-0000-7000-8000-000000000001';

async function signedIn(email = chidi.email) {
  const house = await openHouse();
  const me = house.browser();
  await me.go('/api/demo/sign-in', { json: { email } });
  return { house, me };
}

describe('an error has one shape', () => {
  test('for what was sent', async () => {
    const { me } = await signedIn();
    const cases: [path: string, sent: Parameters<typeof me.go>[1], status: number, code: string, words: RegExp][] = [
      ['/api/me/profile', { method: 'PATCH', json: { place: 7 } }, 400, 'bad-input', /^place: /],
      ['/api/me/profile', { method: 'PATCH', json: { name: ' ' } }, 400, 'bad-input', /^name: /],
      ['/api/blocks/not-an-id', { method: 'PUT' }, 400, 'bad-input', /^memberId: /],
      ['/api/demo/sign-in', { json: {} }, 400, 'bad-input', /^email: /],
      ['/api/demo/sign-in', { method: 'POST' }, 400, 'bad-input', /^email: /],
      ['/api/nowhere', {}, 404, 'no-such-route', /docs/],
      ['/api/me', { method: 'DELETE' }, 404, 'no-such-route', /docs/],
      ['/api/members', {}, 403, 'staff-only', /staff/],
      ['/api/members', { json: { name: 'x', email: 'x@example.org' } }, 403, 'staff-only', /staff/],
    ];
    for (const [path, sent, status, code, words] of cases) {
      const answer = await me.go(path, sent);
      expect([path, answer.status]).toEqual([path, status]);
      const error = await answer.json();
      expect(error).toEqual({ code, category: expect.any(String), message: expect.stringMatching(words) });
    }
  });

  test('for what is not JSON, or too much', async () => {
    const { house, me } = await signedIn();
    const send = (body: string) =>
      fetch(`${house.url}/api/demo/sign-in`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    expect(await (await send('{"email":')).json()).toMatchObject({ code: 'bad-json', category: 'bad-input' });
    expect(await (await send(JSON.stringify({ email: 'x'.repeat(70_000) }))).json()).toMatchObject({
      code: 'too-large',
    });
    const auth = await me.go('/api/auth/sign-in/magic-link', { json: { email: 'x'.repeat(70_000) } });
    expect(await auth.json()).toMatchObject({ code: 'too-large' });
  });

  test('for whoever is not signed in', async () => {
    const { browser } = await openHouse();
    for (const [, route] of Object.entries<RouteShape>(api)) {
      if (route.access === 'anyone') continue;
      const path = route.path.replace(/\{\w+\}/, room);
      const method = route.method.toUpperCase();
      const answer = await browser().go(path, method === 'GET' ? {} : { method, json: {} });
      expect([path, answer.status]).toEqual([path, 401]);
      expect(await answer.json()).toMatchObject({ code: 'not-signed-in', category: 'not-signed-in' });
    }
  });

  test('for our own faults, which are logged once with their cause and not told', async () => {
    const { house, me } = await signedIn();
    const answer = await me.go(`/api/encounters/${room}/enter`, {
      json: {},
      headers: { 'x-request-id': 'press-42-of-chidi' },
    });
    expect(answer.status).toBe(500);
    expect(answer.headers.get('x-request-id')).toBe('press-42-of-chidi');
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'internal', category: 'internal' });
    expect(text).not.toContain('fire');
    const lines = house.logged.filter((line) => line.level >= 50);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      requestId: 'press-42-of-chidi',
      code: 'internal',
      path: `/api/encounters/${room}/enter`,
      err: { message: 'The media node is on fire, and its token is a secret' },
    });
  });

  test('a reply that breaks the contract does not leave the house', async () => {
    const { house, me } = await signedIn();
    const answer = await me.go('/api/encounters');
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('not a list');
    expect(house.logged.find((line) => line.code === 'bad-reply')?.err?.message).toContain('The reply of encounters');
  });
});

test('every answer has a request id; one that makes no sense is replaced', async () => {
  const { browser } = await openHouse();
  const made = (await browser().go('/api/me')).headers.get('x-request-id');
  expect(made).toMatch(/^[\w-]{20,}$/);
  const odd = await browser().go('/api/me', { headers: { 'x-request-id': 'a b<script>' } });
  expect(odd.headers.get('x-request-id')).toMatch(/^[\w-]{20,}$/);
});

describe('a write', () => {
  test.each([
    ['a page of another site', { origin: 'https://evil.example.org', 'sec-fetch-site': 'cross-site' }, 403],
    ['another site, in an old browser', { origin: 'https://evil.example.org' }, 403],
    ['a frame without an origin', { origin: 'null' }, 403],
    ['another port of this machine', { origin: 'http://localhost:1', 'sec-fetch-site': 'same-site' }, 403],
    ['our own page', { 'sec-fetch-site': 'same-origin' }, 200],
  ])('from %s', async (_where, headers, status) => {
    const { me } = await signedIn();
    const sent = await me.go('/api/me/profile', { method: 'PATCH', json: { place: 'Elsewhere' }, headers });
    expect(sent.status).toBe(status);
    if (status === 403) expect(await sent.json()).toMatchObject({ code: 'cross-origin', category: 'not-allowed' });
    const { membership } = await me.read<{ membership: { member: { place: string } } }>('/api/me');
    expect(membership.member.place === 'Elsewhere').toBe(status === 200);
  });
});

test('every answer carries the security headers, and asks for HTTPS only where there is HTTPS', async () => {
  const plain = await openHouse();
  const { headers } = await plain.browser().go('/api/sign-in-options');
  expect(headers.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
  expect(headers.get('strict-transport-security')).toBeNull();
  expect(headers.get('cache-control')).toBe('no-store');
  const secure = await openHouse({ publicUrl: 'https://ajar.example.org' });
  const there = await secure.browser().go('/api/sign-in-options');
  expect(there.headers.get('strict-transport-security')).toContain('max-age');
});
