import path from 'node:path';
import type { Page } from '@playwright/test';
import { claim, signInByMail } from '../src/accounts.ts';
import { expectCorridor, press } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

test('a link in the mail signs in', async ({ ajar, open }) => {
  const chidi = await open(`${ajar.url}/sign-in`);
  await signInByMail(chidi, 'chidi.mensah@demo.ajar.invalid');
  await expect(press(chidi, 'Chidi Mensah')).toBeVisible();
});

test('a passkey is added, and signs in after signing out', async ({ as }) => {
  const amara = await as('Amara Osei');
  await addAuthenticator(amara);
  await press(amara, 'Amara Osei').click();
  await press(amara, 'Add a passkey').click();
  await expect(amara.getByRole('status').getByText(/passkey/i)).toBeVisible();
  await press(amara, 'Sign out').click();
  await press(amara, 'Use a passkey').click();
  await expectCorridor(amara);
  await expect(press(amara, 'Amara Osei')).toBeVisible();
});

test('an empty Ajar lets its first owner in, once', async ({ start, folder, open }) => {
  const ajar = await start({ dataDir: path.join(folder, 'empty'), args: ['--empty'] });
  const [, link = ''] = await ajar.program.said(/once: (\S+)/);
  const owner = await open(link);
  await claim(owner, { name: 'Grace Hopper', email: 'grace@example.org' });

  await press(owner, 'Grace Hopper').click();
  await owner.getByRole('link', { name: 'People' }).click();
  await owner.getByLabel('Name').fill('Ada Lovelace');
  await owner.getByLabel('Email address').fill('ada@example.org');
  await press(owner, 'Add to the programme').click();
  await expect(owner.getByRole('heading', { name: 'Ada Lovelace' })).toBeVisible();

  const second = await open(link);
  await expect(second.getByRole('heading', { name: 'That did not work' })).toBeVisible();
  await second.goto(`${ajar.url}/sign-in`);
  await expect(press(second, 'Send me a link')).toBeVisible();
  await expect(second.getByRole('button', { name: /^Continue as/ })).toHaveCount(0);
});

/** An authenticator in this page's device, whose owner always says yes. */
async function addAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
