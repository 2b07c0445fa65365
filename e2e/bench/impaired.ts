import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { newFolder, removeFolder } from '../src/folder.ts';
import { portsOf, rememberConnections } from '../src/probe.ts';
import { workersOf } from '../src/processes.ts';
import { announced, behind, TcpRelay } from '../src/relay.ts';
import { type Roughness, RoughWay, smooth } from '../src/rough-way.ts';
import { writeSpeech } from '../src/speech-file.ts';
import { writeFilm } from './film.ts';
import { type House, inHouse, meet } from './house.ts';
import { atMost, ms, type Row } from './row.ts';

/** As much picture as two cores can send and show for two people while every packet is looked at on its way. */
const camera = { width: 640, height: 360, fps: 15 };

/**
 * What the way of one of the two is like, both there and back. Where packets get lost it is 40 ms long, as ways are. A good way at
 * either end tells what the machine itself does to a voice at the time.
 */
const ways: readonly { what: string; way: Roughness; most: number }[] = [
  { what: 'a good way', way: smooth, most: 1 },
  { what: '5 % lost', way: { ...smooth, loss: 0.05, delay: 20 }, most: 3 },
  { what: '15 % lost', way: { ...smooth, loss: 0.15, delay: 20 }, most: 6 },
  { what: '30 % lost', way: { ...smooth, loss: 0.3, delay: 20 }, most: 12 },
  { what: '300 ms later, each way', way: { ...smooth, delay: 300 }, most: 3 },
  { what: '150 kbit/s', way: { ...smooth, rate: 150_000 }, most: 6 },
  { what: 'a good way again', way: smooth, most: 1 },
];

/** How long a way is got used to, and then looked at, in ms. */
const settling = 5_000;
const looking = 8_000;
/** How long a call runs in before anything is looked at, in ms: whoever has just come is heard with gaps. */
const runningIn = 5_000;
/** How long a camera that rests may take to go on once the way is good, in ms. */
const restful = 45_000;
/** How long the network is away, in ms. */
const outage = 10_000;

/**
 * A call of two, one of them by a rough way: how much of the voice has to be made up, each way, and how long it takes to
 * hear and see each other again.
 */
export async function measureImpaired(): Promise<Row[]> {
  const folder = newFolder();
  const voice = path.join(folder, 'voice.wav');
  writeSpeech(voice);
  const film = path.join(folder, 'film.y4m');
  writeFilm(film, camera);
  const [sockets, media] = [await TcpRelay.listen(), await RoughWay.listen()];
  const env = {
    AJAR_PUBLIC_URL: `http://localhost:${sockets.port}`,
    AJAR_MEDIA_LISTEN: behind,
    AJAR_MEDIA_ANNOUNCED: announced,
    AJAR_MEDIA_PORT: String(media.port),
    AJAR_MEDIA_WORKERS: '1',
  };
  const flags = [`--use-file-for-fake-audio-capture=${voice}`, `--use-file-for-fake-video-capture=${film}`];
  try {
    return await inHouse({ fps: camera.fps, viewport: { width: 960, height: 600 }, env, flags }, (house) =>
      inCallBy({ house, sockets, media }),
    );
  } finally {
    media.close();
    await sockets.close();
    await removeFolder(folder);
  }
}

interface Parts {
  house: House;
  sockets: TcpRelay;
  media: RoughWay;
}

async function inCallBy({ house, sockets, media }: Parts): Promise<Row[]> {
  const { ajar } = house;
  sockets.choose = () => [ajar.port];
  const amara = await house.as('Amara Osei', rememberConnections);
  const chidi = await house.as('Chidi Mensah', rememberConnections);
  await meet(amara, chidi, 'Amara Osei');
  await flowing([amara, chidi]);
  await wait(runningIn);
  const rows: Row[] = [];
  for (const { what, way, most } of ways) {
    for (const port of await portsOf(chidi)) media.rough.add(port);
    media.roughness = way;
    await wait(settling);
    const before = await Promise.all([heardBy(amara), heardBy(chidi)]);
    await wait(looking);
    const after = await Promise.all([heardBy(amara), heardBy(chidi)]);
    const rests = await chidi.getByText('your camera rests').isVisible();
    const [there, back] = after.map((now, at) => lookedAt(before[at] ?? now, now));
    media.roughness = smooth;
    if (!there || !back) continue;
    rows.push(
      {
        what: `${what}: voice made up, there and back`,
        value: `${there.concealed.toFixed(1)} %, ${back.concealed.toFixed(1)} %${gapsOf([there, back])}`,
        goal: atMost(Math.max(there.concealed, back.concealed), most, ' %'),
      },
      {
        what: '  played so long after it came, there and back',
        value: `${there.delay.toFixed(0)}, ${back.delay.toFixed(0)} ms`,
      },
      {
        what: '  pictures a second, there and back',
        value: `${there.rate.toFixed(0)}, ${back.rate.toFixed(0)}${rests ? ' (the own camera rests)' : ''}`,
      },
    );
  }
  await chidi.getByText('your camera rests').waitFor({ state: 'hidden', timeout: restful });
  rows.push(
    await recovered('10 s without network', [amara, chidi], 10_000, async () => {
      sockets.cut = true;
      media.cut = true;
      await wait(outage);
      sockets.cut = false;
      media.cut = false;
    }),
  );
  rows.push(
    await recovered('10 s without signalling', [amara, chidi], 1_000, async () => {
      sockets.cut = true;
      await wait(outage);
      sockets.cut = false;
    }),
  );
  rows.push(
    await recovered('the media worker killed', [amara, chidi], 5_000, async () => {
      for (const { pid } of workersOf(ajar.program.pid)) process.kill(pid, 'SIGKILL');
    }),
  );
  return rows;
}

