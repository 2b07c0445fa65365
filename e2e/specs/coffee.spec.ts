import { coffee, expectMeeting, inCall, press } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

test('coffee pairs two who may meet, while the third waits', async ({ as }) => {
  // Amara supervises Dana: they are not paired, so both wait for somebody else.
  const amara = await as('Amara Osei');
  await press(amara, 'Sit down for coffee').click();
  await expect(press(amara, 'Leave the table')).toBeVisible();
  const dana = await as('Dana Whitfield');
  await expect(coffee(dana)).toContainText('Someone is at the table.');
  await press(dana, 'Sit down for coffee').click();
  await expect(coffee(dana)).toContainText('You are not alone at the table.');
  await expect(coffee(amara)).toContainText('You are not alone at the table.');

  const chidi = await as('Chidi Mensah');
  await press(chidi, 'Sit down for coffee').click();
  await Promise.all([inCall(amara), inCall(chidi)]);
  await expectMeeting(amara, chidi);
  await expect(coffee(dana)).toContainText('You are the first here.');
  expect(new URL(dana.url()).pathname).toBe('/');
});
