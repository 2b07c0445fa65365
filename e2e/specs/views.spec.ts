import type { Page } from '@playwright/test';
import { doorOf, expectPictures, inCall, meet, press, tileOf } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

/** Runs in the page before anything else: headless windows have no small one above them, so a frame stands in for it. */
function standsIn(): void {
  const requestWindow = async () => {
    const frame = document.createElement('iframe');
    frame.title = 'The small window';
    frame.style = 'position: fixed; inset: 0 auto auto 0; width: 340px; height: 300px';
    document.body.append(frame);
    const small = frame.contentWindow;
    if (!small) throw new Error('there is no window');
    small.close = () => frame.remove();
    return small;
  };
  Object.defineProperty(window, 'documentPictureInPicture', { value: { requestWindow }, configurable: true });
}

/** Runs in the page before anything else: the microphone hears one tone, where the fake one beeps now and then. */
function hums(): void {
  const { mediaDevices } = navigator;
  const ask = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await ask(constraints);
    for (const track of stream.getAudioTracks()) {
      const context = new AudioContext();
      const [tone, out] = [context.createOscillator(), context.createMediaStreamDestination()];
      tone.connect(out);
      tone.start();
      stream.removeTrack(track);
      track.stop();
      for (const hum of out.stream.getAudioTracks()) stream.addTrack(hum);
    }
    return stream;
  };
}

async function choose(page: Page, item: string): Promise<void> {
  await press(page, 'View').click();
  await page.getByRole('menu').getByText(item, { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
}

/** Waits until this one alone of these people stands large; `null`: all are alike. */
async function expectLarge(page: Page, large: string | null, people: readonly string[]): Promise<void> {
  const widths = async () => {
    const boxes = await Promise.all(people.map((name) => tileOf(page, name).boundingBox()));
    const drawn = boxes.map((box) => box?.width ?? 0);
    const least = Math.min(...drawn);
    return people.filter((_, at) => (drawn[at] ?? 0) > 2 * least);
  };
  await expect.poll(widths).toEqual(large === null ? [] : [large]);
}

/** How many things begin to move on this page meanwhile. */
async function movesDuring(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    window.moves = 0;
    for (const beginning of ['transitionrun', 'animationstart']) {
      document.addEventListener(beginning, () => {
        window.moves += 1;
      });
    }
  });
  await act();
  return await page.evaluate(() => window.moves);
}

declare global {
  interface Window {
    moves: number;
  }
}

test('one sees everybody alike, whoever speaks large, or whom one has pinned; and the focus stays when a tile goes', async ({
  as,
}) => {
  const amara = await as('Amara Osei', { prepare: hums });
  const [chidi, dana] = [await as('Chidi Mensah'), await as('Dana Whitfield', { prepare: hums })];
  const people = ['Amara Osei', 'Chidi Mensah', 'Dana Whitfield'];
  const own = amara.getByRole('region', { name: 'Your door', exact: true });
  await own.getByText('Who may come in: one at a time').click();
  await own.getByLabel('My door is for').selectOption('several people, in a shared room');
  await press(amara, 'Open my door').click();
  for (const page of [chidi, dana]) {
    await doorOf(page, 'Amara Osei').getByRole('button', { name: 'Walk in', exact: true }).click();
    await inCall(page);
  }
  await inCall(amara);
  await expect(tileOf(chidi, 'Dana Whitfield')).toBeVisible();
  await expectLarge(chidi, null, people);

  await press(chidi, 'Mute microphone').click();
  await press(amara, 'Mute microphone').click();
  await choose(chidi, 'Whoever speaks, large');
  await expectLarge(chidi, 'Dana Whitfield', people);
  await press(dana, 'Mute microphone').click();
  await press(amara, 'Unmute microphone').click();
  await expectLarge(chidi, 'Amara Osei', people);

  const pin = press(chidi, 'Pin Dana Whitfield');
  await pin.press('Enter');
  await expect(pin).toHaveAttribute('aria-pressed', 'true');
  await expectLarge(chidi, 'Dana Whitfield', people);
  await choose(chidi, 'Everybody alike');
  await expectLarge(chidi, 'Dana Whitfield', people);
  await expectLarge(amara, null, people);

  await pin.focus();
  await press(dana, 'Leave').click();
  await expect(tileOf(chidi, 'Dana Whitfield')).toBeHidden();
  await expectLarge(chidi, null, ['Amara Osei', 'Chidi Mensah']);
  await expect(chidi.getByRole('region', { name: 'People in this call' })).toBeFocused();
});

test('tiles move unless one asked for stillness, and a small window shows who speaks, mutes and leaves', async ({
  as,
}) => {
  const amara = await as('Amara Osei');
  const chidi = await as('Chidi Mensah', { prepare: standsIn });
  await meet(amara, chidi, 'Amara Osei');
  await expectPictures(chidi);
  const people = ['Amara Osei', 'Chidi Mensah'];
  const enlarge = async () => {
    await choose(chidi, 'Whoever speaks, large');
    await expectLarge(chidi, 'Amara Osei', people);
  };
  await chidi.emulateMedia({ reducedMotion: 'reduce' });
  expect(await movesDuring(chidi, enlarge), 'nothing moves for whoever asked for that').toBe(0);
  await choose(chidi, 'Everybody alike');
  await expectLarge(chidi, null, people);
  await chidi.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await movesDuring(chidi, enlarge)).toBeGreaterThan(0);

  await choose(chidi, 'Picture in picture');
  const small = chidi.frameLocator('iframe[title="The small window"]');
  const face = small.getByRole('group', { name: 'Amara Osei' });
  const shown = () =>
    face.locator('video').evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames);
  await expect(face).toBeVisible();
  const before = await shown();
  await expect.poll(shown).toBeGreaterThan(before + 5);

  await small.getByRole('button', { name: 'Mute microphone' }).click();
  await expect(tileOf(amara, 'Chidi Mensah')).toContainText('muted');
  await expect(press(chidi, 'Unmute microphone')).toBeVisible();
  await small.getByRole('button', { name: 'Unmute microphone' }).click();
  await expect(tileOf(amara, 'Chidi Mensah')).not.toContainText('muted');
  await small.getByRole('button', { name: 'Leave' }).click();
  await expect(amara.getByText('Chidi has left.')).toBeVisible();
  await expect(chidi.locator('iframe')).toHaveCount(0);
});
