import type { Page } from '@playwright/test';
import { doorOf, expectPictures, inCall, meet, press, tileOf } from '../src/call.ts';
import { look, lying } from '../src/look.ts';
import { expect, test } from '../src/test.ts';

/** A call in each of its states, and what comes after: see `look`. Screens that share a state share a test. */

test.describe.configure({ timeout: 300_000 });

type Person = (name: string) => Promise<Page>;

test('screens: the preview of a call', async ({ as }) => {
  const amara = await as('Amara Osei');
  await press(amara, 'Open my door').click();
  const chidi = await as('Chidi Mensah');
  await press(doorOf(chidi, 'Amara Osei'), 'Walk in').click();
  await press(amara, 'Join').click();
  await expect(chidi.locator('video')).toBeVisible();
  await look(chidi, 'preview');
});

test('screens: a call, and its devices', async ({ as }) => {
  const { chidi } = await inConversation(as);
  await look(chidi, 'call', lying);
  await press(chidi, 'Devices and effects').click();
  await expect(chidi.getByRole('radio', { name: 'Evening' })).toBeVisible();
  await look(chidi, 'call-devices');
});

test('screens: a call at one’s own door', async ({ as }) => {
  const { amara } = await inConversation(as);
  const eli = await as('Eli Nakamura');
  await press(doorOf(eli, 'Amara Osei'), 'Wait in line').click();
  await expect(amara.getByRole('region', { name: 'Your line' })).toContainText('Eli Nakamura');
  await look(amara, 'call-at-own-door');
});

test('screens: the floor of a call', async ({ as }) => {
  const { amara, chidi } = await inConversation(as);
  await press(chidi, 'Raise hand').click();
  await expect(amara.getByRole('region', { name: 'Hands up' })).toBeVisible();
  await press(amara, 'Chat').click();
  await amara.getByRole('textbox', { name: 'Write to everybody here' }).fill('The paper: https://example.org/a');
  await press(amara, 'Send').click();
  await expect(amara.getByRole('log').getByRole('link')).toBeVisible();
  await press(amara, 'React').click();
  await look(amara, 'call-floor');
});

test('screens: shown out of a call', async ({ as }) => {
  const { amara, chidi } = await inConversation(as);
  await press(amara, 'What you can do: Chidi Mensah').click();
  await amara.getByRole('menuitem', { name: 'Ask to step out' }).click();
  await expect(chidi.getByRole('heading', { name: 'Amara asks you to step out for now' })).toBeVisible();
  await look(chidi, 'shown-out');
});

test('screens: left alone in a call', async ({ as }) => {
  const { amara, chidi } = await inConversation(as);
  await press(amara, 'Leave').click();
  await expect(chidi.getByText('Amara has left.')).toBeVisible();
  await look(chidi, 'call-left-alone');
});

test('screens: what is asked after a call, and a spark', async ({ as, ajar }) => {
  const [amara, chidi] = [await as('Amara Osei'), await as('Chidi Mensah')];
  await meet(amara, chidi, 'Amara Osei');
  await expect(tileOf(chidi, 'Amara Osei')).toBeVisible();
  await press(amara, 'Leave').click();
  await press(chidi, 'Leave').click();
  for (const page of [amara, chidi]) await expect(press(page, 'Yes, meet again')).toBeVisible();
  await look(chidi, 'meet-again');
  await press(chidi, 'Yes, meet again').click();
  await expect(press(chidi, 'Somewhat')).toBeVisible();
  await look(chidi, 'worth-the-time');

  await press(amara, 'Yes, meet again').click();
  await expect(chidi.getByText('You and Amara Osei both want to meet again.')).toBeVisible();
  await look(chidi, 'spark-told');
  await chidi.getByRole('link', { name: 'Write to Amara' }).click();
  await chidi.getByLabel('Write to Amara').fill('Thursday at four, at your door?');
  await press(chidi, 'Send').click();
  await amara.getByRole('link', { name: 'Write to Chidi' }).click();
  await amara.getByLabel('Write to Chidi').fill('Gladly. I leave it open.');
  await press(amara, 'Send').click();
  await expect(chidi.getByText('Gladly. I leave it open.')).toBeVisible();
  await look(chidi, 'spark-thread');
  await chidi.goto(`${ajar.url}/sparks`);
  await expect(chidi.getByRole('link', { name: 'Amara Osei' })).toBeVisible();
  await look(chidi, 'sparks');
});

test('screens: a busy door from the corridor, and bringing someone', async ({ as }) => {
  const [amara, eli] = [await as('Amara Osei'), await as('Eli Nakamura')];
  await meet(amara, eli, 'Amara Osei');
  const chidi = await as('Chidi Mensah');
  await as('Bea Lindqvist');
  await expect(doorOf(chidi, 'Amara Osei')).toContainText(/Inside: .*Eli Nakamura/);
  await press(doorOf(chidi, 'Amara Osei'), 'Wait in line').click();
  await expect(doorOf(chidi, 'Amara Osei')).toContainText('You are next.');
  await look(chidi, 'corridor-inside');
  await press(chidi, 'Bring someone').click();
  await chidi.getByLabel('Whom would you like to bring to Amara?').selectOption('Bea Lindqvist');
  await look(chidi, 'bring-someone');
});

test('screens: two who wait together', async ({ as }) => {
  const [amara, eli] = [await as('Amara Osei'), await as('Eli Nakamura')];
  await meet(amara, eli, 'Amara Osei');
  const [chidi, bea] = [await as('Chidi Mensah'), await as('Bea Lindqvist')];
  for (const page of [chidi, bea]) {
    await press(doorOf(page, 'Amara Osei'), 'Wait in line').click();
    await expect(press(page, 'Leave the line')).toBeVisible();
  }
  for (const page of [chidi, bea]) {
    await press(page, 'Wait together').click();
    await inCall(page);
  }
  await expect(tileOf(chidi, 'Bea Lindqvist').locator('video')).toBeVisible();
  await expectPictures(chidi);
  await look(chidi, 'waiting-together');
});

async function inConversation(as: Person): Promise<{ amara: Page; chidi: Page }> {
  const [amara, chidi] = [await as('Amara Osei'), await as('Chidi Mensah')];
  await meet(amara, chidi, 'Amara Osei');
  await expect(tileOf(chidi, 'Amara Osei').locator('video')).toBeVisible({ timeout: 60_000 });
  await expectPictures(chidi, 60_000);
  return { amara, chidi };
}
