import type { Page } from '@playwright/test';
import { expectMeeting, meet, press, tileOf } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

const own = (page: Page) => page.getByRole('region', { name: 'My talking time', exact: true });

/** The share that this page tells, in per cent; `null`: none yet. */
async function shareIn(page: Page): Promise<number | null> {
  const found = /About (\d+)%/.exec((await own(page).textContent()) ?? '');
  return found ? Number(found[1]) : null;
}

/** Runs in the page before anything else: the microphone hums without a pause. */
function hums(): void {
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints = {}) => {
    const stream = await ask(constraints);
    const context = new AudioContext();
    for (const track of stream.getAudioTracks()) {
      const [tone, out] = [context.createOscillator(), context.createMediaStreamDestination()];
      tone.connect(out);
      tone.start();
      stream.removeTrack(track);
      for (const hum of out.stream.getAudioTracks()) stream.addTrack(hum);
    }
    return stream;
  };
}

test('talking time is told of oneself, to oneself, and follows who is heard', async ({ as }) => {
  // It says nothing before there has been half a minute of talk.
  test.slow();
  const [amara, chidi] = [await as('Amara Osei', { prepare: hums }), await as('Chidi Mensah', { prepare: hums })];
  const asked: string[] = [];
  amara.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => asked.push(String(payload)));
  });
  await amara.reload();
  await meet(amara, chidi, 'Amara Osei');
  await expectMeeting(amara, chidi);
  await press(chidi, 'Mute microphone').click();
  await expect(tileOf(amara, 'Chidi Mensah')).toContainText('muted');

  await press(amara, 'View').click();
  await amara.getByRole('menuitemcheckbox', { name: 'My talking time' }).click();
  await amara.keyboard.press('Escape');
  await expect(own(amara)).toContainText('There is not enough to go by yet.');
  const before = asked.length;
  // Only she is heard.
  await expect.poll(() => shareIn(amara), { timeout: 120_000 }).toBe(100);

  // Now only he is heard.
  await press(amara, 'Mute microphone').click();
  await press(chidi, 'Unmute microphone').click();
  await expect.poll(() => shareIn(amara), { timeout: 120_000 }).toBeLessThan(90);

  await expect(own(chidi), 'nobody else is told').toHaveCount(0);
  await expect(chidi.getByText('of the talking was')).toHaveCount(0);
  expect(asked.slice(before).filter((sent) => /talk|share/i.test(sent))).toEqual([]);
});
