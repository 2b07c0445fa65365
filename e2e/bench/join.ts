import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { rolldown } from 'rolldown';
import { press } from '../src/call.ts';
import { newFolder, removeFolder, root } from '../src/folder.ts';
import { Program } from '../src/program.ts';
import { decoded, watchFirstFrame } from './first-frame.ts';
import { type House, inCorridor, inHouse, meet, walkIn } from './house.ts';
import { atMost, median, ms, quantile, type Row } from './row.ts';

const fullHeight = 720;
const fps = 15;
/** Large enough that the whole picture of the other is worth sending. */
const viewport = { width: 1280, height: 720 };
/** How long one figure may take to come about, in ms. */
const patience = 20_000;

/** The same two moments, in Ajar and in the bare script. In ms. */
interface Moments {
  /** From the press with which somebody walks in to the first picture of the other, who is called in by it. */
  press(): Promise<number>;
  /** From the press to the first sound of the other, for the round whose `press` was last. */
  sound(): Promise<number>;
  /** From opening the call's address, the other being there, to their first picture. */
  navigation(): Promise<number>;
  /** How many pictures come in the second after the first, for the round whose `press` was last. */
  flow(): Promise<number>;
  /** From the press to the whole picture, for the round whose `press` was last. */
  full(): Promise<number>;
  /** Both leave. */
  leave(): Promise<void>;
}

/** Walking in, against the least that can carry a call, one after the other on the same machine. */
export function measureJoin(rounds: number): Promise<Row[]> {
  return inHouse({ fps, viewport }, (house) =>
    besideBare(house, async (bare) => {
      const ours = await inAjar(house);
      const press = { ours: [] as number[], bare: [] as number[] };
      const sound = { ours: [] as number[], bare: [] as number[] };
      const navigation = { ours: [] as number[], bare: [] as number[] };
      const full: number[] = [];
      const flow = { ours: [] as number[], bare: [] as number[] };
      for (let n = 0; n <= rounds; n += 1) {
        const both = [
          ['ours', ours],
          ['bare', bare],
        ] as const;
        // In turns, so that neither always has the machine as the other leaves it.
        for (const [name, moments] of n % 2 === 0 ? both : both.toReversed()) {
          const pressed = await moments.press();
          const [complete, pictures, heard] = await Promise.all([
            name === 'ours' ? moments.full() : 0,
            moments.flow(),
            moments.sound(),
          ]);
          const navigated = await moments.navigation();
          await moments.leave();
          // The first round warms both up: caches, compiled code, remembered devices.
          if (n === 0) continue;
          press[name].push(pressed);
          sound[name].push(heard);
          navigation[name].push(navigated);
          flow[name].push(pictures);
          if (name === 'ours') full.push(complete);
        }
      }
      return [
        ...compared('press to first picture', press, 1.1),
        {
          what: 'press to first sound, median, p95',
          value: `${ms(median(sound.ours))}, ${ms(quantile(sound.ours, 0.95))}`,
          goal: atMost(median(sound.ours), Math.round(median(press.ours)), ' ms'),
        },
        { what: '  the bare script', value: `${ms(median(sound.bare))}, ${ms(quantile(sound.bare, 0.95))}` },
        ...compared('cold navigation to first picture', navigation, 2),
        {
          what: `press to the whole picture (${fullHeight} lines), median, p95`,
          value: `${ms(median(full))}, ${ms(quantile(full, 0.95))}`,
          goal: atMost(median(full), 2_000, ' ms'),
        },
        {
          what: `pictures in the second after the first, of ${fps} the camera makes, median`,
          value: String(median(flow.ours)),
        },
        { what: '  the bare script', value: String(median(flow.bare)) },
      ];
    }),
  );
}

function compared(what: string, { ours, bare }: { ours: number[]; bare: number[] }, most: number): Row[] {
  const both = (values: number[]) => `${ms(median(values))}, ${ms(quantile(values, 0.95))}`;
  const ratio = median(ours) / median(bare);
  return [
    { what: `${what}, median of ${ours.length}, p95`, value: both(ours) },
    { what: '  the bare script', value: both(bare) },
    { what: '  ratio of the medians', value: ratio.toFixed(2), goal: atMost(ratio, most, '') },
  ];
}

