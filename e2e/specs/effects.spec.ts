import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import config from '../playwright.config.ts';
import type { Ajar } from '../src/ajar.ts';
import { expectPictures, expectSound, meet, press, tileOf } from '../src/call.ts';
import { connectionsOf, received } from '../src/probe.ts';
import { workersOf } from '../src/processes.ts';
import { asTheyAre, behindThem, powersAt, seenIn } from '../src/seen-and-heard.ts';
import { writeSomebody } from '../src/somebody-file.ts';
import { expect, test } from '../src/test.ts';
import { writeVoice } from '../src/voice-file.ts';

const voice = path.join(tmpdir(), 'ajar-e2e-voice.wav');
writeVoice(voice);
const somebody = path.join(tmpdir(), 'ajar-e2e-somebody.y4m');
writeSomebody(somebody);
const { launchOptions } = config.use ?? {};
// The effects draw with a graphics card, be it a program.
const others = /^--(use-fake-device|disable-gpu)/;
const args = (launchOptions?.args ?? []).filter((arg) => !others.test(arg));

// Few pictures a second: a graphics card that is a program must keep up with them on a busy machine.
test.use({
  launchOptions: {
    ...launchOptions,
    args: [
      ...args,
      '--use-fake-device-for-media-stream=fps=5',
      `--use-file-for-fake-audio-capture=${voice}`,
      `--use-file-for-fake-video-capture=${somebody}`,
    ],
  },
});

/** The media worker is killed: both join anew by themselves. */
async function loseThePlace(ajar: Ajar, ...pages: Page[]): Promise<void> {
  const connections = await Promise.all(pages.map(connectionsOf));
  ajar.expected = /SIGKILL/;
  for (const { pid } of workersOf(ajar.program.pid)) process.kill(pid, 'SIGKILL');
  for (const [at, page] of pages.entries()) {
    await expect
      .poll(async () => (await received(page, connections[at])).frames, { timeout: 60_000 })
      .toBeGreaterThan(0);
  }
}

/** The page draws what was pressed a task later, and a check in the same task would find nothing changed. */
async function choose(page: Page, background: string): Promise<void> {
  const radio = page.getByRole('radio', { name: background });
  await radio.click();
  await expect(radio).toBeChecked();
}

test('a background takes the place of the room for everybody, and goes again', async ({ as, ajar }) => {
  const amara = await as('Amara Osei');
  const chidi = await as('Chidi Mensah');
  await meet(amara, chidi, 'Amara Osei');
  await expectPictures(amara);
  const seen = () => seenIn(tileOf(amara, 'Chidi Mensah').locator('video'));
  await expect.poll(seen).toEqual(asTheyAre);

  await press(chidi, 'Devices and effects').click();
  await choose(chidi, 'Evening');
  await expect.poll(seen, { timeout: 60_000 }).toEqual(behindThem);
  await expectPictures(amara);
  await press(chidi, 'Close').click();

  // Over a camera that was off, and a place in the room that was lost.
  await press(chidi, 'Turn camera off').click();
  await expect(tileOf(amara, 'Chidi Mensah').locator('video')).toBeHidden();
  await press(chidi, 'Turn camera on').click();
  await expect(tileOf(amara, 'Chidi Mensah').locator('video')).toBeVisible({ timeout: 60_000 });
  await expectPictures(amara);
  expect(await seen()).toEqual(behindThem);
  await loseThePlace(ajar, amara, chidi);
  await expect.poll(seen, { timeout: 60_000 }).toEqual(behindThem);

  await press(chidi, 'Devices and effects').click();
  await choose(chidi, 'Your room');
  await expect.poll(seen, { timeout: 30_000 }).toEqual(asTheyAre);
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

test('noise that is lowered stays so for the others, after muting and in a place in the room that is new', async ({
  as,
  ajar,
}) => {
  const amara = await as('Amara Osei');
  const chidi = await as('Chidi Mensah');
  await meet(amara, chidi, 'Amara Osei');
  await expectPictures(amara);
  await press(chidi, 'Devices and effects').click();
  const choice = chidi.getByRole('combobox', { name: 'Noise around you' });
  await choice.selectOption('Leave it in');
  await expect.poll(() => noiseAt(amara), { timeout: 40_000 }).toBeGreaterThan(0);
  const before = await noiseAt(amara);
  await choice.selectOption('Lower it strongly');
  await expect(chidi.getByText('For a loud room.')).toBeVisible();
  await expect.poll(() => noiseAt(amara), { timeout: 40_000 }).toBeLessThan(before / 10);
  await press(chidi, 'Close').click();

  await press(chidi, 'Mute microphone').click();
  await expect(tileOf(amara, 'Chidi Mensah')).toContainText('muted');
  await loseThePlace(ajar, amara, chidi);
  await press(chidi, 'Unmute microphone').click();
  await expectSound(amara);
  await expect.poll(() => noiseAt(amara), { timeout: 40_000 }).toBeLessThan(before / 10);
});

const noiseAt = async (page: Page) => (await powersAt(page)).noise;

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

test('where pictures come one by one a background is drawn too, and where it cannot be the camera goes on', async ({
  as,
}) => {
  const withoutStreams = () => Reflect.deleteProperty(window, 'MediaStreamTrackProcessor');
  const withoutThreads = () => Reflect.deleteProperty(window, 'Worker');
  const brokenThreads = () => {
    window.Worker = class extends Worker {
      constructor() {
        super('/no-such-thread.js');
      }
    };
  };
  const chidi = await as('Chidi Mensah', { prepare: withoutStreams });
  await inFrontOf(chidi, 'Evening');
  await expect.poll(() => seenIn(chidi.locator('.call-mirror video')), { timeout: 60_000 }).toEqual(behindThem);

  const dana = await as('Dana Whitfield', { prepare: brokenThreads });
  await inFrontOf(dana, 'Evening');
  await expect(dana.getByText('The background could not be drawn, so it is off.')).toBeVisible();
  await expect(dana.getByRole('radio', { name: 'Your room' })).toBeChecked();
  await expect.poll(() => seenIn(dana.locator('.call-mirror video'))).toEqual(asTheyAre);

  const bea = await as('Bea Lindqvist', { prepare: withoutThreads });
  await bea.goto(new URL('/room', bea.url()).href);
  await press(bea, 'Background, noise and a speaker test').click();
  await expect(bea.getByText('This browser cannot change what is behind you.')).toBeVisible();
});

async function inFrontOf(page: Page, background: string): Promise<void> {
  await page.goto(new URL('/room', page.url()).href);
  await expect.poll(() => seenIn(page.locator('.call-mirror video'))).toEqual(asTheyAre);
  await press(page, 'Background, noise and a speaker test').click();
  await choose(page, background);
}
