import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import config from '../playwright.config.ts';
import { expectPictures, meet, press, tileOf } from '../src/call.ts';
import { expect, test } from '../src/test.ts';
import { writeVoice } from '../src/voice-file.ts';

const voice = path.join(tmpdir(), 'ajar-e2e-voice.wav');
writeVoice(voice);
const { launchOptions } = config.use ?? {};
const args = (launchOptions?.args ?? []).filter((arg) => !arg.startsWith('--use-fake-device'));

// Few pictures a second: a graphics card that is a program must keep up with them on a busy machine.
test.use({
  launchOptions: {
    ...launchOptions,
    args: [...args, '--use-fake-device-for-media-stream=fps=5', `--use-file-for-fake-audio-capture=${voice}`],
  },
});

/** How green the upper corner of somebody's picture is, compared with its red and blue. The fake camera is all green. */
function greenOf(page: Page, name: string): Promise<number> {
  return tileOf(page, name)
    .locator('video')
    .evaluate((video) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 16, height: 9 });
      const pen = canvas.getContext('2d');
      pen?.drawImage(video as HTMLVideoElement, 0, 0, 16, 9);
      const [red = 0, green = 0, blue = 0] = pen?.getImageData(1, 1, 1, 1).data ?? [];
      return green - Math.max(red, blue);
    });
}

test('a background takes the place of the room for everybody, and goes again', async ({ as }) => {
  const amara = await as('Amara Osei');
  const chidi = await as('Chidi Mensah');
  await meet(amara, chidi, 'Amara Osei');
  await expectPictures(amara);
  const room = () => greenOf(amara, 'Chidi Mensah');
  await expect.poll(room).toBeGreaterThan(50);

  await press(chidi, 'Devices and effects').click();
  await chidi.getByRole('radio', { name: 'Evening' }).check();
  await expect.poll(room, { timeout: 60_000 }).toBeLessThan(20);
  await expectPictures(amara);
  await press(chidi, 'Close').click();

  // Over a camera that was off, muting, and a place in the room that was lost.
  await press(chidi, 'Turn camera off').click();
  await expect(tileOf(amara, 'Chidi Mensah').locator('video')).toBeHidden();
  await press(chidi, 'Turn camera on').click();
  await expect(tileOf(amara, 'Chidi Mensah').locator('video')).toBeVisible({ timeout: 60_000 });
  await expectPictures(amara);
  expect(await room()).toBeLessThan(20);

  await press(chidi, 'Devices and effects').click();
  await chidi.getByRole('radio', { name: 'Your room' }).check();
  await expect.poll(room, { timeout: 30_000 }).toBeGreaterThan(50);
  await expectPictures(amara);
});

test('noise is lowered strongly, and a voice stays', async ({ as }) => {
  const chidi = await as('Chidi Mensah');
  await chidi.goto(new URL('/room', chidi.url()).href);
  await press(chidi, 'Background, noise and a speaker test').click();
  const choice = chidi.getByRole('combobox', { name: 'Noise around you' });
  await choice.selectOption('Leave it in');
  await expect.poll(async () => (await levels(chidi)).noise).toBeGreaterThan(25);
  const before = await levels(chidi);

  await choice.selectOption('Lower it strongly');
  await expect(chidi.getByText('For a loud room.')).toBeVisible();
  // Two hundredths of the meter are a decibel: ten decibels less noise, the voice within five.
  await expect.poll(async () => before.noise - (await levels(chidi)).noise, { timeout: 40_000 }).toBeGreaterThan(20);
  expect(Math.abs(before.voice - (await levels(chidi)).voice)).toBeLessThan(10);

  // It is remembered on this machine, and the way out of it too.
  await press(chidi, 'Keep these and go back').click();
  await chidi.goto(new URL('/room', chidi.url()).href);
  await press(chidi, 'Background, noise and a speaker test').click();
  await expect(choice).toHaveValue('strong');
});

/** What the meter shows while there is only noise and while there is a voice, from 0 to 100, over a round of the file. */
function levels(page: Page): Promise<{ noise: number; voice: number }> {
  return page.getByRole('meter', { name: 'Microphone level' }).evaluate(async (meter) => {
    const seen: number[] = [];
    for (const until = performance.now() + 4_200; performance.now() < until; ) {
      seen.push((meter as HTMLMeterElement).value);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    const sorted = seen.toSorted((one, other) => one - other);
    const at = (share: number) => sorted[Math.floor(share * sorted.length)] ?? 0;
    return { noise: at(0.25), voice: at(0.9) };
  });
}
