import { expectMeeting, meet, press, tileOf } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

test('a reload in the middle of a call comes straight back into it', async ({ as }) => {
  const amara = await as('Amara Osei');
  const chidi = await as('Chidi Mensah');
  await meet(amara, chidi, 'Amara Osei');
  await expectMeeting(amara, chidi);

  await chidi.reload();
  await expect(press(chidi, 'Leave')).toBeVisible();
  await expectMeeting(amara, chidi);
  await expect(tileOf(amara, 'Chidi Mensah')).toHaveCount(1);
});
