import { doorOf, expectCorridor, press } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

test('the first visit shows the preview, the second goes straight in', async ({ as }) => {
  const amara = await as('Amara Osei');
  await press(amara, 'Open my door').click();
  const chidi = await as('Chidi Mensah');
  const walkIn = doorOf(chidi, 'Amara Osei').getByRole('button', { name: 'Walk in' });
  await walkIn.click();

  await expect(press(chidi, 'Join')).toBeVisible();
  await expect(chidi.locator('video')).toBeVisible();
  await expect(chidi.getByRole('meter', { name: 'Microphone level' })).toBeVisible();
  await press(chidi, 'Join').click();
  await expect(press(chidi, 'Leave')).toBeVisible();
  await press(chidi, 'Leave').click();
  await expectCorridor(chidi);
  await press(amara, 'Join').click();
  await press(amara, 'Leave').click();

  await walkIn.click();
  await expect(press(chidi, 'Leave')).toBeVisible();
  await expect(press(chidi, 'Join')).toBeHidden();
});
