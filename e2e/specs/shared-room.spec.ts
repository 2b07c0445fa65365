import { doorOf, expectPictures, inCall, press, tileOf } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

test('three people in a shared room, each greeted by name, and one of them just listens until she speaks', async ({
  as,
}) => {
  const [amara, chidi, dana] = [await as('Amara Osei'), await as('Chidi Mensah'), await as('Dana Whitfield')];
  const own = amara.getByRole('region', { name: 'Your door', exact: true });
  await own.getByText('Who may come in: one at a time').click();
  await own.getByLabel('My door is for').selectOption('several people, in a shared room');
  await expect(own.getByText('Who may come in: a room for 6')).toBeVisible();
  await press(amara, 'Open my door').click();

  const door = doorOf(chidi, 'Amara Osei');
  await expect(door).toContainText('Shared room for up to 6, come in');
  await door.getByRole('button', { name: 'Walk in', exact: true }).click();
  await Promise.all([inCall(amara), inCall(chidi)]);
  await expect(tileOf(amara, 'Chidi Mensah')).toBeVisible();
  await expect(tileOf(chidi, 'Amara Osei')).toBeVisible();

  const seen = doorOf(dana, 'Amara Osei');
  await expect(seen).toContainText('Shared room, 2 of 6 inside');
  await expect(seen).toContainText(/Inside: .*Chidi Mensah/);
  await seen.getByRole('button', { name: 'Just listen', exact: true }).click();
  await inCall(dana);
  const greeted = amara.getByText('Dana Whitfield has come in, just to listen.');
  const marked = tileOf(amara, 'Dana Whitfield').getByText('listening', { exact: true });
  await expect(greeted.or(marked).first()).toBeVisible();
  await expect(marked).toBeVisible();
  await expect(press(dana, 'Unmute microphone')).toBeVisible();
  await expect(press(dana, 'Turn camera on')).toBeVisible();
  await expectPictures(dana);
  expect(await dana.evaluate(() => localStorage.getItem('ajar.call-devices') ?? '')).not.toContain(
    '"cameraWanted":false',
  );

  await press(dana, 'Unmute microphone').click();
  await expect(press(dana, 'Mute microphone')).toBeVisible();
  await expect(marked).toBeHidden();
  await expect(press(dana, 'Turn camera on')).toBeVisible();
});
