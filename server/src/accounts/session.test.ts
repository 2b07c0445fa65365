import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sessions } from './tables.ts';
import { openHouse } from './testing.ts';

const day = 24 * 60 * 60 * 1000;
const eli = { email: 'eli.nakamura@demo.ajar.invalid' };

test('a session in use is renewed, for the browser and in the database', async () => {
  const house = await openHouse();
  const { db } = house.database;
  const me = house.browser();
  await me.go('/api/demo/sign-in', { json: eli });
  expect((await me.go('/api/me')).headers.getSetCookie()).toEqual([]);

  await db.update(sessions).set({ expiresAt: new Date(Date.now() + 5 * day) });
  const visited = await me.go('/api/me');
  expect(visited.headers.getSetCookie()[0]).toMatch(/^ajar\.session_token=.*Max-Age=2592000/);
  const [renewed] = await db.select().from(sessions);
  expect(renewed?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 29 * day);
});

test('a session that has run out, or a cookie that somebody made up, is nobody', async () => {
  const house = await openHouse();
  const { db } = house.database;
  const me = house.browser();
  await me.go('/api/demo/sign-in', { json: eli });
  const cookie = me.cookies() ?? '';
  expect(await house.accounts.viewerFrom({ cookie })).toMatchObject({ ...eli, member: { name: 'Eli Nakamura' } });

  const [session] = await db.select().from(sessions);
  expect(await house.accounts.viewerFrom({ cookie: `ajar.session_token=${session?.token}` })).toBeNull();
  const forged = `ajar.session_token=${session?.token}.${Buffer.alloc(32).toString('base64')}`;
  expect(await house.accounts.viewerFrom({ cookie: forged })).toBeNull();
  expect(await house.accounts.viewerFrom({})).toBeNull();

  await db
    .update(sessions)
    .set({ expiresAt: new Date(0) })
    .where(eq(sessions.token, session?.token ?? ''));
  expect(await house.accounts.viewerFrom({ cookie })).toBeNull();
});

test('where the address is HTTPS the cookie never travels without it', async () => {
  const house = await openHouse({ publicUrl: 'https://ajar.example.org', prepared: false });
  const { ownerLink } = await house.accounts.prepare();
  const token = new URL(ownerLink ?? '').searchParams.get('token') ?? '';
  const form = { token, name: 'Ingrid Moe', email: 'ingrid@example.org', programName: 'Surgery' };
  const came = await house.browser().go('/welcome', { form });
  const [cookie = ''] = came.headers.getSetCookie();
  expect(cookie).toMatch(/^__Secure-ajar\.session_token=.*HttpOnly; Secure; SameSite=Lax$/);
  const [pair] = cookie.split(';');
  expect(await house.accounts.viewerFrom({ cookie: pair })).toMatchObject({ email: 'ingrid@example.org', demo: false });
});
