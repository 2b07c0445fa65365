import type { CDPSession, Page } from '@playwright/test';
import { press } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

/** The test browser has no push service of its own: it is given an address as one would hand it out. */
function withPushService(): void {
  let subscription: object | null = null;
  PushManager.prototype.getSubscription = async () => subscription as PushSubscription | null;
  PushManager.prototype.subscribe = async () => {
    const endpoint = 'http://127.0.0.1:9/browser';
    const keys = { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) };
    const unsubscribe = async () => {
      subscription = null;
      return true;
    };
    subscription = { endpoint, toJSON: () => ({ endpoint, keys }), unsubscribe };
    return subscription as PushSubscription;
  };
}

test('a person turns push messages on, is shown one by the service worker, and turns them off', async ({
  start,
  signIn,
}) => {
  const ajar = await start({ env: { AJAR_PUSH_LOOPBACK: 'yes' } });
  const permissions = ['notifications', 'microphone', 'camera'];
  const chidi = await signIn(ajar.url, 'Chidi Mensah', { permissions, prepare: withPushService });
  await press(chidi, 'Chidi Mensah').click();
  await press(chidi, 'Tell me when Ajar is closed').click();
  await expect(chidi.getByText('From now on this browser tells you, also while Ajar is closed.')).toBeVisible();

  // Chromium still looks for the desktop's own notifications when it shows its very first one, and forgets that one if it
  // is asked meanwhile what is shown. A message of the same tag takes the place of the one before, so it may come again.
  await expect(async () => {
    await push(chidi, { title: 'Coffee', body: 'Somebody has sat down.', path: '/', tag: 'coffee' });
    const only = [{ title: 'Coffee', body: 'Somebody has sat down.', tag: 'coffee' }];
    await expect.poll(() => shown(chidi), { timeout: 3000 }).toEqual(only);
  }).toPass({ timeout: 20_000 });

  await press(chidi, 'Stop telling me here').click();
  await expect(chidi.getByText('This browser tells you nothing any more.')).toBeVisible();
  await expect(press(chidi, 'Tell me when Ajar is closed')).toBeVisible();
});

test('who does not allow it is told what to do, and nothing else changes', async ({ as }) => {
  const chidi = await as('Chidi Mensah', { permissions: [] });
  await press(chidi, 'Chidi Mensah').click();
  await press(chidi, 'Tell me when Ajar is closed').click();
  await expect(chidi.getByText('The browser does not let Ajar notify you.')).toBeVisible();
  expect(await chidi.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test('Ajar can be installed', async ({ as }) => {
  const chidi = await as('Chidi Mensah');
  const session = await chidi.context().newCDPSession(chidi);
  const { errors, data } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '')).toMatchObject({ name: 'Ajar', display: 'standalone' });
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // Windows of a test are private ones.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
});

/** Hands the service worker a message as the browser would, once it is decrypted. */
async function push(page: Page, message: object): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const registrationId = await registrationOf(session);
  const { origin } = new URL(page.url());
  await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: JSON.stringify(message) });
}

async function registrationOf(session: CDPSession): Promise<string> {
  const found = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [one] }) => {
      if (one) resolve(one.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  return await found;
}

function shown(page: Page): Promise<{ title: string; body: string; tag: string }[]> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration('/');
    const notifications = (await registration?.getNotifications()) ?? [];
    return notifications.map(({ title, body, tag }) => ({ title, body, tag }));
  });
}
