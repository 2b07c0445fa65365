import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { newFolder, removeFolder } from '../src/folder.ts';
import { rememberConnections } from '../src/probe.ts';
import { writeFilm } from './film.ts';
import { inHouse, meet } from './house.ts';
import { median, type Row } from './row.ts';

const large = { width: 1280, height: 800 };
/** The other is drawn about as large as one of sixteen. */
const small = { width: 390, height: 300 };
/** How long a change is given to settle, and is then looked at, in ms. */
const settling = 8_000;
const looking = 4_000;
const rounds = 2;
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
    const of = (name: keyof typeof bits, which: keyof Bits) => median(bits[name].map((one) => one[which]));
    const row = (what: string, which: keyof Bits): Row => ({
      what: `${what}, drawn large, drawn small`,
      value: `${kbits(of('large', which))}, ${kbits(of('small', which))}: ${(100 * (1 - of('small', which) / of('large', which))).toFixed(0)} % saved`,
    });
    return [row('picture received', 'received'), row('picture sent', 'sent')];
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
