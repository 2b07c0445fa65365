import { doorOf, press } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

const tellMe = 'Tell me when this door opens';

test('a person asks to be told, is told by mail once the door opens, and has nothing more to undo', async ({
  as,
  ajar,
}) => {
  const chidi = await as('Chidi Mensah');
  const door = doorOf(chidi, 'Bea Lindqvist');
  await door.getByRole('button', { name: tellMe, exact: true }).click();
  await expect(door).toContainText('You are told when it opens.');

  await chidi.goto(`${ajar.url}/following`);
  await expect(chidi.getByRole('heading', { name: 'Bea Lindqvist' })).toBeVisible();

  const bea = await as('Bea Lindqvist');
  await press(bea, 'Open my door').click();
  await chidi.goto(`${ajar.url}/dev/outbox`);
  await expect(async () => {
    await chidi.reload();
    await expect(chidi.getByText('Bea Lindqvist').first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });

  // It was asked for once.
  await chidi.goto(`${ajar.url}/following`);
  await expect(chidi.getByRole('heading', { name: 'Doors' })).toBeVisible();
  await expect(chidi.getByRole('heading', { name: 'Bea Lindqvist' })).toHaveCount(0);
});

test('a wish to be told is taken back, and taken back again', async ({ as, ajar }) => {
  const chidi = await as('Chidi Mensah');
  const door = doorOf(chidi, 'Bea Lindqvist');
  await door.getByRole('button', { name: tellMe, exact: true }).click();
  await chidi.goto(`${ajar.url}/following`);
  await press(chidi, 'Do not tell me of Bea Lindqvist').click();
  await press(chidi, 'Tell me again').click();
  await chidi.goto(ajar.url);
  await door.getByRole('button', { name: 'Do not tell me', exact: true }).click();
  await expect(door.getByRole('button', { name: tellMe, exact: true })).toBeVisible();
});