async function inAjar({ as }: House): Promise<Moments> {
  const amara = await as('Amara Osei', watchFirstFrame);
  const chidi = await as('Chidi Mensah', watchFirstFrame);
  // The preview of a first visit is over with, and the code of the call is there.
  await meet(amara, chidi, 'Amara Osei');
  const leave = async () => {
    for (const page of [chidi, amara]) {
      await press(page, 'Leave').click();
      await inCorridor(page);
    }
  };
  await leave();
  return {
    press: async () => {
      const door = walkIn(chidi, 'Amara Osei');
      await door.waitFor();
      await lookAround();
      await door.click();
      await firstFrame(amara);
      return (await firstFrame(chidi)) - (await chidi.evaluate(() => window.pressedAt));
    },
    sound: () => firstSound(chidi),
    flow: () => picturesOfASecond(chidi),
    full: () => wholePicture(chidi),
    navigation: async () => {
      await settle();
      await chidi.goto(chidi.url());
      return firstFrame(chidi);
    },
    leave,
  };
}

/** Runs `work` beside the bare script with two pages open on it. */
async function besideBare<T>(house: House, work: (bare: Moments) => Promise<T>): Promise<T> {
  const folder = newFolder();
  const bench = path.join(root, 'media', 'bench');
  const script = path.join(folder, 'page.js');
  const bundle = await rolldown({ input: path.join(bench, 'page.ts'), platform: 'browser' });
  await bundle.write({ file: script, minify: true, comments: false });
  await bundle.close();
  const env = { MEDIASOUP_WORKER_BIN: process.env['MEDIASOUP_WORKER_BIN'] ?? '' };
  const program = new Program({ command: process.execPath, args: [path.join(bench, 'bare.ts'), script], env });
  try {
    const [, url = ''] = await program.said(/Bare is open at (\S+)/);
    return await work(await inBare(house, url));
  } finally {
    await program.end();
    await removeFolder(folder);
  }
}

async function inBare({ open }: House, url: string): Promise<Moments> {
  const other = await open(watchFirstFrame);
  const page = await open(watchFirstFrame);
  const leave = async () => {
    await page.goto(url);
    await other.goto(url);
  };
  await leave();
  return {
    press: async () => {
      await lookAround();
      await page.getByRole('button', { name: 'Join' }).click();
      await firstFrame(other);
      return (await firstFrame(page)) - (await page.evaluate(() => window.pressedAt));
    },
    sound: () => firstSound(page),
    flow: () => picturesOfASecond(page),
    full: () => wholePicture(page),
    navigation: async () => {
      await settle();
      await page.goto(`${url}/inside`);
      return firstFrame(page);
    },
    leave,
  };
}

/** Lets what the step before has left to do come to its end: a call that has just begun goes on drawing and measuring. */
const settle = () => wait(3_000);

/** Whoever presses has looked at the page for a moment, in which it makes ready what it can. */
const lookAround = () => wait(2_000);

/** When the first picture of somebody else was shown in this page, in ms since its navigation. */
async function firstFrame(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => window.firstFrameAt || null, null, { timeout: patience });
  return (await handle.jsonValue()) ?? Number.NaN;
}

async function firstSound(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => window.firstSoundAt && window.firstSoundAt - window.pressedAt, null, {
    timeout: patience,
  });
  return (await handle.jsonValue()) || Number.NaN;
}

async function picturesOfASecond(page: Page): Promise<number> {
  const left = await page.evaluate(() => window.firstFrameAt + 1_000 - performance.now());
  await wait(Math.max(0, left));
  return (await page.evaluate(decoded)).pictures;
}

async function wholePicture(page: Page): Promise<number> {
  const deadline = Date.now() + patience;
  while ((await page.evaluate(decoded)).height < fullHeight) {
    if (Date.now() > deadline) return Number.POSITIVE_INFINITY;
    await wait(20);
  }
  return page.evaluate(() => performance.now() - window.pressedAt);
}
