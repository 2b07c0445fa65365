import { press } from '../src/call.ts';
import { expect, test } from '../src/test.ts';

declare global {
  interface Window {
    /** Every sound that this page has made an element for. */
    sounds: HTMLAudioElement[];
  }
}

/** Runs in the page before anything else. */
function keepSounds(): void {
  const sounds: HTMLAudioElement[] = [];
  window.sounds = sounds;
  window.Audio = class extends Audio {
    constructor(source?: string) {
      super(source);
      sounds.push(this);
    }
  };
}

/** Runs in the page: plays until the sound that was made last is over. @returns where it plays, and how loud it was. */
async function listenToLast(): Promise<{ speaker: string; loudest: number }> {
  const sound = window.sounds.at(-1);
  if (!sound) return { speaker: 'none', loudest: 0 };
  const context = new AudioContext();
  const meter = context.createAnalyser();
  const captured = (sound as HTMLAudioElement & { captureStream: () => MediaStream }).captureStream();
  context.createMediaStreamSource(captured).connect(meter);
  const samples = new Float32Array(meter.fftSize);
  let loudest = 0;
  while (!sound.ended) {
    meter.getFloatTimeDomainData(samples);
    loudest = Math.max(loudest, ...samples.map(Math.abs));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await context.close();
  return { speaker: sound.sinkId, loudest };
}

test('the speaker test plays its notes on the speaker that was chosen, and says so where it cannot', async ({ as }) => {
  const amara = await as('Amara Osei', { prepare: keepSounds });
  await amara.goto(new URL('/room', amara.url()).href);
  const speakers = amara.getByRole('combobox', { name: 'Speaker', exact: true });
  await speakers.selectOption({ index: 1 });
  const chosen = await speakers.inputValue();
  await press(amara, 'Background, noise and a speaker test').click();
  await press(amara, 'Test the speaker').click();
  await expect.poll(() => amara.evaluate(() => window.sounds.length)).toBe(1);
  const { speaker, loudest } = await amara.evaluate(listenToLast);
  expect(speaker).toBe(chosen);
  expect(loudest, 'two notes are heard').toBeGreaterThan(0.05);
  await expect(amara.getByText('If you did not hear two soft notes')).toBeVisible();

  // The speaker is pulled out in this very moment.
  await amara.evaluate(() => {
    HTMLMediaElement.prototype.setSinkId = () => Promise.reject(new DOMException('It is not there.', 'NotFoundError'));
  });
  await press(amara, 'Test the speaker').click();
  await expect(amara.getByText('The test could not be played there.')).toBeVisible();
});
