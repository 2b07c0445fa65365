import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { newFolder, removeFolder, root } from '../src/folder.ts';
import { Program } from '../src/program.ts';
import { bring } from './bring.ts';
import { writeFilm } from './film.ts';
import { inBrowser } from './house.ts';
import { median, type Row } from './row.ts';
import { cpuOf } from './usage.ts';

// What the page offers, media/bench/codecs.ts declares.
type Encoding = Parameters<Window['codecs']['send']>[1];
type Carried = Awaited<ReturnType<Window['codecs']['carried']>>;

const camera = { width: 1280, height: 720, fps: 15 };

/** What the whole picture may take in bit/s, and in simulcast the two smaller ones besides, as Ajar sends them. */
const whole = 1_700_000;
const simulcast = [120_000, 450_000, whole].map((maxBitrate, layer) => {
  return { maxBitrate, scaleResolutionDownBy: 2 ** (2 - layer), scalabilityMode: 'L1T3' };
});
const layered = [{ maxBitrate: whole, scalabilityMode: 'L3T3_KEY' }];
const ways: readonly ({ name: string } & Encoding)[] = [
  { name: 'VP8, three pictures (as Ajar sends)', codec: 'VP8', encodings: simulcast },
  { name: 'VP9, three layers (L3T3_KEY)', codec: 'VP9', encodings: layered },
  { name: 'AV1, three layers (L3T3_KEY)', codec: 'AV1', encodings: layered },
];

const rounds = 2;
/** How long each is let run in, and then looked at, in ms; and how many pictures are held against the film. */
const settling = 6_000;
const looking = 7_000;
const pictures = 8;

/**
 * What one camera costs whoever sends it and whoever receives it whole, by how it is encoded: the same film, in turns, through a bare
 * router, sender and receiver each in a browser of their own.
 */
export async function measureCodecs(): Promise<Row[]> {
  const folder = newFolder();
  const film = path.join(folder, 'film.y4m');
  writeFilm(film, camera);
  const bare = new Program({
    command: process.execPath,
    args: [path.join(root, 'media', 'bench', 'bare.ts'), '--codec', 'VP9', '--codec', 'AV1'],
    env: { MEDIASOUP_WORKER_BIN: process.env['MEDIASOUP_WORKER_BIN'] ?? '' },
  });
  // Held against what comes, in the page that receives.
  const films = createServer((_request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    createReadStream(film).pipe(response);
  }).listen(0, '127.0.0.1');
  try {
    await once(films, 'listening');
    const filmUrl = `http://127.0.0.1:${(films.address() as AddressInfo).port}`;
    const [, url = ''] = await bare.said(/Bare is open at (\S+)/);
    const flags = [`--use-file-for-fake-video-capture=${film}`];
    const options = { fps: camera.fps, flags };
    return await inBrowser(options, (sender) =>
      inBrowser(options, async (receiver) => {
        const looks = ways.map((): Look[] => []);
        for (let n = 0; n < rounds; n += 1) {
          for (const [at, way] of ways.entries())
            looks[at]?.push(await lookAt({ sender, receiver, url, filmUrl }, way));
        }
        return ways.flatMap(({ name }, at) => rowsOf(name, looks[at] ?? []));
      }),
    );
  } finally {
    films.close();
    await bare.end();
    await removeFolder(folder);
  }
}

interface Ends {
  sender: Browser;
  receiver: Browser;
  url: string;
  filmUrl: string;
}

/** Of a second: CPU time in ms, bit/s, pictures; and how like the film they are, in dB. */
interface Look {
  encoding: number;
  decoding: number;
  sent: number;
  received: number;
  frames: number;
  height: number;
  likeness: number;
}

async function lookAt({ sender, receiver, url, filmUrl }: Ends, way: Encoding): Promise<Look> {
  const open = async (browser: Browser) => {
    const page = await browser.newPage({ permissions: ['camera'] });
    await page.goto(url);
    await bring('codecs', page);
    return page;
  };
  const [from, to] = [await open(sender), await open(receiver)];
  try {
    await to.evaluate((url) => window.codecs.receive(url), url);
    await from.evaluate(([url, way]) => window.codecs.send(url, way), [url, way] as const);
    await wait(settling);
    const now = async () => ({
      at: performance.now(),
      ...{ encoding: cpuOf(await renderersOf(sender)), decoding: cpuOf(await renderersOf(receiver)) },
      ...{ sent: await carriedBy(from), received: await carriedBy(to) },
    });
    const before = await now();
    await wait(looking);
    const after = await now();
    const seconds = (after.at - before.at) / 1_000;
    const likeness = await to.evaluate(([url, pictures]) => window.codecs.likeness(url, pictures), [
      filmUrl,
      pictures,
    ] as const);
    return {
      encoding: (after.encoding - before.encoding) / seconds,
      decoding: (after.decoding - before.decoding) / seconds,
      sent: ((after.sent.bytes - before.sent.bytes) * 8) / seconds,
      received: ((after.received.bytes - before.received.bytes) * 8) / seconds,
      frames: (after.received.frames - before.received.frames) / seconds,
      height: after.received.height,
      likeness: median(likeness),
    };
  } finally {
    await from.close();
    await to.close();
  }
}

const carriedBy = (page: Page): Promise<Carried> => page.evaluate(() => window.codecs.carried());

/** Encoders and decoders run in the process of their page. */
async function renderersOf(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

function rowsOf(name: string, looks: readonly Look[]): Row[] {
  const of = (figure: keyof Look, digits = 0, unit = 1) =>
    (median(looks.map((look) => look[figure])) / unit).toFixed(digits);
  return [
    {
      what: `${name}: sent, received whole`,
      value: `${of('sent', 0, 1e3)}, ${of('received', 0, 1e3)} kbit/s; ${of('likeness', 1)} dB, ${of('frames')} pictures/s of ${of('height')} lines`,
    },
    {
      what: '  page that sends, page that receives',
      value: `${of('encoding', 0, 10)} %, ${of('decoding', 0, 10)} % of a core`,
    },
  ];
}
