import { tmpdir } from 'node:os';
import path from 'node:path';
import config from '../playwright.config.ts';
import { expectMeeting, expectPictures, expectSound, meet } from '../src/call.ts';
import { portsOf, received } from '../src/probe.ts';
import { announced, behind } from '../src/relay.ts';
import { RoughWay, smooth } from '../src/rough-way.ts';
import { writeSpeech } from '../src/speech-file.ts';
import { expect, test } from '../src/test.ts';

const speech = path.join(tmpdir(), 'ajar-e2e-speech.wav');
writeSpeech(speech);
const { launchOptions } = config.use ?? {};

test.use({
  launchOptions: {
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), `--use-file-for-fake-audio-capture=${speech}`],
  },
});

/** In bit/s: room for a voice, and for next to nothing beside it. */
const narrow = 90_000;

test('where the way becomes narrow pictures rest, the voice goes on, and pictures come back by themselves', async ({
  start,
  signIn,
}) => {
  test.slow();
  const way = await RoughWay.listen();
  const ajar = await start({
    env: { AJAR_MEDIA_LISTEN: behind, AJAR_MEDIA_ANNOUNCED: announced, AJAR_MEDIA_PORT: String(way.port) },
  });
  const amara = await signIn(ajar.url, 'Amara Osei');
  const chidi = await signIn(ajar.url, 'Chidi Mensah');
  await meet(amara, chidi, 'Amara Osei');
  await expectMeeting(amara, chidi);

  for (const port of await portsOf(chidi)) way.rough.add(port);
  way.roughness = { ...smooth, rate: narrow };
  await expect(chidi.getByText('Your connection is weak just now')).toBeVisible({ timeout: 40_000 });
  await expect(async () => {
    const { frames } = await received(chidi);
    await expectSound(chidi);
    expect((await received(chidi)).frames, 'no picture takes room from the voice').toBe(frames);
  }).toPass({ timeout: 60_000 });

  way.roughness = smooth;
  await expect(chidi.getByText('Your connection is weak just now')).toBeHidden({ timeout: 90_000 });
  await expectPictures(chidi, 60_000);
  await expectSound(chidi);
  way.close();
});
