import { expectCorridor, expectPictures, inCall, press } from '../src/call.ts';
import { look } from '../src/look.ts';
import { keptRound, madeRound, roundSoon } from '../src/rounds.ts';
import { expect, test } from '../src/test.ts';

/** The pages of a programme's staff, and rounds as everybody sees them: see `look`. */

test.describe.configure({ timeout: 300_000 });

test('screens: people, hours, help desks and figures', async ({ ajar, as }) => {
  const farah = await as('Farah Haddad');
  await press(farah, 'Farah Haddad').click();
  await expect(press(farah, 'Sign out')).toBeVisible();
  await look(farah, 'menu');
  await farah.getByRole('link', { name: 'People' }).click();
  await expect(farah.getByRole('heading', { name: 'Amara Osei' })).toBeVisible();
  await look(farah, 'people');

  await farah.goto(`${ajar.url}/figures`);
  await expect(farah.getByText('Figures come when the first month is over.')).toBeVisible();
  await look(farah, 'door-figures');

  await farah.goto(`${ajar.url}/hours`);
  await press(farah, 'Add hours').click();
  await farah.getByLabel('Day', { exact: true }).selectOption('Thursday');
  await press(farah, 'Save these hours').click();
  await farah
    .getByRole('button', { name: /^Skip / })
    .first()
    .click();
  await expect(farah.getByText('Skipped')).toBeVisible();
  await press(farah, 'Add hours').click();
  await expect(press(farah, 'Save these hours')).toBeVisible();
  await look(farah, 'hours');

  await farah.goto(`${ajar.url}/help-desks`);
  await press(farah, 'Make a help desk').click();
  await farah.getByLabel('Name', { exact: true }).fill('Research careers');
  await farah.getByLabel('What it is for').fill('A first grant, a lab of one’s own, or neither');
  for (const host of ['Amara Osei', 'Eli Nakamura']) await farah.getByLabel(host).check();
  await press(farah, 'Save').click();
  await expect(farah.getByText('Held by Amara Osei and Eli Nakamura')).toBeVisible();
  await press(farah, 'Make a help desk').click();
  await expect(farah.getByRole('checkbox', { name: 'Bea Lindqvist' })).toBeVisible();
  await look(farah, 'help-desks');
});

test('screens: coffee for staff, and rounds until one gathers', async ({ ajar, as }) => {
  const farah = await as('Farah Haddad');
  await farah.goto(`${ajar.url}/coffee`);
  await farah.getByText('What is weighed').click();
  await farah.getByRole('spinbutton', { name: 'Shared interests' }).fill('20');
  await press(farah, 'Remove: Where do you go to think?').click();
  await expect(farah.getByText('Removed: Where do you go to think?')).toBeVisible();
  await look(farah, 'coffee');

  await madeRound(farah, 'Lunch round');
  await farah.goto(`${ajar.url}/rounds`);
  await farah.getByLabel('How often Lunch round suits you').selectOption('At most every two weeks');
  await expect(farah.getByText('You come').first()).toBeVisible();
  await press(farah, 'Make an address').click();
  await press(farah, 'New round').click();
  await expect(farah.getByText('The next times would be')).toBeVisible();
  await look(farah, 'rounds');

  const chidi = await as('Chidi Mensah');
  await expect(press(chidi, 'Join once')).toBeVisible();
  await look(chidi, 'corridor-round');
  await keptRound(farah, 'Lunch round', roundSoon({ inSeconds: 500, gathering: 495, sitting: 600, between: 5 }));
  await expect(press(chidi, 'I’m here')).toBeVisible({ timeout: 45_000 });
  await look(chidi, 'round-gathers');
});

test('screens: the sitting of a round', async ({ as }) => {
  const farah = await as('Farah Haddad');
  const [bea, chidi] = [await as('Bea Lindqvist'), await as('Chidi Mensah')];
  await madeRound(farah, 'Lunch round', roundSoon({ inSeconds: 15, gathering: 12, sitting: 600, between: 5 }));
  for (const page of [bea, chidi]) await press(page, 'I’m here').click();
  await Promise.all([inCall(bea), inCall(chidi)]);
  await expect(chidi.getByText('Sitting 1 of 2')).toBeVisible();
  await expectPictures(chidi);
  await expectCorridor(farah);
  await look(chidi, 'round-sitting');
});
