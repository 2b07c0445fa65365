import type { Locator, Page } from '@playwright/test';
import { meet, press, tileOf } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

/** A page that moves, of the title which the browser's own question is answered with. */
async function openSharedPage(beside: Page): Promise<void> {
  const page = await beside.context().newPage();
  await page.setViewportSize({ width: 640, height: 360 });
  await page.setContent(`<title>A page to share</title>
    <style>
      body { margin: 0 }
      div { width: 160px; height: 360px; background: teal; animation: go 2s linear infinite }
      @keyframes go { to { translate: 480px } }
    </style><div></div>`);
}

const screenOf = (page: Page, name: string) => page.getByRole('figure', { name: `The screen of ${name}` });

/** Pictures a second that are drawn of this, over two seconds. */
async function rateOf(shared: Locator): Promise<number> {
  return await shared.locator('video').evaluate(async (video: HTMLVideoElement) => {
    const drawn = () => video.getVideoPlaybackQuality().totalVideoFrames;
    const [from, before] = [performance.now(), drawn()];
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    return ((drawn() - before) * 1_000) / (performance.now() - from);
  });
}

test('a screen is shared to be read or to be watched, two at once, and pointed at', async ({ as }) => {
  const [amara, chidi] = [await as('Amara Osei'), await as('Chidi Mensah')];
  await meet(amara, chidi, 'Amara Osei');
  await expect(tileOf(chidi, 'Amara Osei')).toBeVisible();
  await openSharedPage(chidi);
  await press(chidi, 'Share screen').click();
  const shared = screenOf(amara, 'Chidi Mensah');
  await expect(shared).toBeVisible();
  const width = () => shared.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth);
  await expect.poll(width).toBe(640);
  await expect.poll(() => rateOf(shared)).toBeGreaterThan(0);
  expect(await rateOf(shared)).toBeLessThan(13);
  await chidi.getByRole('radio', { name: 'Watch' }).check({ force: true });
  await expect.poll(() => rateOf(shared), { timeout: 60_000 }).toBeGreaterThan(13);

  await press(amara, 'Share screen').click();
  await expect(screenOf(chidi, 'Amara Osei')).toBeVisible();
  await expect(amara.getByRole('figure')).toHaveCount(2);
  await screenOf(chidi, 'Amara Osei').getByRole('button', { name: 'Point', exact: true }).click();
  const surface = screenOf(chidi, 'Amara Osei').getByRole('application');
  const mark = amara.locator('.pointer-mark', { hasText: 'Chidi' });
  const own = amara.getByRole('figure', { name: 'Your screen, as the others see it' });
  await expect(async () => {
    const box = await surface.boundingBox();
    if (!box) throw new Error('there is nothing to point on');
    await chidi.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.6);
    await chidi.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.5);
    await expect(own.locator(mark)).toHaveAttribute('style', /left: 25(\.\d+)?%; top: 50(\.\d+)?%/, { timeout: 1_500 });
  }).toPass({ timeout: 45_000 });
  await expect(mark).toBeHidden();
  await chidi.keyboard.press('Escape');
  await expect(surface).toBeHidden();

  await press(chidi, 'Stop sharing').click();
  await expect(shared).toBeHidden();
  await expect(screenOf(chidi, 'Amara Osei')).toBeVisible();
});
