import { expectMeeting, meet, press, tileOf } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

test('joining in another window tells the first, which can take the call back', async ({ as }) => {
  const amara = await as('Amara Osei');
  const chidi = await as('Chidi Mensah');
  await meet(amara, chidi, 'Amara Osei');
  await expectMeeting(amara, chidi);

  const other = await chidi.context().newPage();
  await other.goto(chidi.url());
  await expect(chidi.getByRole('heading', { name: 'You are in this call in another window' })).toBeVisible();
  await expectMeeting(amara, other);
  await expect(tileOf(amara, 'Chidi Mensah')).toHaveCount(1);

  await press(chidi, 'Join here instead').click();
  await expect(other.getByRole('heading', { name: 'You are in this call in another window' })).toBeVisible();
  await expectMeeting(amara, chidi);
});
