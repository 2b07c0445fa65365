import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expectPictures, expectSound, meet, press } from '../src/call.ts';
import { announced, behind, UdpRelay } from '../src/relay.ts';
import { expect, test } from '../src/test.ts';

const wayThrough = (page: Page) => page.getByRole('region', { name: 'The way through', exact: true });

test('a call that does not get through says why by itself, and takes it back when it does', async ({
  start,
  signIn,
}) => {
  const media = await UdpRelay.listen();
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
  await wayThrough(chidi).getByText('Details', { exact: true }).click();
  await expect(wayThrough(chidi).getByRole('listitem')).toHaveText([
    `WebSocket (ws) to localhost, port ${ajar.port}: gets through`,
    `UDP to ${where}: does not get through`,
    `TCP to ${where}: does not get through`,
  ]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await chidi.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page: chidi }).analyze();
    expect.soft(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  }
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
