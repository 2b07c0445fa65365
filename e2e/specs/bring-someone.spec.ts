import { doorOf, expectCorridor, expectMeeting, inCall, meet, press } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

test('somebody in line brings a colleague: one place, both called, and both inside with the mentor', async ({ as }) => {
  const [amara, eli] = [await as('Amara Osei'), await as('Eli Nakamura')];
  await meet(amara, eli, 'Amara Osei');
  const [chidi, bea] = [await as('Chidi Mensah'), await as('Bea Lindqvist')];
  await press(doorOf(chidi, 'Amara Osei'), 'Wait in line').click();
  await press(chidi, 'Bring someone').click();
  await chidi.getByLabel('Whom would you like to bring to Amara?').selectOption('Bea Lindqvist');
  await press(chidi, 'Ask quietly').click();
  await expect(chidi.getByText('You asked Bea to come along.')).toBeVisible();
  await expect(bea.getByText('Chidi Mensah waits for Amara Osei and would like you to come along.')).toBeVisible();
  await press(bea, 'Yes, come along').click();
  await expect(chidi.getByText('You and Bea have one place at Amara’s door.')).toBeVisible();
  await expect(doorOf(bea, 'Amara Osei')).toContainText('You are next.');

  await press(eli, 'Leave').click();
  await press(amara, 'Leave').click();
  await expectCorridor(amara);
  for (const page of [chidi, bea]) await expect(page.getByText('It is your turn with Amara.')).toBeVisible();
  await press(bea, 'Come in').click();
  await Promise.all([inCall(amara), inCall(bea)]);
  await press(chidi, 'Follow').click();
  await inCall(chidi);
  await expectMeeting(amara, bea, chidi);
});
