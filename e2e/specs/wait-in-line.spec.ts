import { doorOf, expectCorridor, expectMeeting, inCall, meet, press } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

test('people wait in line at a busy door, one steps away, and the next is let in', async ({ as }) => {
  const amara = await as('Amara Osei');
  const chidi = await as('Chidi Mensah');
  await meet(amara, chidi, 'Amara Osei');

  const [eli, bea] = [await as('Eli Nakamura'), await as('Bea Lindqvist')];
  await doorOf(eli, 'Amara Osei').getByRole('button', { name: 'Wait in line' }).click();
  await expect(doorOf(eli, 'Amara Osei')).toContainText('You are next.');
  await doorOf(bea, 'Amara Osei').getByRole('button', { name: 'Wait in line' }).click();
  await expect(doorOf(bea, 'Amara Osei')).toContainText('1 person is before you.');
  await doorOf(eli, 'Amara Osei').getByRole('button', { name: 'Leave the line' }).click();
  await expect(doorOf(bea, 'Amara Osei')).toContainText('You are next.');
  await expect(amara.getByRole('region', { name: 'Your line' })).toContainText('Bea Lindqvist');

  await press(chidi, 'Leave').click();
  await press(amara, 'Leave').click();
  await expectCorridor(amara);
  await press(amara, 'Let Bea Lindqvist in').click();
  await Promise.all([inCall(amara), inCall(bea)]);
  await expectMeeting(amara, bea);
});
