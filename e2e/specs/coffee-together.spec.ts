import type { Page } from '@playwright/test';
import { coffee, expectCorridor, inCall, press } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

/** A coffee of ten minutes lasts fifty seconds here, its bell two minutes before the end included. */
const hurried = { env: { AJAR_COFFEE_MINUTE: '5000' } };

const starter = (page: Page) => page.getByRole('region', { name: 'Something to talk about' });

test('two have coffee with something to talk about, the bell rings, both stay longer, and then it ends kindly', async ({
  start,
  signIn,
}) => {
  test.slow();
  const ajar = await start(hurried);
  const [bea, chidi] = [await signIn(ajar.url, 'Bea Lindqvist'), await signIn(ajar.url, 'Chidi Mensah')];
  await coffee(bea).getByLabel('For').selectOption('10 minutes');
  await press(bea, 'Sit down for coffee').click();
  await expect(coffee(bea)).toContainText('You are the first here.');
  await expect(press(bea, 'Call me when somebody sits down')).toBeVisible();
  await press(chidi, 'Sit down for coffee').click();
  await Promise.all([inCall(bea), inCall(chidi)]);

  await expect(chidi.getByText(/^You have not met\. .*Bea/)).toBeVisible();
  await expect(starter(bea).getByRole('paragraph')).toHaveText(/\?$/);
  const first = (await starter(bea).getByRole('paragraph').textContent()) ?? '';
  await expect(starter(chidi).getByRole('paragraph')).toHaveText(first);
  await press(chidi, 'Another').click();
  await expect(starter(bea).getByRole('paragraph')).not.toHaveText(first);
  await press(bea, 'Put it away').click();
  await expect(press(chidi, 'Suggest something to talk about')).toBeVisible();

  // Rank is hidden until a person shows theirs.
  await expect(bea.getByText('resident')).toHaveCount(0);
  await press(chidi, 'Show what I do').click();
  await expect(bea.getByText('Chidi: Internal medicine resident')).toBeVisible();
  await expect(press(bea, 'Show what I do')).toBeVisible();

  await expect(press(bea, 'Stay longer')).toBeVisible({ timeout: 60_000 });
  await press(bea, 'Stay longer').click();
  await expect(bea.getByText('You would like to stay longer.')).toBeVisible();
  await expect(chidi.getByText('About two minutes are left.')).toBeVisible();
  await press(chidi, 'Stay longer').click();
  for (const page of [bea, chidi]) await expect(page.getByText('You all stay: ten more minutes.')).toBeVisible();

  await expect(press(bea, 'Stay longer')).toBeVisible({ timeout: 70_000 });
  for (const page of [bea, chidi]) {
    await expect(page.getByRole('heading', { name: 'Your time for coffee is over' })).toBeVisible({ timeout: 30_000 });
  }
  await chidi.getByRole('link', { name: 'Back to the corridor' }).click();
  await expectCorridor(chidi);
  await expect(press(chidi, 'Sit down for coffee')).toBeVisible();
});

test('who asked for a small table sits at one, once three are there', async ({ as }) => {
  const people = [await as('Bea Lindqvist'), await as('Chidi Mensah'), await as('Eli Nakamura')];
  for (const page of people) {
    await coffee(page).getByLabel('With').selectOption('a small table');
    await press(page, 'Sit down for coffee').click();
  }
  await Promise.all(people.map((page) => inCall(page)));
  const [, chidi] = people;
  if (!chidi) throw new Error('nobody');
  await expect(chidi.getByText('Only the people here. Nothing is kept.')).toBeVisible();
  for (const name of ['Bea Lindqvist', 'Chidi Mensah', 'Eli Nakamura']) {
    await expect(chidi.getByRole('group', { name, exact: true })).toBeVisible();
  }
});

test('who does not show up is not waited for: the other is first in line again, and meets the next', async ({ as }) => {
  const [bea, chidi] = [await as('Bea Lindqvist'), await as('Chidi Mensah')];
  await press(bea, 'Sit down for coffee').click();
  await expect(coffee(bea)).toContainText('You are the first here.');
  // Chidi's page is there and never opens a call: as on a machine that has gone to sleep.
  await chidi.route('**/*', (route) => route.abort());
  await chidi.evaluate(() => {
    window.history.pushState = () => undefined;
  });
  await press(chidi, 'Sit down for coffee').click();
  await inCall(bea);
  await expect(coffee(bea)).toContainText('You are first in line', { timeout: 40_000 });
  await chidi.context().close();
  const eli = await as('Eli Nakamura');
  await press(eli, 'Sit down for coffee').click();
  await Promise.all([inCall(bea), inCall(eli)]);
});
