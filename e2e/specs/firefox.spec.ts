import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { expectPictures, expectSilence, expectSound, press, tileOf } from '../src/call.ts';
import { expectIn, expectMeetingIn, pressIn, savedIn, test, walkIn, withoutFirefox } from '../src/firefox.ts';
import { pictureCodecsOf } from '../src/probe.ts';
import { expect } from '../src/test.ts';

const hash = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');

test.skip(withoutFirefox() !== undefined, withoutFirefox());

test('somebody in Firefox and somebody in Chromium see and hear each other, and each when the other mutes', async ({
  ajar,
  as,
  inFirefox,
}) => {
  // Two browsers, one of which draws and codes without any help, and has just been started.
  test.slow();
  const [chidi, amara] = await Promise.all([inFirefox(ajar.url, 'Chidi Mensah'), as('Amara Osei')]);
  await walkIn(chidi, amara);
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

test('Firefox, which encodes no layers, goes on with VP8 where cameras may be sent in VP9, and decodes that', async ({
  start,
  signIn,
  inFirefox,
}) => {
  test.slow();
  const { url } = await start({ env: { AJAR_CAMERA_CODEC: 'vp9' } });
  const [chidi, amara] = await Promise.all([inFirefox(url, 'Chidi Mensah'), signIn(url, 'Amara Osei')]);
  await walkIn(chidi, amara);
  await Promise.all([expectPictures(amara, 40_000), expectMeetingIn(chidi)]);
  await expect.poll(async () => (await pictureCodecsOf(amara)).toSorted()).toEqual(['inbound VP8', 'outbound VP9']);
});

test('messages and files go from Firefox to Chromium and back, and Firefox sees a shared screen', async ({
  ajar,
  as,
  folder,
  inFirefox,
}) => {
  test.slow();
  const [chidi, amara] = await Promise.all([inFirefox(ajar.url, 'Chidi Mensah'), as('Amara Osei')]);
  await walkIn(chidi, amara);

  await pressIn(chidi, 'Chat');
  await chidi.locator('::-p-aria([name="Write to everybody here"])').fill('From a fox');
  await chidi.keyboard.press('Enter');
  await press(amara, 'Chat').click();
  const log = amara.getByRole('log', { name: 'Messages' });
  await expect(log).toContainText('From a fox');
  await amara.getByRole('textbox', { name: 'Write to everybody here' }).fill('To a fox');
  await amara.keyboard.press('Enter');
  await expectIn(chidi, '[role="log"]', 'To a fox');

  const [theirs, ours] = [randomBytes(1_500_000), randomBytes(1_500_000)];
  const file = path.join(folder, 'from a fox.bin');
  writeFileSync(file, theirs);
  const input = await chidi.waitForSelector('input[type="file"]');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
  await press(amara, 'Take from a fox.bin').click({ timeout: 40_000 });
  const saving = amara.waitForEvent('download');
  await log.getByRole('link', { name: 'Save from a fox.bin' }).click({ timeout: 60_000 });
  expect(hash(readFileSync(await (await saving).path()))).toBe(hash(theirs));

  await amara
    .getByLabel('Offer a file of up to 10 MB')
    .setInputFiles({ name: 'to a fox.bin', mimeType: 'application/octet-stream', buffer: ours });
  await pressIn(chidi, 'Take to a fox.bin');
  await chidi.locator('[role="log"] a[download]').setTimeout(60_000).click();
  const saved = path.join(savedIn(folder), 'to a fox.bin');
  await expect.poll(() => existsSync(saved) && hash(readFileSync(saved)), { timeout: 30_000 }).toBe(hash(ours));

  // This Firefox has no screen, and says so.
  await pressIn(chidi, 'Share screen');
  await expectIn(chidi, '.call-status [role="status"]', 'could show nothing of this screen');

  const page = await amara.context().newPage();
  await page.setContent('<title>A page to share</title><p>Words to read.</p>');
  await press(amara, 'Share screen').click();
  const width = () => chidi.evaluate(() => document.querySelector<HTMLVideoElement>('figure video')?.videoWidth ?? 0);
  await expect.poll(width, { timeout: 40_000 }).toBeGreaterThan(0);
});
