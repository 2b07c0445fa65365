import { decide, expectSilence, expectSound, press, tileOf } from '../src/call.ts';
import { expectIn, expectMeetingIn, pressIn, test, walkIn, withoutFirefox } from '../src/firefox.ts';
import { TcpRelay } from '../src/relay.ts';
import { expect } from '../src/test.ts';

test.skip(withoutFirefox() !== undefined, withoutFirefox());

test('somebody in Firefox is back by themselves after their socket was silent, still muted, and hears what the host decides', async ({
  start,
  signIn,
  inFirefox,
}) => {
  test.slow();
  const sockets = await TcpRelay.listen();
  const ajar = await start({ env: { AJAR_PUBLIC_URL: `http://localhost:${sockets.port}` } });
  sockets.choose = () => [ajar.port];
  const [chidi, amara] = await Promise.all([inFirefox(ajar.url, 'Chidi Mensah'), signIn(ajar.url, 'Amara Osei')]);
  await walkIn(chidi, amara);
  await Promise.all([expectSound(amara, 40_000), expectMeetingIn(chidi)]);
  await pressIn(chidi, 'Mute microphone');
  await expect(tileOf(amara, 'Chidi Mensah')).toContainText('muted');

  sockets.cut = true;
  await expectIn(chidi, 'body', 'The connection faltered.');
  sockets.cut = false;
  const faltered = () => chidi.evaluate(() => document.body.textContent.includes('The connection faltered.'));
  await expect.poll(faltered, { timeout: 40_000 }).toBe(false);
  await expectMeetingIn(chidi);
  await expect(tileOf(amara, 'Chidi Mensah')).toContainText('muted');
  await expect(() => expectSilence(amara)).toPass({ timeout: 30_000 });
  await pressIn(chidi, 'Unmute microphone');
  await expectSound(amara);

  await decide(amara, 'Chidi Mensah', 'Turn microphone off');
  await expectIn(chidi, 'body', 'Amara turned your microphone off. Turn it on when you like.');
  await expect(tileOf(amara, 'Chidi Mensah')).toContainText('muted');
  await pressIn(chidi, 'Unmute microphone');
  await expectSound(amara);
  await decide(amara, 'Chidi Mensah', 'Ask to step out');
  await expectIn(chidi, 'main', 'Amara asks you to step out for now');
  await expect(tileOf(amara, 'Chidi Mensah')).toBeHidden();
  await expect(press(amara, 'Leave')).toBeVisible();
  await sockets.close();
});
