import type { Page } from '@playwright/test';
import { doorOf, expectPictures, expectSound, inCall, meet, press, tileOf } from '../src/call.ts';
import { look } from '../src/look.ts';
import { announced, behind } from '../src/relay.ts';
import { RoughWay } from '../src/rough-way.ts';
import { expect, test } from '../src/test.ts';

const wayThrough = (page: Page) => page.getByRole('region', { name: 'The way through', exact: true });

test('a call that does not get through says why by itself, and takes it back when it does', async ({
  start,
  signIn,
}) => {
  const media = await RoughWay.listen();
  const ajar = await start({
    env: { AJAR_MEDIA_LISTEN: behind, AJAR_MEDIA_ANNOUNCED: announced, AJAR_MEDIA_PORT: String(media.port) },
  });
  // From now on nothing answers where browsers are told to go: neither over UDP, nor over TCP, where nobody listens.
  media.cut = true;
  const [amara, chidi] = [await signIn(ajar.url, 'Amara Osei'), await signIn(ajar.url, 'Chidi Mensah')];
  await meet(amara, chidi, 'Amara Osei');
  const where = `${announced}, port ${media.port}`;
  for (const page of [amara, chidi]) {
    await expect(wayThrough(page)).toContainText('No sound or picture gets through from here', { timeout: 60_000 });
    await expect(wayThrough(page)).toContainText(`allow UDP, or else TCP, to ${where}`);
  }
  // It is said once, and whoever is not seen has a face all the same.
  await expect(chidi.getByText('No sound or picture gets through yet.')).toBeHidden();
  await expect(tileOf(chidi, 'Amara Osei')).toContainText('AO');
  await wayThrough(chidi).getByText('Details', { exact: true }).click();
  await expect(wayThrough(chidi).getByRole('listitem')).toHaveText([
    `WebSocket (ws) to localhost, port ${ajar.port}: gets through`,
    `UDP to ${where}: does not get through`,
    `TCP to ${where}: does not get through`,
  ]);
  await look(chidi, 'blocked');
  await press(amara, 'Keep trying').click();
  await expect(wayThrough(amara)).toBeHidden();
  await press(chidi, 'Try again').click();

  media.cut = false;
  // The next try of a path may be some seconds away.
  const within = 60_000;
  await Promise.all([amara, chidi].flatMap((page) => [expectPictures(page, within), expectSound(page, within)]));
  await expect(wayThrough(chidi)).toBeHidden();

  await press(chidi, 'Leave').click();
  await chidi.goto(`${ajar.url}/room`);
  await expect(wayThrough(chidi)).toContainText('Calls get through from here at their best', { timeout: 60_000 });
  media.close();
});

test('a call that cannot connect says so 8 s after it began to, by itself', async ({ start, signIn }) => {
  const media = await RoughWay.listen();
  const ajar = await start({
    env: { AJAR_MEDIA_LISTEN: behind, AJAR_MEDIA_ANNOUNCED: announced, AJAR_MEDIA_PORT: String(media.port) },
  });
  media.cut = true;
  const [amara, chidi] = [await signIn(ajar.url, 'Amara Osei'), await signIn(ajar.url, 'Chidi Mensah')];
  await chidi.clock.install();
  await chidi.reload();
  await press(amara, 'Open my door').click();
  await doorOf(chidi, 'Amara Osei').getByRole('button', { name: 'Walk in', exact: true }).click();
  await press(chidi, 'Join').waitFor();

  // From here on time passes in this page only as it is told to.
  await chidi.clock.pauseAt(await chidi.evaluate(() => Date.now() + 1_000));
  let passed = 0;
  const pass = async (time: number) => {
    passed += time;
    await chidi.clock.runFor(time);
  };
  await press(chidi, 'Join').click();
  await expect(async () => {
    await pass(50);
    expect(await chidi.evaluate(connecting)).toBe(true);
  }).toPass();
  await inCall(chidi);
  const trouble = chidi.getByText('No sound or picture gets through yet.');
  const began = passed;
  await pass(7_900 - began);
  await expect(press(chidi, 'Leave')).toBeVisible();
  await expect(trouble).toBeHidden();
  await pass(began + 150);
  await expect(trouble).toBeVisible();
  media.close();
});

/** Whether this page is trying to send and receive. */
function connecting(): boolean {
  return window.peerConnections.some(({ connectionState }) => connectionState === 'connecting');
}
