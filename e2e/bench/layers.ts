import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { tileOf } from '../src/call.ts';
import { newFolder, removeFolder } from '../src/folder.ts';
import { rememberConnections } from '../src/probe.ts';
import { writeFilm } from './film.ts';
import { inHouse, meet } from './house.ts';
import { median, ms, type Row } from './row.ts';

const large = { width: 1280, height: 800 };
/** The other is drawn about as large as one of sixteen. */
const small = { width: 390, height: 300 };
/** How long a change is given to settle, and is then looked at, in ms. */
const settling = 8_000;
const looking = 4_000;
const rounds = 2;
/** How often the largest layer stops. */
const stops = 5;
const camera = { width: 1280, height: 720, fps: 15 };

/** What a picture costs whoever receives it and whoever sends it, drawn large and drawn small, in turns. */
export async function measureLayers(): Promise<Row[]> {
  const folder = newFolder();
  const film = path.join(folder, 'film.y4m');
  writeFilm(film, camera);
  const flags = [`--use-file-for-fake-video-capture=${film}`];
  return measureWith(flags).finally(() => removeFolder(folder));
}

function measureWith(flags: readonly string[]): Promise<Row[]> {
  return inHouse({ fps: camera.fps, viewport: large, flags }, async ({ as }) => {
    const amara = await as('Amara Osei', rememberConnections);
    const chidi = await as('Chidi Mensah', rememberConnections);
    await meet(amara, chidi, 'Amara Osei');
    const bits = { large: [] as Bits[], small: [] as Bits[] };
    for (let n = 0; n < rounds; n += 1) {
      for (const [name, size] of [
        ['large', large],
        ['small', small],
      ] as const) {
        await chidi.setViewportSize(size);
        await wait(settling);
        bits[name].push({ received: await rateOf(chidi, 'inbound-rtp'), sent: await rateOf(amara, 'outbound-rtp') });
      }
    }
    await chidi.setViewportSize(large);
    await wait(settling);
    const still: number[] = [];
    for (let n = 0; n < stops; n += 1) still.push(await stillWithout(amara, chidi));
    const of = (name: keyof typeof bits, which: keyof Bits) => median(bits[name].map((one) => one[which]));
    const row = (what: string, which: keyof Bits): Row => ({
      what: `${what}, drawn large, drawn small`,
      value: `${kbits(of('large', which))}, ${kbits(of('small', which))}: ${(100 * (1 - of('small', which) / of('large', which))).toFixed(0)} % saved`,
    });
    return [
      row('picture received', 'received'),
      row('picture sent', 'sent'),
      {
        what: 'the largest layer stops: the picture stands still for, median, longest',
        value: `${ms(median(still))}, ${ms(Math.max(...still))}`,
      },
    ];
  });
}

/** In bit/s. */
interface Bits {
  received: number;
  sent: number;
}

const kbits = (rate: number) => `${Math.round(rate / 1_000)} kbit/s`;

async function rateOf(page: Page, type: 'inbound-rtp' | 'outbound-rtp'): Promise<number> {
  const before = await bytesOf(page, type);
  await wait(looking);
  return ((await bytesOf(page, type)) - before) / (looking / 8_000);
}

/** How long the picture of `sender` stands still at `receiver` when its largest layer stops, as for want of bandwidth, in ms. */
async function stillWithout(sender: Page, receiver: Page): Promise<number> {
  const video = tileOf(receiver, 'Amara Osei').locator('video');
  const longest = video.evaluate(
    (element, watched) =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        let [last, longest] = [began, 0];
        const shown = (now: number) => {
          longest = Math.max(longest, now - last);
          last = now;
          if (now - began > watched) resolve(longest);
          else (element as HTMLVideoElement).requestVideoFrameCallback(shown);
        };
        (element as HTMLVideoElement).requestVideoFrameCallback(shown);
      }),
    looking,
  );
  await wait(looking / 4);
  await letLargest(sender, false);
  const found = await longest;
  await letLargest(sender, true);
  await wait(settling);
  return found;
}

/** Stops the largest layer of a camera behind Ajar's back, or lets it go on. */
async function letLargest(page: Page, active: boolean): Promise<void> {
  await page.evaluate(async (active) => {
    const open = window.peerConnections.filter((connection) => connection.connectionState !== 'closed');
    for (const sender of open.flatMap((connection) => connection.getSenders())) {
      const parameters = sender.getParameters();
      const [, , largest] = parameters.encodings;
      if (largest)
        await sender.setParameters({
          ...parameters,
          encodings: [...parameters.encodings.slice(0, 2), { ...largest, active }],
        });
    }
  }, active);
}

function bytesOf(page: Page, type: string): Promise<number> {
  return page.evaluate(async (type) => {
    const open = window.peerConnections.filter((connection) => connection.connectionState !== 'closed');
    const reports = await Promise.all(open.map((connection) => connection.getStats()));
    const all = reports.flatMap((report) => [...report.values()]);
    return all
      .filter((entry) => entry.type === type && entry.kind === 'video')
      .reduce((sum, entry) => sum + (entry.bytesReceived ?? entry.bytesSent ?? 0), 0);
  }, type);
}
