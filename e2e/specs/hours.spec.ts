import type { Page } from '@playwright/test';
import { doorOf, press } from '../src/call.ts';
import { fillSoon, hoursSoon } from '../src/hours.ts';
import { expect, test } from '../src/test.ts';

const notice = (page: Page) => page.getByRole('region', { name: 'Hours of my door' });

test('a mentor sets hours, is asked, opens early, stays longer; hours that nobody answers for are said to be closed', async ({
  as,
}) => {
  test.slow();
  const [amara, bea, chidi] = [await as('Amara Osei'), await as('Bea Lindqvist'), await as('Chidi Mensah')];
  // Bea is not here to answer.
  await hoursSoon(bea, { inSeconds: 30 });
  await bea.close();
  await expect(doorOf(chidi, 'Bea Lindqvist').getByRole('button', { name: /^Opens / })).toBeVisible();

  await amara.getByRole('link', { name: 'Set hours' }).click();
  await press(amara, 'Add hours').click();
  await amara.getByLabel('How often').selectOption('Once');
  const soon = await fillSoon(amara);
  await press(amara, 'Save these hours').click();
  await expect(amara.getByRole('heading', { name: /^Once, / })).toBeVisible();
  await amara.getByRole('link', { name: 'Back to the corridor' }).click();

  await expect(notice(amara)).toContainText('Open now?');
  const atAmara = doorOf(chidi, 'Amara Osei');
  await atAmara.getByRole('button', { name: /^Opens / }).click();
  const dialog = chidi.getByRole('dialog', { name: 'Hours of Amara Osei' });
  await press(chidi, 'Make an address').click();
  const address = await dialog.getByLabel('Address of these hours').inputValue();
  const feed = await chidi.request.get(address);
  expect(await feed.text()).toContain('SUMMARY:Amara Osei’s door');
  await press(chidi, 'Close').click();

  await notice(amara).getByRole('button', { name: 'Open my door' }).click();
  await expect(atAmara).toContainText('Open, come in');
  await expect(notice(amara)).toBeHidden();
  await expect(amara.getByText(`Your hours end at ${soon.to}.`)).toBeVisible();
  await press(amara, '15 minutes more').click();
  await expect(amara.getByText(`Your hours end at ${soon.to}.`)).toBeHidden();

  await expect(doorOf(chidi, 'Bea Lindqvist')).toContainText('Closed this time', { timeout: 60_000 });
});
