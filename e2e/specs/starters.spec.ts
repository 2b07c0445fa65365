import type { Page } from '@playwright/test';
import { expectCorridor, press } from '../src/call.ts';
import { madeRound } from '../src/rounds.ts';
import { expect, test } from '../src/test.ts';

const open = async (page: Page) => {
  await press(page, 'Farah Haddad').click();
  await page.getByRole('link', { name: 'Coffee', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Something to talk about' })).toBeVisible();
};

/** Of the starters: the form of how people are paired has one too. */
const save = (page: Page) => press(page.getByRole('region', { name: /^Something to talk about/ }), 'Save');

test('two who change the starters at once: the second is told, keeps their words, and saves them again', async ({
  as,
}) => {
  const [first, second] = [await as('Farah Haddad'), await as('Farah Haddad')];
  await open(first);
  await open(second);
  await second.getByRole('button', { name: /^Change: What made you laugh/ }).click();
  await second.getByRole('textbox', { name: /^Change: / }).fill('What made you smile lately?');
  await first.getByLabel('A new starter').fill('Tea or coffee?');
  await press(first, 'Add').click();
  await expect(first.getByText('Added.')).toBeVisible();

  await save(second).click();
  await expect(second.getByText('Somebody has changed the starters meanwhile')).toBeVisible();
  await expect(second.getByRole('alert').getByText('What made you smile lately?')).toBeVisible();
  await expect(second.getByRole('listitem').filter({ hasText: 'Tea or coffee?' })).toBeVisible();
  await save(second).click();
  await expect(second.getByRole('listitem').filter({ hasText: 'What made you smile lately?' })).toBeVisible();
  await expect(second.getByText('Not saved yet:')).toHaveCount(0);
  await first.reload();
  await expect(first.getByRole('listitem').filter({ hasText: 'What made you smile lately?' })).toBeVisible();
  await expect(first.getByRole('listitem').filter({ hasText: 'Tea or coffee?' })).toBeVisible();
});

test('an invitation to a round that nobody answers is put away for good; the rounds page still has it', async ({
  as,
}) => {
  await madeRound(await as('Farah Haddad'), 'Lunch round');
  const chidi = await as('Chidi Mensah');
  const line = chidi.getByRole('region').filter({ has: press(chidi, 'Put it away') });
  await expect(line).toContainText('Lunch round');
  await press(line, 'Put it away').click();
  await expect(press(chidi, 'Join once')).toHaveCount(0);
  await chidi.reload();
  await expectCorridor(chidi);
  await press(chidi, 'Chidi Mensah').click();
  await chidi.getByRole('link', { name: 'Rounds' }).click();
  await expect(chidi.getByRole('heading', { name: 'Lunch round' })).toBeVisible();
  await chidi.goBack();
  await expectCorridor(chidi);
  await expect(press(chidi, 'Put it away')).toHaveCount(0);
});
