import { setTimeout as wait } from 'node:timers/promises';
import { layersOf, received } from '../src/probe.ts';
import { type CrowdedCall, inCrowdedCall } from './crowded-call.ts';
import { mib, type Row } from './row.ts';
import { cpuOf, shareOf } from './usage.ts';

const sizes = [2, 4, 9, 16];
/** How long a call of a size is let settle, and then looked at, in ms. */
const settling = 8_000;
const looking = 12_000;

/** What one page takes in a call of so many, with its own camera on: its own process, and the one that draws for it. */
export function measureTiles(): Promise<Row[]> {
  return inCrowdedCall(async (call) => {
    const rows: Row[] = [];
    for (const tiles of sizes) {
      await call.growTo(tiles);
      await wait(settling);
      rows.push(...(await lookAt(call, tiles)));
    }
    return rows;
  });
}

async function lookAt(call: CrowdedCall, tiles: number): Promise<Row[]> {
  const { page, devTools } = call;
  const { renderer, gpu, all } = await processesOf(call);
  const now = async () => ({
    at: performance.now(),
    page: cpuOf(renderer),
    gpu: cpuOf(gpu),
    all: cpuOf(all),
    main: (await metrics(call))['TaskDuration'] ?? 0,
    frames: (await received(page)).frames,
    bytes: (await layersOf(page)).receivedBytes,
  });
  await devTools.page.send('Performance.enable');
  const before = await now();
  await wait(looking);
  const after = await now();
  const seconds = (after.at - before.at) / 1_000;
  const percent = (of: 'page' | 'gpu' | 'all') => `${((after[of] - before[of]) / seconds / 10).toFixed(0)} %`;
  const mainThread = (100 * (after.main - before.main)) / seconds;
  const { receivedHeight } = await layersOf(page);
  await devTools.page.send('HeapProfiler.collectGarbage');
  const heap = (await metrics(call))['JSHeapUsedSize'] ?? 0;
  return [
    {
      what: `a page of ${tiles} tiles`,
      value: `${percent('page')} of a core (${mainThread.toFixed(1)} % in its main thread), ${mib(shareOf(renderer))}, ${mib(heap)} of it its heap`,
    },
    {
      what: '  its whole browser',
      value: `${percent('all')} of a core (${percent('gpu')} drawing in software), ${mib(shareOf(all))}`,
    },
    {
      what: '  what it received',
      value: `${((after.frames - before.frames) / seconds).toFixed(0)} pictures/s of up to ${receivedHeight} lines, ${(((after.bytes - before.bytes) * 8) / seconds / 1e6).toFixed(2)} Mbit/s`,
    },
  ];
}

async function metrics({ devTools }: CrowdedCall): Promise<Record<string, number>> {
  const { metrics } = await devTools.page.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

async function processesOf({ devTools }: CrowdedCall) {
  const { processInfo } = await devTools.browser.send('SystemInfo.getProcessInfo');
  const of = (type: string) => processInfo.filter((one) => one.type === type).map(({ id }) => id);
  return { renderer: of('renderer'), gpu: of('GPU'), all: processInfo.map(({ id }) => id) };
}
