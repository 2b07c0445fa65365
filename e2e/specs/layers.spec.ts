import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { expectMeeting, expectPictures, expectSound, meet } from '../src/call.ts';
import { type Layers, layersOf } from '../src/probe.ts';
import { expect, test } from '../src/test.ts';

test('pictures come as large as they are drawn, nothing comes unseen, and what nobody receives is not encoded', async ({
  as,
}) => {
  const amara = await as('Amara Osei', { viewport: { width: 1280, height: 800 } });
  const chidi = await as('Chidi Mensah', { viewport: { width: 1280, height: 800 } });
  await meet(amara, chidi, 'Amara Osei');
  await expectMeeting(amara, chidi);
  await expect.poll(async () => (await layersOf(chidi)).receivedHeight).toBeGreaterThan(200);

  await chidi.setViewportSize({ width: 390, height: 300 });
  await expect.poll(async () => (await layersOf(chidi)).receivedHeight).toBeLessThan(200);
  await expect.poll(() => busyLayers(amara)).toHaveLength(1);

  await setHidden(chidi, true);
  await expect.poll(() => busyLayers(amara)).toEqual([]);
  await expect.poll(async () => (await during(chidi)).receivedBytes).toBe(0);
  await expectSound(chidi);
  await expectPictures(amara);

  await setHidden(chidi, false);
  await expectPictures(chidi);
  await chidi.setViewportSize({ width: 1280, height: 800 });
  await expect.poll(async () => (await layersOf(chidi)).receivedHeight).toBeGreaterThan(200);
});

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
