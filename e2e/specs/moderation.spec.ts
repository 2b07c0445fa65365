import { decide, doorOf, expectPictures, expectSilence, expectSound, inCall, press, tileOf } from '../src/call.ts';
import { choosesCanvas } from '../src/screen.ts';
import { expect, test } from '../src/test.ts';

test('the host of a room asks, mutes, stops a share, locks, lets in and shows out; the others are told kindly', async ({
  as,
}) => {
  const amara = await as('Amara Osei');
  const chidi = await as('Chidi Mensah', { prepare: choosesCanvas });
  const own = amara.getByRole('region', { name: 'Your door', exact: true });
  await own.getByText('Who may come in: one at a time').click();
  await own.getByLabel('My door is for').selectOption('several people, in a shared room');
  await press(amara, 'Open my door').click();
  await doorOf(chidi, 'Amara Osei').getByRole('button', { name: 'Walk in', exact: true }).click();
  await Promise.all([inCall(amara), inCall(chidi)]);
  await expectSound(amara);
  await expect(press(chidi, 'What you can do: Amara Osei')).toBeHidden();

  await decide(amara, 'Chidi Mensah', 'Ask to mute');
  await expect(chidi.getByText('Amara asks you to turn your microphone off.')).toBeVisible();
  await expect(press(chidi, 'Mute microphone')).toBeVisible();
  await expectSound(amara);

  await decide(amara, 'Chidi Mensah', 'Turn microphone off');
  const told = chidi.getByText('Amara turned your microphone off. Turn it on when you like.');
  await expect(told).toBeVisible();
  await expect(press(chidi, 'Unmute microphone')).toBeVisible();
  await expect(tileOf(amara, 'Chidi Mensah')).toContainText('muted');
  // What was on its way is still played.
  await expect(() => expectSilence(amara)).toPass({ timeout: 30_000 });
  await press(chidi, 'Unmute microphone').click();
  await expectSound(amara);

  await press(chidi, 'Share screen').click();
  const shared = amara.getByRole('figure', { name: 'The screen of Chidi Mensah' });
  await expect(shared).toBeVisible();
  await decide(amara, 'Chidi Mensah', 'Stop their sharing');
  await expect(shared).toBeHidden();
  await expect(chidi.getByText('Amara stopped what you shared.')).toBeVisible();
  await expect(press(chidi, 'Share screen')).toBeVisible();

  await press(amara, 'Lock the room').click();
  await expect(press(amara, 'Unlock the room')).toBeVisible();
  const dana = await as('Dana Whitfield');
  await doorOf(dana, 'Amara Osei').getByRole('button', { name: 'Walk in', exact: true }).click();
  await inCall(dana);
  await expect(dana.getByText('The room takes nobody new just now.')).toBeVisible();
  await expect(tileOf(chidi, 'Dana Whitfield')).toBeHidden();
  await press(amara, 'Let Dana Whitfield in').click();
  await expect(tileOf(chidi, 'Dana Whitfield')).toBeVisible();
  await expectPictures(dana);

  await decide(amara, 'Dana Whitfield', 'Show out for good');
  await expect(dana.getByRole('heading', { name: 'Amara has said goodbye' })).toBeVisible();
  for (const page of [amara, chidi]) await expect(tileOf(page, 'Dana Whitfield')).toBeHidden();
  await dana.getByRole('link', { name: 'Back to the corridor' }).click();
  await doorOf(dana, 'Amara Osei').getByRole('button', { name: 'Walk in', exact: true }).click();
  await expect(dana.getByText('The host of this room has said goodbye for today.')).toBeVisible();
});
