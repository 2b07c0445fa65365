import { expectPictures, expectSilence, expectSound, meet, press, tileOf } from '../src/call.ts';
import { received } from '../src/probe.ts';
import { expect, test } from '../src/test.ts';

test('whose camera is denied joins with sound', async ({ as }) => {
  const amara = await as('Amara Osei');
  const chidi = await as('Chidi Mensah', { permissions: ['microphone'] });
  await meet(amara, chidi, 'Amara Osei');

  await expect(chidi.getByText('The browser does not let Ajar use the camera.')).toBeVisible();
  await expect(press(chidi, 'Turn camera on')).toBeVisible();
  await expect(press(chidi, 'Mute microphone')).toBeVisible();
  await Promise.all([expectSound(amara), expectPictures(chidi), expectSound(chidi)]);
  expect((await received(amara)).frames).toBe(0);
});

test('whose microphone is denied joins seen and unheard, and is shown where this browser keeps it', async ({ as }) => {
  const amara = await as('Amara Osei');
  const chidi = await as('Chidi Mensah', { permissions: ['camera'] });
  await meet(amara, chidi, 'Amara Osei');

  await Promise.all([expectPictures(amara), expectPictures(chidi), expectSound(chidi)]);
  await expectSilence(amara);
  await expect(tileOf(amara, 'Chidi Mensah')).toContainText('muted');
  await press(chidi, 'Devices and effects').click();
  const help = chidi.getByRole('region', { name: 'How to allow the microphone' });
  await expect(help.getByRole('listitem')).toHaveCount(3);
});

test('who is denied both joins listening and watching', async ({ as }) => {
  const amara = await as('Amara Osei');
  const chidi = await as('Chidi Mensah', { permissions: [] });
  await meet(amara, chidi, 'Amara Osei');

  await expect(chidi.getByText('The browser does not let Ajar use the microphone')).toBeVisible();
  await Promise.all([expectPictures(chidi), expectSound(chidi)]);
  await expect(tileOf(amara, 'Chidi Mensah')).toContainText('muted');
});
