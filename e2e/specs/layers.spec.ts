import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { expectMeeting, expectPictures, expectSound, meet } from '../src/call.ts';
import { type Layers, layersOf, pictureCodecsOf } from '../src/probe.ts';
import { expect, test } from '../src/test.ts';

const viewport = { width: 1280, height: 800 };

test('pictures come as large as they are drawn, nothing comes unseen, and what nobody receives is not encoded', async ({
  as,
}) => {
  const [amara, chidi] = [await as('Amara Osei', { viewport }), await as('Chidi Mensah', { viewport })];
  await meet(amara, chidi, 'Amara Osei');
  await expectLayers(amara, chidi, () => expect.poll(() => busyLayers(amara)).toHaveLength(1));
});

test('one picture of three layers in VP9 does the same, where the media node is told so', async ({ start, signIn }) => {
  const { url } = await start({ env: { AJAR_CAMERA_CODEC: 'vp9' } });
  const [amara, chidi] = await Promise.all(
    ['Amara Osei', 'Chidi Mensah'].map((name) => signIn(url, name, { viewport })),
  );
  if (!amara || !chidi) throw new Error('Two are signed in.');
  await meet(amara, chidi, 'Amara Osei');
  await expectMeeting(amara, chidi);
  for (const page of [amara, chidi]) {
    await expect.poll(async () => (await pictureCodecsOf(page)).toSorted()).toEqual(['inbound VP9', 'outbound VP9']);
  }
  await expectLayers(amara, chidi, () => expect.poll(async () => (await layersOf(amara)).sentHeight).toBeLessThan(200));
});

/** Of the picture of the first, the second receives what they see of it; and more of it is not encoded. */
async function expectLayers(amara: Page, chidi: Page, expectSmall: () => Promise<void>): Promise<void> {
  await expectMeeting(amara, chidi);
  await expect.poll(async () => (await layersOf(chidi)).receivedHeight).toBeGreaterThan(200);

  await chidi.setViewportSize({ width: 390, height: 300 });
  await expect.poll(async () => (await layersOf(chidi)).receivedHeight).toBeLessThan(200);
  await expectSmall();

  await setHidden(chidi, true);
  await expect.poll(() => busyLayers(amara)).toEqual([]);
  await expect.poll(async () => (await during(chidi)).receivedBytes).toBe(0);
  await expectSound(chidi);
  await expectPictures(amara);

  await setHidden(chidi, false);
  await expectPictures(chidi);
  await chidi.setViewportSize({ width: 1280, height: 800 });
  await expect.poll(async () => (await layersOf(chidi)).receivedHeight).toBeGreaterThan(200);
}

/** What changes in a second. */
async function during(page: Page): Promise<Layers> {
  const before = await layersOf(page);
  await pause(1_000);
  const after = await layersOf(page);
  const names = Object.keys(after.encoded);
  const encoded = names.map((name) => [name, (after.encoded[name] ?? 0) - (before.encoded[name] ?? 0)]);
  return {
    ...after,
    receivedBytes: after.receivedBytes - before.receivedBytes,
    encoded: Object.fromEntries(encoded),
  };
}

/** Names of the layers that are being encoded. */
async function busyLayers(page: Page): Promise<string[]> {
  const { encoded } = await during(page);
  return Object.entries(encoded).flatMap(([name, frames]) => (frames > 0 ? [name] : []));
}

/** As when the window is put aside: headless windows never are. */
async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    },
    hidden ? 'hidden' : 'visible',
  );
}
