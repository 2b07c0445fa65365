import { coffee, doorOf, press } from '../src/call.ts';
import { hangDoors } from '../src/crowd.ts';
import { look } from '../src/look.ts';
import { expect, test } from '../src/test.ts';

/** The corridor in each of its states, and the pages beside it: see `look`. Screens that share a state share a test. */

test.describe.configure({ timeout: 300_000 });

test('screens: signing in, in English and French', async ({ ajar, open }) => {
  const page = await open(`${ajar.url}/sign-in`);
  await expect(press(page, 'Continue as Amara Osei')).toBeVisible();
  await look(page, 'sign-in');
  await page.getByLabel('Your email address').fill('chidi.mensah@demo.ajar.invalid');
  await press(page, 'Send me a link').click();
  await expect(page.getByRole('link', { name: 'read it in the local outbox' })).toBeVisible();
  await look(page, 'sign-in-sent');

  const french = await open(`${ajar.url}/sign-in`, { locale: 'fr-FR' });
  await expect(french.getByRole('heading', { name: 'Quelqu’un a laissé la porte entrouverte.' })).toBeVisible();
  await expect(press(french, 'Continuer en tant que Amara Osei')).toBeVisible();
  await look(french, 'sign-in-french');
});

test('screens: an empty room, a call that is not there, a door that is not there', async ({ ajar, as }) => {
  const chidi = await as('Chidi Mensah');
  await chidi.goto(`${ajar.url}/room`);
  await expect(press(chidi, 'Keep these and go back')).toBeVisible();
  await expect(chidi.locator('video')).toBeVisible();
  await look(chidi, 'empty-room');
  await chidi.goto(`${ajar.url}/call/01890000-0000-7000-8000-000000000000`);
  await expect(chidi.getByRole('heading', { name: 'The call did not come about' })).toBeVisible();
  await look(chidi, 'call-error');
  await chidi.goto(`${ajar.url}/nowhere`);
  await expect(chidi.getByRole('heading', { name: 'There is no door here' })).toBeVisible();
  await look(chidi, 'not-found');
});

test('screens: the corridor, its table, a report, a block, a name plate', async ({ as }) => {
  const [amara, bea] = [await as('Amara Osei'), await as('Bea Lindqvist')];
  await press(amara, 'Open my door').click();
  await press(bea, 'Leave it ajar').click();
  const chidi = await as('Chidi Mensah');
  await expect(doorOf(chidi, 'Amara Osei')).toContainText('Open, come in');
  await expect(doorOf(chidi, 'Bea Lindqvist')).toContainText('Ajar, knock first');
  await look(chidi, 'corridor');

  await press(chidi, 'Sit down for coffee').click();
  await expect(coffee(chidi)).toContainText('You are the first here.');
  await look(chidi, 'table');
  await press(chidi, 'Leave the table').click();
  await expect(press(chidi, 'Sit down for coffee')).toBeVisible();

  await press(amara, 'Amara Osei').click();
  await press(amara, 'My name plate').click();
  await expect(amara.getByRole('heading', { name: 'My name plate' })).toBeVisible();
  await look(amara, 'name-plate');

  await press(chidi, 'Report or block Bea Lindqvist').first().click();
  await expect(press(chidi, 'Send report')).toBeVisible();
  await look(chidi, 'report-or-block');
  await chidi.getByLabel('What is it about?').selectOption({ label: 'They made me uncomfortable' });
  await chidi.getByLabel('In your own words, if you like').fill('They would not let the subject rest.');
  await press(chidi, 'Send report').click();
  await expect(chidi.getByText('Your report is with the staff of your programme.')).toBeVisible();
  const farah = await as('Farah Haddad');
  await press(farah, 'Farah Haddad').click();
  await farah.getByRole('link', { name: 'Reports' }).click();
  await expect(farah.getByRole('heading', { name: 'Chidi Mensah about Bea Lindqvist' })).toBeVisible();
  await look(farah, 'reports');

  await chidi.reload();
  await press(chidi, 'Report or block Amara Osei').first().click();
  await press(chidi, 'Block Amara').click();
  await expect(doorOf(chidi, 'Amara Osei')).toBeHidden();
  await press(chidi, 'Chidi Mensah').click();
  await press(chidi, 'My name plate').click();
  await expect(press(chidi, 'Unblock Amara Osei')).toBeVisible();
  await look(chidi, 'blocks');
});

test('screens: a knock from both sides, five minutes, somebody passing by', async ({ as }) => {
  const [amara, bea, chidi] = [await as('Amara Osei'), await as('Bea Lindqvist'), await as('Chidi Mensah')];
  await press(bea, 'Leave it ajar').click();
  await press(doorOf(chidi, 'Bea Lindqvist'), 'Knock').click();
  await expect(press(bea, 'Let Chidi Mensah in')).toBeVisible();
  await expect(doorOf(chidi, 'Bea Lindqvist')).toContainText('You knocked.');
  await look(chidi, 'waiting');
  await look(bea, 'door-knocked-at');
  await press(bea, 'Not now').click();
  await expect(chidi.getByText('Bea cannot talk just now.')).toBeVisible();
  await look(chidi, 'not-now');

  await press(amara, 'Open my door').click();
  await press(amara, 'Give me five minutes').click();
  await expect(press(amara, 'I am back')).toBeVisible();
  await look(amara, 'five-minutes');
  await press(amara, 'Close my door').click();
  for (const page of [amara, chidi]) await page.getByText('Up for a chat', { exact: true }).click();
  await expect(chidi.getByText('Amara Osei is passing by. Five minutes?')).toBeVisible();
  await look(chidi, 'passing-by');
});

test('screens: a corridor of 400 doors', async ({ ajar, as }) => {
  await hangDoors(ajar.dataDir, { doors: 400 });
  const [amara, bea] = [await as('Amara Osei'), await as('Bea Lindqvist')];
  await press(amara, 'Open my door').click();
  await press(bea, 'Leave it ajar').click();
  const chidi = await as('Chidi Mensah');
  await expect(doorOf(chidi, 'Bea Lindqvist')).toContainText('Ajar, knock first');
  await press(chidi, 'saying no').click();
  await chidi.getByRole('searchbox', { name: 'Find a door' }).fill('lima');
  await expect(chidi.getByText(/^\d+ doors match$/)).toBeVisible();
  await look(chidi, 'corridor-many');
});
