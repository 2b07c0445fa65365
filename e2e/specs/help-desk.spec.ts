import type { Page } from '@playwright/test';
import { doorOf, expectCorridor, inCall, press, tileOf } from '../src/call.ts';
import { fillSoon } from '../src/hours.ts';
import { expect, test } from '../src/test.ts';

const desk = (page: Page) => doorOf(page, 'Help desk');

test('a help desk held by two: two visits at once, and the next person goes to whoever is free', async ({ as }) => {
  const farah = await as('Farah Haddad');
  await farah.goto(new URL('/help-desks', farah.url()).href);
  await press(farah, 'Make a help desk').click();
  await farah.getByLabel('Name', { exact: true }).fill('Help desk');
  await farah.getByLabel('What it is for').fill('Where to begin');
  for (const host of ['Amara Osei', 'Bea Lindqvist']) await farah.getByLabel(host).check();
  await press(farah, 'Save').click();
  await expect(farah.getByText('Held by Amara Osei and Bea Lindqvist')).toBeVisible();

  const [amara, bea] = [await as('Amara Osei'), await as('Bea Lindqvist')];
  const [chidi, eli] = [await as('Chidi Mensah'), await as('Eli Nakamura')];
  // Farah sets hours there for Bea, and sees them in the corridor, as Bea does at her own door.
  await press(farah, 'Hours of Help desk').click();
  await press(farah, 'Add hours').click();
  await farah.getByLabel('Whose hours').selectOption('Bea Lindqvist');
  await farah.getByLabel('How often').selectOption('Once');
  await farah.getByLabel('Date', { exact: true }).fill(inTwoDays());
  await farah.getByLabel('From', { exact: true }).fill('10:00');
  await farah.getByLabel('To', { exact: true }).fill('11:00');
  await press(farah, 'Save these hours').click();
  await expect(farah.getByRole('heading', { name: 'Bea Lindqvist: Once, 10:00 to 11:00' })).toBeVisible();
  await farah.getByRole('link', { name: 'Back to the corridor' }).click();
  await expectCorridor(farah);
  await expect(desk(farah).getByRole('button', { name: /^Opens .*, 10:00 to 11:00$/ })).toBeVisible();
  await expect(bea.getByText(/^Next hours at Help desk: .*, 10:00 to 11:00/)).toBeVisible();
  // Amara has hours there, and is asked at once: they begin in three minutes.
  await amara.goto(new URL('/hours', amara.url()).href);
  await press(amara, 'Add hours').click();
  await amara.getByLabel('Where').selectOption('Help desk');
  await amara.getByLabel('How often').selectOption('Once');
  const soon = await fillSoon(amara);
  await press(amara, 'Save these hours').click();
  await expect(amara.getByRole('heading', { name: /^Help desk: Once, / })).toBeVisible();
  await amara.getByRole('link', { name: 'Back to the corridor' }).click();
  const notice = amara.getByRole('region', { name: 'Hours of my door' });
  await expect(notice).toContainText('Go on duty now?');
  await expect(desk(farah).getByRole('button', { name: `${soon.from} to ${soon.to}` })).toBeVisible();
  await notice.getByRole('button', { name: 'Go on duty', exact: true }).click();
  await expect(notice).toBeHidden();
  await expect(amara.getByText(/^Your hours at Help desk end at /)).toBeVisible();
  await expect(desk(farah)).toContainText('Amara is here, come in');
  await press(bea, 'Go on duty').click();
  await expect(desk(farah)).toContainText('Amara and Bea are here, come in');

  await desk(chidi).getByRole('button', { name: 'Walk in', exact: true }).click();
  await Promise.all([inCall(amara), inCall(chidi)]);
  await desk(eli).getByRole('button', { name: 'Walk in', exact: true }).click();
  await Promise.all([inCall(bea), inCall(eli)]);
  await expect(tileOf(chidi, 'Amara Osei')).toBeVisible();
  await expect(tileOf(eli, 'Bea Lindqvist')).toBeVisible();

  await expect(desk(farah)).toContainText('Amara and Bea are here, in conversation');
  await desk(farah).getByRole('button', { name: 'Wait in line', exact: true }).click();
  await expect(desk(farah)).toContainText('You are next.');
  await press(eli, 'Leave').click();
  await press(bea, 'Leave').click();
  await expectCorridor(bea);
  await press(bea, 'Take the next person').click();
  await Promise.all([inCall(bea), inCall(farah)]);
  await expect(tileOf(farah, 'Bea Lindqvist')).toBeVisible();
  await expect(tileOf(chidi, 'Amara Osei')).toBeVisible();
});

/** A date that is not today even if midnight comes in between, as a date field takes it. */
function inTwoDays(): string {
  const at = new Date(Date.now() + 48 * 3_600_000);
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
}
