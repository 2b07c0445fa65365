import type { Locator } from '@playwright/test';
import type { Page as FirefoxPage } from 'puppeteer-core';
import { expectPictures, expectSound, press, tileOf } from '../src/call.ts';
import { withoutDesk } from '../src/desk.ts';
import { expectIn, expectMeetingIn, pressIn, test, walkIn, withoutFirefox } from '../src/firefox.ts';
import { sitDown } from '../src/firefox-devices.ts';
import { connectionsOf, received } from '../src/probe.ts';
import { workersOf } from '../src/processes.ts';
import { asTheyAre, behindThem, powersAt, seenIn } from '../src/seen-and-heard.ts';
import { expect } from '../src/test.ts';

const without = withoutFirefox() ?? withoutDesk();
test.skip(without !== undefined, without);
test.use({ atDesk: true });

test('in Firefox a background takes the place of the room for the others, is blurred, and goes again; noise too', async ({
  ajar,
  as,
  folder,
  inFirefox,
}) => {
  test.slow();
  const [chidi, amara] = await Promise.all([
    inFirefox(ajar.url, 'Chidi Mensah', (page) => sitDown(page, folder)),
    as('Amara Osei'),
  ]);
  await walkIn(chidi, amara);
  await Promise.all([expectPictures(amara, 40_000), expectSound(amara, 40_000)]);
  const video = tileOf(amara, 'Chidi Mensah').locator('video');
  const seen = () => seenIn(video);
  await expect.poll(seen, { timeout: 40_000 }).toEqual(asTheyAre);
  await expect.poll(() => stripesIn(video), { timeout: 40_000 }).toBeGreaterThan(70);

  await pressIn(chidi, 'Devices and effects');
  await chooseIn(chidi, 'Evening');
  await expect.poll(seen, { timeout: 60_000 }).toEqual(behindThem);
  await expectPictures(amara, 40_000);
  await chooseIn(chidi, 'Blurred');
  await expect.poll(seen, { timeout: 60_000 }).toEqual(asTheyAre);
  await expect.poll(() => stripesIn(video), { timeout: 40_000 }).toBeLessThan(40);
  await expectPictures(amara, 40_000);
  await chooseIn(chidi, 'Your room');
  await expect.poll(() => stripesIn(video), { timeout: 40_000 }).toBeGreaterThan(70);
  await expectPictures(amara, 40_000);

  await noiseIn(chidi, 'off');
  await expect.poll(async () => (await powersAt(amara)).noise, { timeout: 40_000 }).toBeGreaterThan(0);
  const before = await powersAt(amara);
  await noiseIn(chidi, 'strong');
  await expect.poll(async () => (await powersAt(amara)).noise, { timeout: 60_000 }).toBeLessThan(before.noise / 10);
  expect((await powersAt(amara)).voice, 'the voice stays, within five decibels').toBeGreaterThan(before.voice / 3.2);
  await noiseIn(chidi, 'off');
  await expect.poll(async () => (await powersAt(amara)).noise, { timeout: 60_000 }).toBeGreaterThan(before.noise / 2);
});

/** Chooses what is behind one. */
async function chooseIn(page: FirefoxPage, background: string): Promise<void> {
  await page.locator(`label ::-p-text(${background})`).setTimeout(40_000).click();
  const chosen = () =>
    page.evaluate(() => document.querySelector('input[type="radio"]:checked')?.closest('label')?.textContent ?? '');
  await expect.poll(chosen, { timeout: 40_000 }).toContain(background);
}

async function noiseIn(page: FirefoxPage, noise: 'off' | 'strong'): Promise<void> {
  const field = await page.waitForSelector('::-p-aria([name="Noise around you"][role="combobox"])');
  await field?.select(noise);
}

/** How far apart the lightest and the darkest green of the stripes on the wall are. */
function stripesIn(video: Locator): Promise<number> {
  return video.evaluate((element) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    pen?.drawImage(element as HTMLVideoElement, 0, 0, 640, 480);
    const greens = [...(pen?.getImageData(560, 60, 60, 1).data ?? [])].filter((_, index) => index % 4 === 1);
    return Math.max(...greens) - Math.min(...greens);
  });
}

