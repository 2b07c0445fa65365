import { expect, test } from 'vitest';
import { openHouse } from '../accounts/testing.ts';

test('somebody chooses their language, and is known by it wherever they sign in', async () => {
  const house = await openHouse();
  const [desk, phone] = [house.browser(), house.browser()];
  for (const browser of [desk, phone]) {
    await browser.go('/api/demo/sign-in', { json: { email: 'chidi.mensah@demo.ajar.invalid' } });
  }
  const put = (json: unknown) => desk.go('/api/me/language', { method: 'PUT', json });
  const seenOn = async (browser: typeof phone) => {
    const cookie = browser.cookies();
    return (await house.accounts.viewerFrom(cookie ? { cookie } : {}))?.language;
  };
  expect(await seenOn(phone)).toBeNull();
  for (const language of ['fr', 'es']) {
    expect((await put({ language })).status).toBe(200);
    expect(await seenOn(phone)).toBe(language);
  }
  expect((await put({ language: 'xx' })).status).toBe(400);
  expect(await seenOn(phone)).toBe('es');
});
