import { expectPictures, expectSilence, expectSound, inCall, press, tileOf } from '../src/call.ts';
import { expectIn, expectMeetingIn, pressIn, test, withoutFirefox } from '../src/firefox.ts';
import { expect } from '../src/test.ts';

test.skip(withoutFirefox() !== undefined, withoutFirefox());

test('somebody in Firefox and somebody in Chromium see and hear each other, and each when the other mutes', async ({
  ajar,
  as,
  inFirefox,
}) => {
  // Two browsers, one of which draws and codes without any help, and has just been started.
  test.slow();
  const [chidi, amara] = await Promise.all([inFirefox(ajar.url, 'Chidi Mensah'), as('Amara Osei')]);
  await press(amara, 'Open my door').click();
  await pressIn(chidi, 'Walk in');
  await pressIn(chidi, 'Join');
  await inCall(amara);
  await expect(tileOf(amara, 'Chidi Mensah').locator('video')).toBeVisible();
  await Promise.all([expectPictures(amara, 40_000), expectSound(amara, 40_000), expectMeetingIn(chidi)]);

  await pressIn(chidi, 'Mute microphone');
  await expect(tileOf(amara, 'Chidi Mensah')).toContainText('muted');
  // Firefox hums without a pause: what Chromium plays on when it stops dies away first.
  await expect(() => expectSilence(amara)).toPass({ timeout: 30_000 });
  await press(amara, 'Mute microphone').click();
  await expectIn(chidi, '[role="group"][aria-label="Amara Osei"]', 'muted');
  await pressIn(chidi, 'Unmute microphone');
  await expectSound(amara);

  await pressIn(chidi, 'Leave');
  await expect(tileOf(amara, 'Chidi Mensah')).toBeHidden();
  await expectIn(chidi, 'main', 'Sit down for coffee');
});