test('somebody in Firefox shares their screen, raises a hand, reacts, and comes back by themselves', async ({
  ajar,
  as,
  firefox,
  inFirefox,
}) => {
  test.slow();
  const [chidi, amara] = await Promise.all([inFirefox(ajar.url, 'Chidi Mensah'), as('Amara Osei')]);
  await walkIn(chidi, amara);
  await expectPictures(amara, 40_000);

  // Firefox asks nothing here, and shares all of its screen.
  await pressIn(chidi, 'Share screen');
  const screen = amara.getByRole('figure', { name: 'The screen of Chidi Mensah' }).locator('video');
  await expect(screen).toBeVisible({ timeout: 40_000 });
  const sheet = await firefox.newPage();
  for (const colour of ['blue', 'red'] as const) {
    await sheet.setContent(`<body style="background: ${colour}">`);
    await sheet.bringToFront();
    await expect.poll(() => colourOf(screen), { timeout: 40_000 }).toBe(colour);
  }
  await sheet.close();
  await chidi.bringToFront();
  await pressIn(chidi, 'Stop sharing');
  await expect(screen).toBeHidden();

  await pressIn(chidi, 'Raise hand');
  await expect(tileOf(amara, 'Chidi Mensah')).toContainText('hand up');
  await pressIn(chidi, 'React');
  await pressIn(chidi, 'Thank you');
  await expect(amara.getByText('Chidi: Thank you.')).toHaveCount(1);
  await press(amara, 'React').click();
  await press(amara, 'Thank you').click();
  await expectIn(chidi, 'body', 'Amara: Thank you.');

  await pressIn(chidi, 'Mute microphone');
  await expect(tileOf(amara, 'Chidi Mensah')).toContainText('muted');
  await chidi.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await chidi.keyboard.down(' ');
  await expect(tileOf(amara, 'Chidi Mensah')).not.toContainText('muted');
  await expectSound(amara);
  await chidi.keyboard.up(' ');
  await expect(tileOf(amara, 'Chidi Mensah')).toContainText('muted');
  await pressIn(chidi, 'Unmute microphone');

  const connections = await connectionsOf(amara);
  const his = await chidi.evaluate(() => window.peerConnections.length);
  ajar.expected = /SIGKILL/;
  for (const { pid } of workersOf(ajar.program.pid)) process.kill(pid, 'SIGKILL');
  await expect.poll(async () => (await received(amara, connections)).frames, { timeout: 60_000 }).toBeGreaterThan(0);
  await Promise.all([expectPictures(amara, 40_000), expectSound(amara, 40_000), expectMeetingIn(chidi, his)]);

  await chidi.reload();
  await expectMeetingIn(chidi);
  await Promise.all([expectPictures(amara, 40_000), expectSound(amara, 40_000)]);
  await expect(tileOf(amara, 'Chidi Mensah')).toHaveCount(1);

  await pressIn(chidi, 'Connection');
  await chidi.locator('::-p-text(Save data)').click();
  await expect(tileOf(amara, 'Chidi Mensah').locator('video')).toBeHidden();
  await expectSound(amara);
  await pressIn(chidi, 'Close');
  await pressIn(chidi, 'Turn camera on');
  await expectPictures(amara, 40_000);
});

/** What most of a picture is. */
function colourOf(video: Locator): Promise<'red' | 'blue' | 'neither'> {
  return video.evaluate((element) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    // Around it are Firefox's own bars, and in the middle the pointer.
    const { videoWidth: width, videoHeight: height } = element as HTMLVideoElement;
    pen?.drawImage(element as HTMLVideoElement, width / 3, height / 2, 8, 8, 0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = pen?.getImageData(0, 0, 1, 1).data ?? [];
    if (red > 150 && Math.max(green, blue) < 80) return 'red';
    return blue > 150 && Math.max(red, green) < 80 ? 'blue' : 'neither';
  });
}
