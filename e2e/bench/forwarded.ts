import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { newFolder, removeFolder, root } from '../src/folder.ts';
import { childrenOf } from '../src/processes.ts';
import { Program } from '../src/program.ts';
import { writeSpeech } from '../src/speech-file.ts';
import { bring } from './bring.ts';
import { writeFilm } from './film.ts';
import { inBrowser } from './house.ts';
import { atMost, median, quantile, type Row } from './row.ts';
import { cpuOf } from './usage.ts';

// What the page offers, media/bench/callers.ts declares.
type Caller = Parameters<Window['callers']['enter']>[0];
type Come = Awaited<ReturnType<Window['callers']['come']>>;

/** People in each of the two rooms; each hears and sees all others. */
const people = 4;
const camera = { width: 640, height: 360 };
const fps = 15;
/** How long both are let run in, and how often and how long each is looked at, in ms. */
const settling = 20_000;
const looks = 12;
const look = 6_000;

const groups = ['ajar', 'bare'] as const;
type Group = (typeof groups)[number];

/**
 * What it costs a media node to forward a stream, beside the least that does it: two rooms of the same people, in one page, with
 * the same camera and the same voice, at the same time. CPU time of the worker and of the process that tells it what to do.
 */
export async function measureForwarded(): Promise<Row[]> {
  const folder = newFolder();
  const voice = path.join(folder, 'voice.wav');
  writeSpeech(voice);
  const film = path.join(folder, 'film.y4m');
  writeFilm(film, { ...camera, fps });
  const env = { MEDIASOUP_WORKER_BIN: process.env['MEDIASOUP_WORKER_BIN'] ?? '' };
  const script = (name: string, ...args: string[]) =>
    new Program({ command: process.execPath, args: [path.join(root, 'media', 'bench', name), ...args], env });
  const programs = { ajar: script('node.ts', String(people)), bare: script('bare.ts') };
  try {
    const [, opened = ''] = await programs.ajar.said(/Open: (.*)/);
    const [, bareUrl = ''] = await programs.bare.said(/Bare is open at (\S+)/);
    const { url, tokens, rtpCapabilities } = JSON.parse(opened);
    const flags = [`--use-file-for-fake-audio-capture=${voice}`, `--use-file-for-fake-video-capture=${film}`];
    return await inBrowser({ fps, flags }, async (browser) => {
      const page = await browser.newPage({ permissions: ['microphone', 'camera'] });
      await page.goto(url);
      await bring('callers', page);
      for (const token of tokens) {
        await enter(page, { group: 'ajar', url, ajar: { token, rtpCapabilities }, camera });
        await enter(page, { group: 'bare', url: bareUrl, camera });
      }
      await page.evaluate(() => window.callers.takeTurns());
      await wait(settling);
      const pids = { ajar: pidsOf(programs.ajar), bare: pidsOf(programs.bare) };
      const seen: Record<Group, Look>[] = [];
      for (let n = 0; n < looks; n += 1) seen.push(await lookAt(page, pids));
      return rowsOf(seen);
    });
  } finally {
    await Promise.all(Object.values(programs).map((program) => program.end()));
    await removeFolder(folder);
  }
}

const enter = (page: Page, caller: Caller) => page.evaluate((caller) => window.callers.enter(caller), caller);
/** The process that was started, and its worker. */
const pidsOf = ({ pid }: Program) => ({ host: [pid], worker: childrenOf(pid).map((child) => child.pid) });

/** Of one while: CPU time of both processes in ms, and what came. */
interface Look extends Come {
  host: number;
  worker: number;
}

async function lookAt(page: Page, pids: Record<Group, ReturnType<typeof pidsOf>>): Promise<Record<Group, Look>> {
  const now = async (group: Group): Promise<Look> => {
    const come = await page.evaluate((group) => window.callers.come(group), group);
    return { ...come, host: cpuOf(pids[group].host), worker: cpuOf(pids[group].worker) };
  };
  const before = { ajar: await now('ajar'), bare: await now('bare') };
  await wait(look);
  const after = { ajar: await now('ajar'), bare: await now('bare') };
  const since = (group: Group): Look => ({
    streams: after[group].streams,
    packets: after[group].packets - before[group].packets,
    bytes: after[group].bytes - before[group].bytes,
    frames: after[group].frames - before[group].frames,
    host: after[group].host - before[group].host,
    worker: after[group].worker - before[group].worker,
  });
  return { ajar: since('ajar'), bare: since('bare') };
}

function rowsOf(seen: readonly Record<Group, Look>[]): Row[] {
  const seconds = look / 1_000;
  const figure = (group: Group, of: (look: Look) => number) => median(seen.map((each) => of(each[group])));
  const ratios = (of: (look: Look) => number) => seen.map(({ ajar, bare }) => of(ajar) / of(bare));
  const spell = (all: readonly number[]) =>
    `${median(all).toFixed(3)} (of ${all.length}, the middle half ${quantile(all, 0.25).toFixed(3)} to ${quantile(all, 0.75).toFixed(3)})`;
  const cpu = ({ host, worker }: Look) => host + worker;
  const aStream = ratios((look) => cpu(look) / look.streams);
  const row = (what: string, group: Group): Row => ({
    what: `${what}, ${figure(group, ({ streams }) => streams)} streams forwarded`,
    value: [
      `${figure(group, (look) => cpu(look) / look.streams / seconds).toFixed(3)} ms of CPU a second and stream`,
      `${figure(group, ({ host, streams }) => host / streams / seconds).toFixed(3)} of it in Node`,
      `${figure(group, ({ packets }) => packets / seconds).toFixed(0)} packets/s`,
      `${figure(group, ({ bytes }) => (bytes * 8) / seconds / 1e6).toFixed(2)} Mbit/s`,
      `${figure(group, ({ frames }) => frames / seconds).toFixed(0)} pictures/s`,
    ].join(', '),
  });
  return [
    row('Ajar’s media node', 'ajar'),
    row('  the bare script', 'bare'),
    { what: '  ratio for each stream', value: spell(aStream), goal: atMost(median(aStream), 1.05, '') },
    { what: '  ratio of the workers alone', value: spell(ratios(({ worker }) => worker)) },
    { what: '  ratio for each packet', value: spell(ratios((look) => cpu(look) / look.packets)) },
  ];
}