/** What this page has heard and seen over its open connections, as the browser counts it. */
interface Heard {
  samples: number;
  concealed: number;
  /** Samples played, and for how long they waited for that, in s, all together. */
  played: number;
  waited: number;
  frames: number;
  packets: number;
  at: number;
}

function heardBy(page: Page): Promise<Heard> {
  return page.evaluate(async () => {
    const open = window.peerConnections.filter((connection) => connection.connectionState !== 'closed');
    const reports = await Promise.all(open.map((connection) => connection.getStats()));
    const all = reports.flatMap((report) => [...report.values()]).filter((entry) => entry.type === 'inbound-rtp');
    const sum = (name: string) => all.reduce((total, entry) => total + (entry[name] ?? 0), 0);
    const ofSound = (name: string) =>
      all.filter(({ kind }) => kind === 'audio').reduce((total, entry) => total + (entry[name] ?? 0), 0);
    return {
      samples: sum('totalSamplesReceived'),
      concealed: sum('concealedSamples') - sum('silentConcealedSamples'),
      played: ofSound('jitterBufferEmittedCount'),
      waited: ofSound('jitterBufferDelay'),
      frames: sum('framesDecoded'),
      packets: ofSound('packetsReceived'),
      at: performance.now(),
    };
  });
}

/** Samples a second of what is heard. */
const rate = 48_000;

function lookedAt(before: Heard, now: Heard) {
  return {
    heard: (now.samples - before.samples) / (((now.at - before.at) * rate) / 1_000),
    concealed: (100 * (now.concealed - before.concealed)) / Math.max(1, now.samples - before.samples),
    delay: (1_000 * (now.waited - before.waited)) / Math.max(1, now.played - before.played),
    rate: (now.frames - before.frames) / ((now.at - before.at) / 1_000),
  };
}

/** A voice that does not come at all is not made up either: what else is to be known where one was not heard all the while. */
function gapsOf(seen: readonly ReturnType<typeof lookedAt>[]): string {
  if (seen.every(({ heard }) => heard > 0.9)) return '';
  return ` (of ${seen.map(({ heard }) => `${(100 * heard).toFixed(0)} %`).join(', ')} of the time)`;
}

/** Breaks something, and tells how long after it was mended both hear and see the other again. */
async function recovered(what: string, pages: Page[], most: number, breaking: () => Promise<void>): Promise<Row> {
  await flowing(pages);
  await breaking();
  const mended = performance.now();
  const [sound, picture] = await flowing(pages);
  const took = (at: number) => Math.max(0, at - mended);
  return {
    what: `${what}: heard again, seen again`,
    value: `${ms(took(sound))}, ${ms(took(picture))}`,
    goal: atMost(Math.max(took(sound), took(picture)), most, ' ms'),
  };
}

/** @returns when the last of these pages began to hear, and to see, from now on. */
async function flowing(pages: Page[]): Promise<[number, number]> {
  const both = await Promise.all(pages.map(flowingAt));
  return [Math.max(...both.map(([sound]) => sound)), Math.max(...both.map(([, picture]) => picture))];
}

async function flowingAt(page: Page): Promise<[number, number]> {
  let last = await heardBy(page);
  let [sound, picture] = [0, 0];
  const deadline = performance.now() + 60_000;
  while (!(sound && picture)) {
    if (performance.now() > deadline) return [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    await wait(50);
    const now = await heardBy(page);
    if (!sound && now.packets > last.packets) sound = performance.now();
    if (!picture && now.frames > last.frames) picture = performance.now();
    last = now;
  }
  return [sound, picture];
}
