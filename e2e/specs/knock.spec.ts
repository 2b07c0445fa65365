import { doorOf, expectMeeting, inCall, press } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

test('a knock is answered, and the two meet', async ({ as }) => {
  const bea = await as('Bea Lindqvist');
  await press(bea, 'Leave it ajar').click();
  const chidi = await as('Chidi Mensah');
  await doorOf(chidi, 'Bea Lindqvist').getByRole('button', { name: 'Knock', exact: true }).click();
  await expect(doorOf(chidi, 'Bea Lindqvist')).toContainText('You knocked. Bea will answer.');

  await expect(bea).toHaveTitle(/Chidi is knocking/);
  await press(bea, 'Let Chidi Mensah in').click();
  await Promise.all([inCall(bea), inCall(chidi)]);
  await expectMeeting(bea, chidi);
});

test('a knock is answered with not now, kindly, and nobody is in a call', async ({ as }) => {
  const bea = await as('Bea Lindqvist');
  await press(bea, 'Leave it ajar').click();
  const chidi = await as('Chidi Mensah');
  await doorOf(chidi, 'Bea Lindqvist').getByRole('button', { name: 'Knock', exact: true }).click();

  await press(bea, 'Not now').click();
  await expect(chidi.getByText('Bea cannot talk just now. That is no answer to you')).toBeVisible();
  await expect(doorOf(chidi, 'Bea Lindqvist').getByRole('button', { name: 'Knock', exact: true })).toBeVisible();
  await expect(press(bea, 'Let Chidi Mensah in')).toBeHidden();
  for (const page of [bea, chidi]) expect(new URL(page.url()).pathname).toBe('/');
});
