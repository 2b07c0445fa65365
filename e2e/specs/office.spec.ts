import path from 'node:path';
import { inCall, press } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

const shots = path.join(import.meta.dirname, '..', 'shots');

test('staff change how people are paired, and find out why two of them sat together', async ({ as }) => {
  const farah = await as('Farah Haddad');
  await press(farah, 'Farah Haddad').click();
  await farah.getByRole('link', { name: 'Coffee', exact: true }).click();
  await expect(farah.getByText('Nobody has been brought together by chance yet.')).toBeVisible();
  await farah.getByRole('radio', { name: /^Near peers/ }).check();
  await farah.getByText('What is weighed').click();
  await farah.getByRole('spinbutton', { name: 'Shared interests' }).fill('20');
  await press(farah, 'Save').click();
  await expect(farah.getByText('Saved. This is version 1.')).toBeVisible();
  await farah.reload();
  await expect(farah.getByRole('radio', { name: /^Near peers/ })).toBeChecked();
  await expect(farah.getByText('one changed')).toBeVisible();

  const [bea, chidi] = [await as('Bea Lindqvist'), await as('Chidi Mensah')];
  for (const page of [bea, chidi]) await press(page, 'Sit down for coffee').click();
  await Promise.all([inCall(bea), inCall(chidi)]);

  await farah.reload();
  await farah.getByRole('link', { name: /\d/ }).first().click();
  await expect(
    farah.getByRole('heading', { name: /^(Bea Lindqvist and Chidi Mensah|Chidi Mensah and Bea Lindqvist)$/ }),
  ).toBeVisible();
  await expect(farah.getByText('Have not met')).toBeVisible();
  await press(farah, 'Replay').click();
  await expect(farah.getByText('Drawn again, it gives the same tables.')).toBeVisible();
  for (const [width, colorScheme] of [
    [390, 'dark'],
    [1440, 'light'],
  ] as const) {
    await farah.setViewportSize({ width, height: 900 });
    await farah.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await farah.screenshot({ path: path.join(shots, `why-us-${colorScheme}-${width}.png`), fullPage: true });
  }
});
