import type { Page } from '@playwright/test';
import { expectMeeting, inCall, press } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

const upForChat = (page: Page) => page.getByRole('switch', { name: 'Up for a chat', exact: true });
const words = (page: Page) => page.getByText(/ is passing by\. Five minutes\?$/);

/** Both switch on, and both are asked about each other. */
async function asked(one: Page, other: Page): Promise<void> {
  for (const page of [one, other]) {
    await expect(upForChat(page)).not.toBeChecked();
    // The input itself is out of sight; the person presses the words or the track beside it.
    await page.getByText('Up for a chat', { exact: true }).click();
    await expect(upForChat(page)).toBeChecked();
  }
  for (const page of [one, other]) await expect(words(page)).toBeVisible();
}

test('two who are up for a chat and both say yes meet', async ({ as }) => {
  const [amara, chidi] = [await as('Amara Osei'), await as('Chidi Mensah')];
  await asked(amara, chidi);
  await expect(chidi.getByText('Amara Osei is passing by. Five minutes?')).toBeVisible();
  await press(amara, 'Yes, five minutes').click();
  await expect(amara.getByText('You have five minutes for Chidi Mensah.')).toBeVisible();
  await press(chidi, 'Yes, five minutes').click();
  await Promise.all([inCall(amara), inCall(chidi)]);
  await expect(chidi.getByRole('heading', { name: 'Five minutes with Amara' })).toBeVisible();
  await expectMeeting(amara, chidi);
});

test('one no, and nothing happens: the offer goes for both at its time', async ({ as }) => {
  const [amara, chidi] = [await as('Amara Osei'), await as('Chidi Mensah')];
  await asked(amara, chidi);
  await press(chidi, 'Not now').click();
  await expect(words(chidi)).toBeHidden();
  await press(amara, 'Yes, five minutes').click();
  await expect(amara.getByText('You have five minutes for Chidi Mensah.')).toBeVisible();
  await expect(amara.getByText('You have five minutes for Chidi Mensah.')).toBeHidden({ timeout: 30_000 });
  for (const page of [amara, chidi]) {
    expect(new URL(page.url()).pathname).toBe('/');
    await expect(upForChat(page)).toBeChecked();
  }
});

test('the switch works by keyboard, is remembered over a reload, and so is how often one is asked', async ({ as }) => {
  const bea = await as('Bea Lindqvist');
  await upForChat(bea).focus();
  await bea.keyboard.press('Space');
  await expect(upForChat(bea)).toBeChecked();
  await bea.getByLabel('At most').selectOption('5 offers a day');
  await bea.reload();
  await expect(upForChat(bea)).toBeChecked();
  await expect(bea.getByLabel('At most')).toHaveValue('5');
  await upForChat(bea).focus();
  await bea.keyboard.press('Space');
  await expect(upForChat(bea)).not.toBeChecked();
});
