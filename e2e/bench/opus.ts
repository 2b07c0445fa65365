import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { newFolder, removeFolder, root } from '../src/folder.ts';
import { Program } from '../src/program.ts';
import { announced, behind } from '../src/relay.ts';
import { type Roughness, RoughWay, smooth } from '../src/rough-way.ts';
import { writeSpeech } from '../src/speech-file.ts';
import { bring } from './bring.ts';
import { inBrowser } from './house.ts';
import { median, type Row } from './row.ts';

// What the page offers, media/bench/voices.ts declares.
type Mending = Parameters<Window['voices']['begin']>[1];
type Heard = Awaited<ReturnType<Window['voices']['heard']>>;

const ajar: Mending = { name: 'FEC, NACK, DTX', fec: true, nack: 'both', wait: 0, dtx: true };

/** The first is how Ajar sends a voice, the three after it how it comes to be heard where packets get lost. */
const mendings: readonly Mending[] = [
  ajar,
  { ...ajar, name: 'and a wait of 120 ms', wait: 120 },
  { ...ajar, name: 'and a wait of 200 ms', wait: 200 },
  { ...ajar, name: 'and a wait of 280 ms', wait: 280 },
  { ...ajar, name: 'FEC, NACK on the way there alone, DTX', nack: 'there' },
  { ...ajar, name: 'FEC, NACK on the way there alone, DTX, a wait of 200 ms', nack: 'there', wait: 200 },
  { ...ajar, name: 'NACK, DTX', fec: false },
  { ...ajar, name: 'FEC, DTX', nack: 'none' },
  { ...ajar, name: 'DTX alone', fec: false, nack: 'none' },
];

/** Half of what is to be lost is lost in bursts on real ways; here each packet takes its own chance. */
const ways: readonly { what: string; way: Roughness }[] = [
  { what: 'nothing lost', way: smooth },
  { what: '5 % lost, 20 ms', way: { ...smooth, loss: 0.05, delay: 20 } },
  { what: '15 % lost, 20 ms', way: { ...smooth, loss: 0.15, delay: 20 } },
  { what: '30 % lost, 20 ms', way: { ...smooth, loss: 0.3, delay: 20 } },
  { what: '5 % lost, 150 ms', way: { ...smooth, loss: 0.05, delay: 150 } },
  { what: '15 % lost, 150 ms', way: { ...smooth, loss: 0.15, delay: 150 } },
];
const directions = ['up', 'down'] as const;

/** How long a way is got used to, and then looked at, in ms. */
const settling = 5_000;
const looking = 16_000;

/**
 * How much of a voice has to be made up where packets get lost, between the speaker and the media node and between it and the
 * listener, by how it is mended. All of them are the same voice at the same time, in one page.
 */
export async function measureOpus(): Promise<Row[]> {
  const folder = newFolder();
  const voice = path.join(folder, 'voice.wav');
  writeSpeech(voice);
  const way = await RoughWay.listen();
  const bare = new Program({
    command: process.execPath,
    args: [
      path.join(root, 'media', 'bench', 'bare.ts'),
      ...['--listen', behind, '--announced', announced, '--port', String(way.port)],
    ],
    env: { MEDIASOUP_WORKER_BIN: process.env['MEDIASOUP_WORKER_BIN'] ?? '' },
  });
  try {
    const [, url = ''] = await bare.said(/Bare is open at (\S+)/);
    const flags = [`--use-file-for-fake-audio-capture=${voice}`, '--autoplay-policy=no-user-gesture-required'];
    return await inBrowser({ fps: 5, flags }, async (browser) => {
      const page = await browser.newPage({ permissions: ['microphone'] });
      await page.goto(url);
      await bring('voices', page);
      for (const direction of directions) {
        for (const mending of mendings) {
          const named = { ...mending, name: `${mending.name} ${direction}` };
          const ports = await page.evaluate(([url, mending]) => window.voices.begin(url, mending), [
            url,
            named,
          ] as const);
          for (const port of ports[direction]) way.rough.add(port);
        }
      }
      const rows: Row[] = [];
      for (const { what, way: roughness } of ways) {
        way.roughness = roughness;
        await wait(settling);
        rows.push(...(await lookAt(page, what)));
      }
      return rows;
    });
  } finally {
    await bare.end();
    way.close();
    await removeFolder(folder);
  }
}

async function lookAt(page: Page, what: string): Promise<Row[]> {
  const now = () =>
    Promise.all(
      mendings.map(({ name }) =>
        Promise.all(directions.map((way) => page.evaluate((name) => window.voices.heard(name), `${name} ${way}`))),
      ),
    );
  const before = await now();
  await wait(looking);
  const after = await now();
  const concealed = (then: Heard | undefined, now: Heard | undefined) =>
    (100 * ((now?.concealed ?? 0) - (then?.concealed ?? 0))) / Math.max(1, (now?.samples ?? 0) - (then?.samples ?? 0));
  return [
    { what: `${what}: voice made up, lost on the way there, on the way from there`, value: '' },
    ...mendings.map(({ name }, at) => {
      const [up, down] = directions.map((_, way) => concealed(before[at]?.[way], after[at]?.[way]));
      const bits = directions.map(
        (_, way) => (((after[at]?.[way]?.bytes ?? 0) - (before[at]?.[way]?.bytes ?? 0)) * 8) / looking,
      );
      return {
        what: `  ${name}`,
        value: `${up?.toFixed(2)} %, ${down?.toFixed(2)} %; ${median(bits).toFixed(0)} kbit/s`,
      };
    }),
  ];
}
