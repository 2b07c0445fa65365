import { expectPictures, expectSilence, expectSound, meet, press, tileOf } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

declare global {
  interface Window {
    /** Every device this page uses is pulled out. `left`: the kinds of which another one is there. */
    pullOut: (left: readonly ('audio' | 'video')[]) => void;
    /** They are plugged in again. */
    plugIn: () => void;
  }
}

/** Runs in the page before anything else: a screen that is shared has a moving picture and a tone as its sound. */
function sharesTone(): void {
  navigator.mediaDevices.getDisplayMedia = async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
    const pen = canvas.getContext('2d');
    setInterval(() => pen?.fillRect(Math.random() * 640, Math.random() * 360, 9, 9), 100);
    const stream = canvas.captureStream(10);
    const context = new AudioContext();
    const [tone, out] = [context.createOscillator(), context.createMediaStreamDestination()];
    tone.connect(out);
    tone.start();
    for (const track of out.stream.getAudioTracks()) stream.addTrack(track);
    return stream;
  };
}

/**
 * Runs in the page before anything else: devices can be pulled out. A browser then ends their tracks by itself, says that
 * the devices have changed, and no longer finds what is not there.
 */
function canPullOut(): void {
  const { mediaDevices } = navigator;
  const tracks: MediaStreamTrack[] = [];
  let there: readonly string[] = ['audio', 'video'];
  const [ask, list] = [mediaDevices.getUserMedia.bind(mediaDevices), mediaDevices.enumerateDevices.bind(mediaDevices)];
  mediaDevices.getUserMedia = async (constraints = {}) => {
    const wanted = Object.entries(constraints).flatMap(([kind, value]) => (value ? [kind] : []));
    if (!wanted.every((kind) => there.includes(kind))) throw new DOMException('It is not there.', 'NotFoundError');
    const stream = await ask(constraints);
    tracks.push(...stream.getTracks());
    return stream;
  };
  mediaDevices.enumerateDevices = async () =>
    (await list()).filter(({ kind }) => there.some((present) => kind.startsWith(present)));
  window.pullOut = (left) => {
    there = left;
    for (const track of tracks.splice(0)) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
    mediaDevices.dispatchEvent(new Event('devicechange'));
  };
  window.plugIn = () => {
    there = ['audio', 'video'];
    mediaDevices.dispatchEvent(new Event('devicechange'));
  };
}

test('the sound of a shared screen reaches the other side while its sharer is muted, and ends with the share', async ({
  as,
}) => {
  const amara = await as('Amara Osei');
  const chidi = await as('Chidi Mensah', { prepare: sharesTone });
  await meet(amara, chidi, 'Amara Osei');
  await expectPictures(amara);
  await press(chidi, 'Mute microphone').click();
  await expect(tileOf(amara, 'Chidi Mensah')).toContainText('muted');
  // What was on its way is still played.
  await expect(() => expectSilence(amara)).toPass({ timeout: 30_000 });

  await press(chidi, 'Share screen').click();
  await expect(amara.getByRole('figure', { name: 'The screen of Chidi Mensah' })).toBeVisible();
  await expectSound(amara);
  await press(chidi, 'Stop sharing').click();
  await expect(amara.getByRole('figure')).toHaveCount(0);
  await expect(() => expectSilence(amara)).toPass({ timeout: 30_000 });
});

test('devices that are pulled out are replaced by others, one is told, and the call goes on', async ({ as }) => {
  const amara = await as('Amara Osei');
  const chidi = await as('Chidi Mensah', { prepare: canPullOut });
  await meet(amara, chidi, 'Amara Osei');
  await expectPictures(amara);

  await chidi.evaluate(() => window.pullOut(['audio', 'video']));
  await expect(chidi.getByText('Your microphone is not there any more. Another one is in use.')).toBeVisible();
  await expect(chidi.getByText('Your camera is not there any more. Another one is in use.')).toBeVisible();
  await Promise.all([expectPictures(amara), expectSound(amara)]);

  // No other camera is there: the voice goes on.
  await chidi.evaluate(() => window.pullOut(['audio']));
  await expect(chidi.getByText('No camera was found. People hear you all the same.')).toBeVisible();
  await expect(tileOf(amara, 'Chidi Mensah').locator('video')).toBeHidden();
  await Promise.all([expectSound(amara), expectPictures(chidi)]);

  await chidi.evaluate(() => window.plugIn());
  await expect(chidi.getByText('No camera was found.')).toBeHidden();
  await expect(tileOf(amara, 'Chidi Mensah').locator('video')).toBeVisible();
  await expectPictures(amara);
});
