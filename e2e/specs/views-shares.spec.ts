import type { Page } from '@playwright/test';
import { doorOf, expectPictures, inCall, press, tileOf } from '../src/call.ts';
import { talksOnAndOn } from '../src/talk.ts';
import { expect, test, type Window } from '../src/test.ts';

type As = (name: string, window?: Window) => Promise<Page>;

/** Amara's shared room, with Chidi and Dana in it. */
async function threeTogether(as: As): Promise<{ amara: Page; chidi: Page; dana: Page }> {
  const window = { prepare: talksOnAndOn };
  const amara = await as('Amara Osei');
  const [chidi, dana] = [await as('Chidi Mensah', window), await as('Dana Whitfield', window)];
  const own = amara.getByRole('region', { name: 'Your door', exact: true });
  await own.getByText('Who may come in: one at a time').click();
  await own.getByLabel('My door is for').selectOption('several people, in a shared room');
  await expect(own.getByText('Who may come in: a room for 6')).toBeVisible();
  await press(amara, 'Open my door').click();
  for (const page of [chidi, dana]) {
    await doorOf(page, 'Amara Osei').getByRole('button', { name: 'Walk in', exact: true }).click();
  }
  for (const page of [amara, chidi, dana]) await inCall(page);
  for (const name of ['Chidi Mensah', 'Dana Whitfield']) await expect(tileOf(amara, name)).toBeVisible();
  await expectPictures(amara);
  return { amara, chidi, dana };
}

/** Which of these stands largest on this page. */
async function largest(page: Page, names: readonly string[]): Promise<string | undefined> {
  const sizes = await Promise.all(names.map(async (name) => (await tileOf(page, name).boundingBox())?.width ?? 0));
  const most = Math.max(...sizes);
  return sizes.filter((size) => size > most - 1).length === 1 ? names[sizes.indexOf(most)] : undefined;
}

test('whoever speaks stands large, a pin comes before that, and the focus is not lost when somebody leaves', async ({
  as,
}) => {
  const { amara, chidi, dana } = await threeTogether(as);
  const names = ['Chidi Mensah', 'Dana Whitfield', 'Amara Osei'];
  const large = () => largest(amara, names);
  expect(await large()).toBeUndefined();

  for (const page of [amara, chidi]) await press(page, 'Mute microphone').click();
  await expect(tileOf(amara, 'Chidi Mensah')).toContainText('muted');
  await press(amara, 'View').click();
  await amara.getByRole('menuitemradio', { name: 'Whoever speaks, large' }).click();
  await expect.poll(large, { timeout: 30_000 }).toBe('Dana Whitfield');
  await press(dana, 'Mute microphone').click();
  await press(chidi, 'Unmute microphone').click();
  await expect.poll(large, { timeout: 30_000 }).toBe('Chidi Mensah');

  const pin = press(amara, 'Pin Dana Whitfield');
  await pin.focus();
  await amara.keyboard.press('Enter');
  await expect(pin).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(large).toBe('Dana Whitfield');
  // Only for whoever pinned.
  expect(await largest(chidi, ['Dana Whitfield', 'Amara Osei', 'Chidi Mensah'])).toBeUndefined();
  await expect(pin).toBeFocused();

  await press(dana, 'Leave').click();
  await expect(tileOf(amara, 'Dana Whitfield')).toBeHidden();
  await expect(amara.getByRole('region', { name: 'People in this call' }).locator(':focus')).toHaveCount(1);
  await expect.poll(large).toBe('Chidi Mensah');
  await amara.keyboard.press('g');
  await expect.poll(() => largest(amara, ['Chidi Mensah', 'Amara Osei'])).toBeUndefined();
});
