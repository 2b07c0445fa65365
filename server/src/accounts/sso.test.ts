import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { expect, onTestFinished, test } from 'vitest';
import { type Browser, openHouse, type TestHouse } from './testing.ts';

const client = { clientId: 'ajar', clientSecret: 'a-secret-between-ajar-and-its-provider' };

type Account = { email: string; verified: boolean };

/** A real OpenID Connect provider, which lets whoever comes in as `account`. It must know Ajar's address. */
async function openProvider(account: Account, port = 0) {
  const server = createServer();
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const serve = (ajar: string) => {
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: client.clientId,
          client_secret: client.clientSecret,
          redirect_uris: [`${ajar}/api/auth/callback/sso`],
          token_endpoint_auth_method: 'client_secret_post',
        },
      ],
      pkce: { required: () => true },
      claims: { email: ['email', 'email_verified'], profile: ['name'] },
      findAccount: (_ctx: unknown, accountId: string) => ({
        accountId,
        claims: () => ({
          sub: accountId,
          email: account.email,
          email_verified: account.verified,
          name: 'Grace Okello',
        }),
      }),
    });
    provider.on('server_error', (_ctx: unknown, error: Error) => {
      throw error;
    });
    server.on('request', provider.callback());
  };
  return { issuer, serve };
}

/** Presses the button, and goes through the provider's own pages as a person would. */
async function signInThroughProvider(house: TestHouse, me: Browser): Promise<string> {
  const asked = { provider: 'sso', callbackURL: '/', errorCallbackURL: '/sign-in' };
  const { url } = await me.read<{ url: string }>('/api/auth/sign-in/social', { json: asked });
  expect(new URL(url).searchParams.get('code_challenge_method')).toBe('S256');
  let page = await me.follow(await me.go(url), url);
  while (new URL(page.url).origin !== house.url) {
    const html = await page.response.text();
    const action = /<form[^>]* action="([^"]+)"/.exec(html)?.[1] ?? '';
    const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? '';
    const form = prompt === 'login' ? { prompt, login: 'grace', password: 'any' } : { prompt };
    const at = new URL(action, page.url).href;
    page = await me.follow(await me.go(at, { form }), at);
  }
  return page.url;
}

test('signs in through the organisation’s own provider', async () => {
  const provider = await openProvider({ email: 'grace@example.org', verified: true });
  const oidc = { issuer: provider.issuer, ...client, name: 'Example Hospital' };
  const house = await openHouse({ settings: { oidc } });
  provider.serve(house.url);
  const me = house.browser();
  expect(await me.read('/api/sign-in-options')).toMatchObject({ sso: { name: 'Example Hospital' } });
  expect(new URL(await signInThroughProvider(house, me)).pathname).toBe('/');
  expect(await me.read('/api/me')).toMatchObject({ email: 'grace@example.org', demo: false });

  const again = house.browser();
  await signInThroughProvider(house, again);
  expect(await again.read('/api/me')).toMatchObject({ email: 'grace@example.org' });
});

test('an address that the provider has not verified lets nobody in', async () => {
  const provider = await openProvider({ email: 'farah@example.org', verified: false });
  const house = await openHouse({ settings: { oidc: { issuer: provider.issuer, ...client, name: 'Example' } } });
  provider.serve(house.url);
  const me = house.browser();
  const landed = new URL(await signInThroughProvider(house, me));
  expect(landed.pathname).toBe('/sign-in');
  expect(landed.searchParams.get('error')).toBe('email_not_verified');
  expect((await me.go('/api/me')).status).toBe(401);
});

test('a provider that was down while Ajar started is used once it is up', async () => {
  const probe = await openProvider({ email: 'grace@example.org', verified: true });
  const house = await openHouse({ settings: { oidc: { issuer: `${probe.issuer}`, ...client, name: 'Example' } } });
  const me = house.browser();
  const down = await openHouse({ settings: { oidc: { issuer: 'http://127.0.0.1:1', ...client, name: 'Example' } } });
  const asked = { provider: 'sso', callbackURL: '/' };
  const refused = await down.browser().go('/api/auth/sign-in/social', { json: asked });
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ code: 'sso-unreachable', category: 'unavailable' });
  // Nothing of the provider was asked until now, and it has only just learnt to answer.
  probe.serve(house.url);
  expect((await me.go('/api/auth/sign-in/social', { json: asked })).status).toBe(200);
});
