import { setTimeout as pause } from 'node:timers/promises';
import { expectBackMuted, expectMeeting, meet, press, tileOf } from '../src/call.ts';
import { received } from '../src/probe.ts';
import { announced, behind, TcpRelay } from '../src/relay.ts';
import { RoughWay } from '../src/rough-way.ts';
import { expect, test } from '../src/test.ts';

/** How long the network is away, in ms. */
const cutLasts = 10_000;

test('a call comes back by itself after 10 s without network, still muted', async ({ start, signIn }) => {
  const [sockets, media] = [await TcpRelay.listen(), await RoughWay.listen()];
  const ajar = await start({
    env: {
      AJAR_PUBLIC_URL: `http://localhost:${sockets.port}`,
      AJAR_MEDIA_LISTEN: behind,
      AJAR_MEDIA_ANNOUNCED: announced,
      AJAR_MEDIA_PORT: String(media.port),
    },
  });
  sockets.choose = () => [ajar.port];
  const amara = await signIn(ajar.url, 'Amara Osei');
  const chidi = await signIn(ajar.url, 'Chidi Mensah');
  await meet(amara, chidi, 'Amara Osei');
  await expectMeeting(amara, chidi);
  await press(chidi, 'Mute microphone').click();
  await expect(tileOf(amara, 'Chidi Mensah')).toContainText('muted');

  // The browser itself cuts neither WebRTC nor sockets that are open: the relays do.
  sockets.cut = true;
  media.cut = true;
  await Promise.all([chidi.context().setOffline(true), pause(cutLasts), expectCut()]);
  sockets.cut = false;
  media.cut = false;
  await chidi.context().setOffline(false);

  await expectBackMuted(chidi, 'Chidi Mensah', amara);
  media.close();
  await sockets.close();

  async function expectCut(): Promise<void> {
    await expect(chidi.getByText('This machine has no network.')).toBeVisible();
    await expect(amara.getByText('The connection faltered.')).toBeVisible();
    const { frames } = await received(amara);
    await pause(1_000);
    expect((await received(amara)).frames, 'the network is really gone').toBe(frames);
  }
});

test('a browser that is wrong about having no network is believed only until the call shows it', async ({ as }) => {
  const [amara, chidi] = [await as('Amara Osei'), await as('Chidi Mensah')];
  await meet(amara, chidi, 'Amara Osei');
  await expectMeeting(amara, chidi);
  const told = chidi.getByText('This machine has no network.');

  await chidi.evaluate(() => {
    Object.defineProperty(navigator, 'onLine', { value: false });
    window.dispatchEvent(new Event('offline'));
  });
  await expect(told).toBeVisible();
  await expect(told).toBeHidden({ timeout: 30_000 });
  await expectMeeting(amara, chidi);
});
