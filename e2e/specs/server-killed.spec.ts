import { coffee, doorOf, expectCorridor, expectMeeting, inCall, press } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

test('a server killed and started again keeps accounts, doors, the place in line and the seat at the table', async ({
  as,
  ajar,
}) => {
  const amara = await as('Amara Osei');
  await press(amara, 'Open my door').click();
  const bea = await as('Bea Lindqvist');
  await press(bea, 'Leave it ajar').click();
  await press(bea, 'Sit down for coffee').click();
  await expect(press(bea, 'Leave the table')).toBeVisible();
  const eli = await as('Eli Nakamura');
  await press(doorOf(eli, 'Bea Lindqvist'), 'Knock').click();
  await expect(doorOf(eli, 'Bea Lindqvist')).toContainText('You knocked. Bea will answer.');

  await ajar.kill();
  await expect(bea.getByText('The connection is gone for a moment.')).toBeVisible();
  await ajar.startAgain();

  await expect(bea.getByText('The connection is gone for a moment.')).toBeHidden();
  await bea.reload();
  await expectCorridor(bea);
  await expect(coffee(bea)).toContainText('You are the first here.');
  await expect(doorOf(bea, 'Amara Osei')).toContainText('Open, come in');

  // On another device, the place in line is the same.
  const elsewhere = await as('Eli Nakamura');
  for (const page of [eli, elsewhere])
    await expect(doorOf(page, 'Bea Lindqvist')).toContainText('You knocked. Bea will answer.');

  const chidi = await as('Chidi Mensah');
  await expect(doorOf(chidi, 'Bea Lindqvist')).toContainText('Ajar, knock first');
  await press(chidi, 'Sit down for coffee').click();
  await Promise.all([inCall(bea), inCall(chidi)]);
  await expectMeeting(bea, chidi);
});
